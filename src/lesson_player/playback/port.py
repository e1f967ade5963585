"""The film player that the rest of the program uses, whichever engine decodes the picture."""

from __future__ import annotations

import math
import time
from typing import TYPE_CHECKING

from lesson_player.playback.engine_side import EngineSide
from lesson_player.playback.events import (
    Closed,
    MutedSet,
    PauseAsked,
    PausePointSet,
    PlayAsked,
    RateSet,
    SeekAsked,
    VolumeSet,
)
from lesson_player.playback.state import PlayerState, Status, reduce

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtCore import QObject

    from lesson_player.playback.bridge import Bridge
    from lesson_player.playback.driver import Driver
    from lesson_player.playback.frame import Frame


class FilmPlayer(EngineSide):
    """Plays one film at a time; as many players as wanted may live side by side, playing or parked.

    Signals, all on the thread of this object: ``frame_ready(Frame)``, ``state_changed(PlayerState)``,
    ``pause_reached(float)`` with the pause point at which the film now rests, ``ended()``, and
    ``failed(str)`` with one plain sentence for the teacher (the detail goes to the log). The last picture
    is kept through all of them.
    """

    def __init__(
        self,
        engine_name: str,
        make_driver: Callable[[Bridge], Driver],
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """``now`` gives monotonic seconds; a test may turn it by hand."""
        super().__init__(make_driver, parent, now)
        self.engine_name = engine_name

    @property
    def state(self) -> PlayerState:
        """What the player is doing."""
        return self._state

    @property
    def position_s(self) -> float:
        """Where the film is now, in seconds, carried forward between the engine's reports."""
        return self._now_at()

    @property
    def stands_s(self) -> float:
        """Where a rest would leave the film, in seconds: a film on its way to a place rests at that place.

        It is on its way until the engine shows the place, or with libVLC, whose first pictures after a seek
        are still of the old one, until it reports a time.
        """
        return self.position_s if self._sought_s is None else self._sought_s

    @property
    def frame(self) -> Frame | None:
        """The picture that is on show, kept when the film ends or fails; None before the first one."""
        return self._frame

    @property
    def frame_s(self) -> float:
        """How long one frame of the film is shown, in seconds."""
        return self._driver.frame_s

    @property
    def sound_after_s(self) -> float:
        """Seconds until a change of speed is over in what is heard: what is buffered plays first."""
        return self._driver.sound_after_s

    @property
    def lands_exactly(self) -> bool:
        """Whether a seek at rest shows the very frame, and not at times one beside it."""
        return self._driver.lands_exactly

    @property
    def frame_is_current(self) -> bool:
        """Whether :attr:`frame` is of the present place; False from a seek until the frame there comes."""
        return not self._frame_awaited

    @property
    def frames_dropped(self) -> int:
        """Frames of this film that came while an earlier one was still waiting to be collected."""
        return self._bridge.frames_dropped

    def open(self, path: Path, at_s: float = 0.0) -> None:
        """Show the frame at ``at_s`` and rest there. Returns at once; ``state_changed`` or ``failed``
        follows.

        The pause point is forgotten; volume, mute and speed are kept.
        """
        self._frame = None
        self._state = reduce(self._state, Closed())
        self._load(path, at_s)

    def play(self) -> None:
        """Play on; at the end from the start, after a failure once more from where it stopped."""
        match self._state.status:
            case Status.RESTING:
                self._start()
            case Status.ENDED:
                self._reload(0.0, play=True)
            case Status.FAILED:
                self._reload(self._state.clock.media_s, play=True)
            case Status.OPENING:
                self._dispatch(PlayAsked(self._now()))

    def pause(self) -> None:
        """Rest here, picture kept; a film that was sent elsewhere and is not there yet rests there."""
        if self._state.status is Status.PLAYING:
            self._driver.pause()
            self._pause_timer.stop()
        sought_s, self._sought_s = self._sought_s, None
        self._dispatch(PauseAsked(self._now(), sought_s))
        if sought_s is not None:
            # An engine that is paused shows nothing new by itself.
            self.seek(sought_s)

    def seek(self, at_s: float) -> None:
        """Go to ``at_s`` seconds: a playing film plays on from there, a resting one shows the frame there."""
        at_s = max(0.0, at_s)
        if self._state.duration_s:
            at_s = min(at_s, self._state.duration_s - self._driver.frame_s)
        if self._state.status in {Status.OPENING, Status.ENDED, Status.FAILED}:
            self._reload(at_s, play=self._state.play_when_open)
        elif self._state.is_open:
            self._frame_awaited = True
            self._sought_s = at_s if self._state.status is Status.PLAYING else None
            self._dispatch(SeekAsked(at_s, self._now()))
            self._watchdog.restart(self._now())
            if self._state.status is Status.RESTING:
                self._bridge.clear()
            else:
                # A late word from the old place would make the film rest, or end, at the new one.
                self._bridge.forget_place()
            self._driver.seek(at_s, resting=self._state.status is Status.RESTING)
            self._arm_pause_point()

    def step_frames(self, count: int) -> None:
        """Rest, and show the frame that is ``count`` frames further on, or back if negative."""
        self.pause()
        if not self._state.is_open:
            return
        shown = self._frame if self.frame_is_current else None
        at_s = self.position_s if shown is None else shown.time_s
        # A container may date its frames a few milliseconds late, never by three quarters of a frame.
        number = math.floor(at_s / self.frame_s + 0.25)
        self.seek(max(0.0, (number + count) * self.frame_s))

    def set_pause_point(self, at_s: float | None) -> None:
        """Rest by itself at ``at_s``, on the last frame that begins at or before it; None to play through.

        A point that lies behind the present position is ignored until the film goes back before it.
        """
        self._dispatch(PausePointSet(at_s, self._now()))
        self._arm_pause_point()

    def set_volume(self, volume: int) -> None:
        """Loudness from 0 to 100."""
        self._dispatch(VolumeSet(volume))
        self._driver.set_volume(self._heard())

    def set_gain(self, gain: float) -> None:
        """A share of the sound pressure, 0 to 1, for fading in and out; it is not part of the state."""
        self._gain = gain
        self._driver.set_volume(self._heard())

    def set_beneath(self, share: float) -> None:
        """A share of the sound pressure besides, 0 to 1, while a voice speaks over the film."""
        self._beneath = share
        self._driver.set_volume(self._heard())

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Sound off or on, volume kept."""
        self._dispatch(MutedSet(muted))
        self._driver.set_muted(muted)

    def set_sound_output(self, name: str) -> None:
        """Where the sound goes: an output by its name, or for an empty name the one that the system uses.

        Takes effect when a film is opened next. An output that is not there is left out: the sound then goes
        where the system sends it.
        """
        self._driver.set_sound_output(name)

    def set_room(self, width: int, height: int) -> None:
        """How many pixels the picture has on screen at most, so that the engine may scale it down to them.

        Scaling while it converts costs an engine next to nothing, scaling again while painting costs more
        than decoding (docs/decisions/0021). Takes effect when a film is opened next; zero: no limit.
        """
        self._driver.set_room(width, height)

    def set_rate(self, rate: float) -> None:
        """Speed, 1.0 being normal, with the pitch of voices kept; held between a quarter and double."""
        self._dispatch(RateSet(rate, self._now()))
        self._driver.set_rate(self._state.rate)
        self._arm_pause_point()

    def close(self) -> None:
        """Let go of the film and its picture. Call it before the player is forgotten."""
        self._stop_engine()
        self._frame = None
        self._dispatch(Closed())

    def _reload(self, at_s: float, *, play: bool) -> None:
        if self._state.path is None:
            return
        self._load(self._state.path, at_s)
        if play:
            self._dispatch(PlayAsked(self._now()))
