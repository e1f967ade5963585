"""One film opened in libVLC, from load to unload.

libVLC opens a film reliably with its first picture only while it plays (opened "paused" it often shows
none), so a film that is to rest is started without sound, stopped again as soon as the right picture is
there, and only then heard.
"""

from __future__ import annotations

import math
import threading
import time
from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lesson_player.playback import failure
from lesson_player.playback.clock import Clock
from lesson_player.playback.events import Ended, Opened, Settled, TimeAnchor
from lesson_player.playback.frame import Frame
from lesson_player.playback.vlc.picture_output import PictureOutput
from lesson_player.playback.vlc.tracks import TrackFacts, read_tracks

if TYPE_CHECKING:
    from types import ModuleType

    from PySide6.QtGui import QImage

    from lesson_player.playback.bridge import Bridge

_LANDING_S = 0.024
"""Codecs that reorder frames first show one up to four frames early, then the right one 2 to 15 ms later
(measured)."""
_USUAL_FRAME_S = 0.04
_SLACK_S = 0.08
"""A film that ran on for longer than this before it could be stopped is taken back before it plays on."""
_PICTURES_BEHIND_PAUSE = 2
"""How many pictures libVLC still shows after it was told to rest; later ones are repeats (every 60 to 80
ms)."""


class _Mode(Enum):
    LANDING = auto()
    RESTING = auto()
    PLAYING = auto()
    OVER = auto()


