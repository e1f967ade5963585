"""One film opened in libVLC, from load to unload.

libVLC opens a film reliably with its first picture only while it plays (opened "paused" it often shows
none), so a film that is to rest is started without sound and stopped again as soon as the right picture is
there.
"""

from __future__ import annotations

import math
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lesson_player.playback import failure
from lesson_player.playback.events import Ended, Opened, Settled
from lesson_player.playback.pictures import scaled_into
from lesson_player.playback.vlc.picture_flow import Mode, PictureFlow, frame_begin
from lesson_player.playback.vlc.picture_output import PictureOutput
from lesson_player.playback.vlc.sound import send_sound_to
from lesson_player.playback.vlc.tracks import TrackFacts, read_tracks

if TYPE_CHECKING:
    from types import ModuleType

    from lesson_player.playback.bridge import Bridge

_SOUND_LATER_MS = 30
"""From libVLC's word that a picture is due to its being painted: without it, sound was 35 ms early, and 45 ms
is noticed (ITU-R BT.1359; measured by `benchmarks.sound`)."""
_READ_AHEAD_MS = 260
"""How much of a film libVLC reads, and decodes, ahead. Its own 300 ms cost 40 to 60 MB more with a version
beside the film. Below 250 ms, which its MP4 reader reads at a time, H.264 opens at the first frame of the
file instead of the one asked for (docs/decisions/0056)."""
_DECODING_THREADS = 2
"""libVLC's own rule is one for each processor and one more, each with pictures of its own: memory would grow
with the computer, and nothing would be quicker (docs/decisions/0056)."""


class Session(QObject):
    """Plays one file once. Its methods are called on the GUI thread, its callbacks on libVLC's threads."""

    _landed = Signal()

    def __init__(
        self, vlc: ModuleType, instance: Any, bridge: Bridge, room: tuple[int, int] = (0, 0)
    ) -> None:
        """``room``: the most pixels that a picture has on screen; zeros for its own size."""
        super().__init__(bridge)
        self._bridge = bridge
        self._vlc = vlc
        self._instance = instance
        self._room = room
        self._player = instance.media_player_new()
        self._media: Any = None
        self._path = Path()
        self._flow = PictureFlow(bridge, self._landed.emit)
        self._output = PictureOutput(self._size_of, self._flow.on_picture)
        self._output.attach(vlc, self._player)
        self._facts = TrackFacts()
        self._duration_s = 0.0
        self._target_s = 0.0
        self._muted = False
        self._far_off = False
        self._play_when_landed = False
        self._settle_timer = QTimer(self)
        self._settle_timer.setSingleShot(True)
        self._settle_timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._settle_timer.timeout.connect(self._settle)
        self._landed.connect(self._settle, Qt.ConnectionType.QueuedConnection)
        self._attach_events()

    @property
    def frame_s(self) -> float:
        """How long a frame is shown, in seconds."""
        return self._flow.frame_s

    @property
    def fps(self) -> float:
        """Frames a second; 0 until it is known."""
        return self._flow.fps

    @property
    def is_landing(self) -> bool:
        """Whether the first picture is still awaited."""
        return self._flow.mode is Mode.LANDING

    def load(self, path: Path, at_s: float, fps: float) -> None:
        """Open and settle at ``at_s`` seconds; ``fps`` if it is known from before, else 0."""
        self._path = path
        self._target_s = at_s
        self._flow.aim(at_s)
        self._media = self._instance.media_new_path(str(path))
        # libVLC shows the first frame at or behind the start time; we want the one on screen at that time.
        self._media.add_option(f":start-time={frame_begin(at_s, fps):.3f}")
        self._media.add_option(f":audio-desync={_SOUND_LATER_MS}")
        self._media.add_option(f":file-caching={_READ_AHEAD_MS}")
        self._media.add_option(f":avcodec-threads={_DECODING_THREADS}")
        self._player.set_media(self._media)
        self._player.audio_set_mute(True)
        self._player.play()

    def play(self) -> None:
        """Play on; a film that ran past its place before it could be stopped goes back there first."""
        if self.is_landing:
            self._play_when_landed = True
            return
        if self._far_off:
            self._far_off = False
            self._player.set_time(round(self._target_s * 1000))
        self._flow.play()
        self._player.audio_set_mute(self._muted)
        self._player.set_pause(0)

    def pause(self) -> None:
        """Rest; the picture that libVLC still shows is kept for the moment the film plays on."""
        self._play_when_landed = False
        if not self.is_landing:
            self._player.set_pause(1)
            self._flow.rest()

    def seek_playing(self, at_s: float) -> None:
        """Play on from ``at_s`` seconds."""
        # libVLC repeats the time that it was asked for at once: the flow has to know that it is no report.
        self._flow.jump(at_s)
        self._player.set_time(round(at_s * 1000))

    def set_volume(self, volume: int) -> None:
        """Loudness from 0 to 100."""
        self._player.audio_set_volume(volume)

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a setter
        """Sound off or on; until the film plays it is off in any case."""
        self._muted = muted
        if self._flow.mode is Mode.PLAYING:
            self._player.audio_set_mute(muted)

    def set_sound_output(self, name: str) -> None:
        """Where the sound goes, by the output's name; to be said before the film is loaded."""
        send_sound_to(self._vlc, self._player, name)

    def set_rate(self, rate: float) -> None:
        """Speed, with the pitch of voices kept."""
        self._player.set_rate(rate)
        self._flow.set_rate(rate)

    def end(self) -> None:
        """Stop. When this returns, libVLC has made its last callback."""
        self._flow.stop()
        self._settle_timer.stop()
        self._player.stop()
        self._player.release()
        if self._media is not None:
            self._media.release()
        self.deleteLater()

    def _settle(self) -> None:
        left_s = self._flow.landing_time_left()
        if left_s is None:
            return
        if left_s > 0:
            self._settle_timer.start(math.ceil(left_s * 1000))
            return
        self._player.set_pause(1)
        self._far_off = self._flow.settle()
        if self._play_when_landed:
            self.play()
        else:
            self._bridge.post(Settled(self._target_s))

    def _attach_events(self) -> None:
        # python-vlc's own `event_manager()` keeps every player it was asked for, with its pictures.
        events = self._events = self._vlc.libvlc_media_player_event_manager(self._player)
        kinds = self._vlc.EventType
        events.event_attach(kinds.MediaPlayerTimeChanged, self._on_time)
        events.event_attach(kinds.MediaPlayerLengthChanged, self._on_length)
        events.event_attach(kinds.MediaPlayerEndReached, self._on_end)
        events.event_attach(kinds.MediaPlayerEncounteredError, self._on_error)

    # What follows runs on libVLC's threads.

    def _size_of(self, width: int, height: int) -> tuple[int, int]:
        facts = read_tracks(self._vlc, self._media)
        if not facts.width or not facts.height:
            facts = TrackFacts(width, height, width, facts.fps, facts.has_sound, facts.reordered)
        if facts != self._facts:
            self._facts = facts
            self._flow.fps, self._flow.reordered = facts.fps, facts.reordered
            self._bridge.post(Opened(self._duration_s, facts.shown_width, facts.height, facts.has_sound))
        return scaled_into(self._room, facts.width, facts.height, facts.shown_width)

    def _on_time(self, event: Any) -> None:
        self._flow.on_time(event.u.new_time)

    def _on_length(self, event: Any) -> None:
        self._duration_s = event.u.new_length / 1000

    def _on_end(self, _event: Any) -> None:
        self._bridge.post(Ended())

    def _on_error(self, _event: Any) -> None:
        self._bridge.post(failure.cannot_open(self._path, "libVLC met an error"))