class Session(QObject):
    """Plays one file once. ``_landed`` and all libVLC callbacks come on libVLC's threads, all else on the
    GUI thread."""

    _landed = Signal()

    def __init__(self, vlc: ModuleType, instance: Any, bridge: Bridge) -> None:
        super().__init__(bridge)
        self._bridge = bridge
        self._vlc = vlc
        self._player = instance.media_player_new()
        self._instance = instance
        self._media: Any = None
        self._path = Path()
        self._output = PictureOutput(self._size_of, self._on_picture)
        self._output.attach(vlc, self._player)
        self._lock = threading.Lock()
        self._mode = _Mode.LANDING
        self._clock = Clock()
        self._facts = TrackFacts()
        self._duration_s = 0.0
        self._target_s = 0.0
        self._landing: tuple[QImage, float] | None = None
        self._handed_over = 0
        self._muted = False
        self._far_off = False
        self._play_when_landed = False
        self._behind_pause: QImage | None = None
        self._settle_timer = QTimer(self)
        self._settle_timer.setSingleShot(True)
        self._settle_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._settle_timer.timeout.connect(self._settle)
        self._landed.connect(self._on_landed, Qt.ConnectionType.QueuedConnection)
        self._attach_events()

    @property
    def frame_s(self) -> float:
        """How long a frame is shown, in seconds; 0.04 until it is known."""
        return 1 / self._facts.fps if self._facts.fps else _USUAL_FRAME_S

    @property
    def fps(self) -> float:
        """Frames a second; 0 until it is known."""
        return self._facts.fps

    @property
    def is_landing(self) -> bool:
        """Whether the first picture is still awaited."""
        return self._mode is _Mode.LANDING

    def load(self, path: Path, at_s: float, fps: float) -> None:
        """Open and settle at ``at_s`` seconds; ``fps`` if it is known from before, else 0."""
        self._path = path
        self._target_s = at_s
        self._media = self._instance.media_new_path(str(path))
        # libVLC shows the first frame at or behind the start time; we want the one that is on screen at
        # that time.
        self._media.add_option(f":start-time={_frame_begin(at_s, fps):.3f}")
        self._player.set_media(self._media)
        self._player.audio_set_mute(True)
        self._player.play()

    def play(self) -> None:
        """Play on; a film that ran past its place before it could be stopped goes back there first."""
        if self._mode is _Mode.LANDING:
            self._play_when_landed = True
            return
        now = time.monotonic()
        if self._far_off:
            self._far_off = False
            self._player.set_time(round(self._target_s * 1000))
        with self._lock:
            self._mode = _Mode.PLAYING
            self._clock = self._clock.started(now)
            at_s, behind, self._behind_pause = self._clock.at(now), self._behind_pause, None
        self._player.audio_set_mute(self._muted)
        self._player.set_pause(0)
        self._bridge.post(TimeAnchor(at_s, now))
        if behind is not None:
            self._hand_over(behind, self._nearest_frame(at_s))

    def pause(self) -> None:
        """Rest; the picture that libVLC still shows is kept for the moment the film plays on."""
        self._play_when_landed = False
        if self._mode is _Mode.LANDING:
            return
        self._player.set_pause(1)
        with self._lock:
            self._mode = _Mode.RESTING
            self._behind_pause = None
            self._clock = self._clock.stopped(time.monotonic())

    def seek_playing(self, at_s: float) -> None:
        """Play on from ``at_s`` seconds."""
        self._target_s = at_s
        self._player.set_time(round(at_s * 1000))
        with self._lock:
            self._clock = self._clock.based_on(at_s, time.monotonic() + _LANDING_S)

    def set_volume(self, volume: int) -> None:
        """Loudness from 0 to 100."""
        self._player.audio_set_volume(volume)

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a setter
        """Sound off or on; while the film settles it is off in any case."""
        self._muted = muted
        if self._mode is not _Mode.LANDING:
            self._player.audio_set_mute(muted)

    def set_rate(self, rate: float) -> None:
        """Speed, with the pitch of voices kept."""
        self._player.set_rate(rate)
        with self._lock:
            self._clock = self._clock.at_rate(rate, time.monotonic())

    def end(self) -> None:
        """Stop. When this returns, libVLC has made its last callback."""
        with self._lock:
            self._mode = _Mode.OVER
        self._settle_timer.stop()
        self._player.stop()
        self._player.release()
        if self._media is not None:
            self._media.release()
        self.deleteLater()

    def _attach_events(self) -> None:
        events = self._player.event_manager()
        kinds = self._vlc.EventType
        events.event_attach(kinds.MediaPlayerTimeChanged, self._on_time)
        events.event_attach(kinds.MediaPlayerLengthChanged, self._on_length)
        events.event_attach(kinds.MediaPlayerEndReached, lambda _event: self._bridge.post(Ended()))
        events.event_attach(kinds.MediaPlayerEncounteredError, self._on_error)

    # What follows runs on libVLC's threads.

    def _size_of(self, width: int, height: int) -> tuple[int, int]:
        facts = read_tracks(self._vlc, self._media)
        if not facts.width or not facts.height:
            facts = TrackFacts(width, height, width, facts.fps, facts.has_sound, facts.reordered)
        if facts.width == self._facts.width and facts.height == self._facts.height:
            return facts.width, facts.height
        self._facts = facts
        self._bridge.post(Opened(self._duration_s, facts.shown_width, facts.height, facts.has_sound))
        return facts.width, facts.height

    def _on_picture(self, image: QImage) -> None:
        now = time.monotonic()
        with self._lock:
            mode, at_s = self._mode, self._clock.at(now)
            first = mode is _Mode.LANDING and self._landing is None
            if mode is _Mode.LANDING and self._is_landing_on(now):
                self._landing = (image, now)
            elif (
                mode is _Mode.RESTING
                and now - self._clock.monotonic_s < _PICTURES_BEHIND_PAUSE * self.frame_s
            ):
                self._behind_pause = image
        if mode is _Mode.PLAYING:
            self._hand_over(image, self._nearest_frame(at_s))
        elif first:
            self._landed.emit()

    def _is_landing_on(self, now: float) -> bool:
        if self._landing is None:
            return True
        return self._facts.reordered and now - self._landing[1] <= _LANDING_S

    def _hand_over(self, image: QImage, at_s: float) -> None:
        self._bridge.offer(Frame(at_s, self._handed_over, image))
        self._handed_over += 1

    def _nearest_frame(self, at_s: float) -> float:
        fps = self._facts.fps
        return round(at_s * fps) / fps if fps else at_s

    def _on_time(self, event: Any) -> None:
        now = time.monotonic()
        media_ms = event.u.new_time
        with self._lock:
            # The first report after a jump repeats what was asked for, before anything has happened.
            if self._mode is not _Mode.PLAYING or media_ms == round(self._target_s * 1000):
                return
            self._clock = self._clock.based_on(media_ms / 1000, now)
        self._bridge.post(TimeAnchor(media_ms / 1000, now))

    def _on_length(self, event: Any) -> None:
        self._duration_s = event.u.new_length / 1000

    def _on_error(self, _event: Any) -> None:
        self._bridge.post(failure.cannot_open(self._path, "libVLC met an error"))

    # GUI thread again.

    def _on_landed(self) -> None:
        self._settle()

    def _settle(self) -> None:
        landing = self._landing
        if self._mode is not _Mode.LANDING or landing is None:
            return
        image, shown_s = landing
        quiet_s = time.monotonic() - shown_s
        if self._facts.reordered and quiet_s < _LANDING_S:
            self._settle_timer.start(math.ceil((_LANDING_S - quiet_s) * 1000))
            return
        self._player.set_pause(1)
        now = time.monotonic()
        with self._lock:
            self._mode = _Mode.RESTING
            self._landing = None
            self._clock = Clock(self._target_s, shown_s, self._clock.rate, running=True).stopped(now)
            self._far_off = now - shown_s > _SLACK_S
            if self._far_off:
                self._clock = self._clock.based_on(self._target_s, now)
        self._hand_over(image, _frame_begin(self._target_s, self._facts.fps))
        self._player.audio_set_mute(self._muted)
        if self._play_when_landed:
            self.play()
        else:
            self._bridge.post(Settled(self._target_s))


def _frame_begin(at_s: float, fps: float) -> float:
    return math.floor(at_s * fps + 1e-3) / fps if fps else at_s
