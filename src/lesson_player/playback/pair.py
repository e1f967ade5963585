"""One film in two versions, presented as if it were one player.

The version that is not shown is decoded along with the other (:mod:`lesson_player.playback.second`), so that
:meth:`VersionPair.swap` has the right picture at once.
"""

from __future__ import annotations

import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from lesson_player.playback.fader import CROSS_S, Fader
from lesson_player.playback.frame import Frame
from lesson_player.playback.in_step import LEAP_BEYOND_S
from lesson_player.playback.second import TICK_MS, SecondVersion
from lesson_player.playback.shown import ShownVersion
from lesson_player.playback.state import Status

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.playback.port import FilmPlayer
    from lesson_player.playback.state import PlayerState
    from lesson_player.playback.story_map import StoryMap

_OPENED_AFTER_S = 0.2
"""How long the shown version has the processor to itself after its first picture."""


@dataclass(frozen=True, slots=True)
class OtherVersion:
    """The version that may be swapped to, and how its times go with those of the version that is shown."""

    path: Path
    there: StoryMap
    """From the shown version's seconds to those of this one."""
    back: StoryMap
    """From this one's seconds to those of the shown version."""


class VersionPair(ShownVersion):
    """Plays one film at a time as a :class:`FilmPlayer` does, with the other version ready beside it.

    ``companion_frame_ready(Frame)`` brings the other version's pictures while :meth:`show_both` asks for
    them; ``companion_lost(str)`` says in one sentence why there is no other version any more.
    """

    companion_frame_ready = Signal(Frame)
    companion_lost = Signal(str)

    def __init__(
        self,
        make_player: Callable[[QObject | None], FilmPlayer],
        parent: QObject | None = None,
        *,
        now: Callable[[], float] = time.monotonic,
    ) -> None:
        """``make_player`` is asked for a second player when a film with two versions is first shown."""
        super().__init__(make_player, parent)
        self._now = now
        self._second = SecondVersion(self._shown, now, self)
        self._fader = Fader(self)
        self._other: OtherVersion | None = None
        self._seen_at: float | None = None
        self._both = False
        self._ticker = QTimer(self, interval=TICK_MS, timerType=Qt.TimerType.PreciseTimer)
        self._ticker.timeout.connect(self.tick)

    @property
    def companion_frame(self) -> Frame | None:
        """The other version's picture of this moment; None while there is none."""
        player = self._second.player
        return player.frame if player is not None and self._second.is_ready else None

    @property
    def companion_state(self) -> PlayerState | None:
        """What the other version is doing, its size among it; None while it is not open."""
        return self._second.player.state if self._second.player is not None else None

    @property
    def drift_s(self) -> float | None:
        """How far the other version is ahead of the moment, in its own seconds; None while it is not
        known."""
        return self._second.drift_s

    @property
    def can_swap(self) -> bool:
        """Whether the other version can be shown at once."""
        return self._other is not None and self._second.is_ready

    def shows(self, path: Path, other: OtherVersion | None) -> bool:
        """Whether a swap leads to ``path``, with ``other`` as the version to swap back to."""
        return self.can_swap and other is not None and self._other == self._turned(other, path)

    def open(self, path: Path, at_s: float = 0.0, other: OtherVersion | None = None) -> None:
        """Show the frame at ``at_s`` and rest there; soon after its picture, ``other`` is opened as well."""
        self._second.end()
        self._other, self._seen_at = other, None
        self._fader.full(self._shown)
        self._shown.open(path, at_s)
        self._keep_ticking()

    def swap(self, at_s: float) -> bool:
        """Show the other version, playing or resting as now. False, and nothing done, if it is not ready.

        ``at_s`` is where the story stands in the other version, roughly: the moment that is on show counts.
        It is not sought unless the other version is off by more than a frame at rest, or by more than speed
        can close in play. The pause point is forgotten.
        """
        former, other, shown = self._shown, self._other, self._second.player
        if other is None or shown is None or former.state.path is None or not self.can_swap:
            return False
        shown.set_rate(former.state.rate)
        playing = former.state.status is Status.PLAYING
        moment_s = other.there.at(former.position_s)
        if abs(at_s - moment_s) <= LEAP_BEYOND_S:
            # The picture on show knows better than whoever asked for it to rest.
            at_s = moment_s
        # A seek while playing shows pictures of the old place first: a small gap is the lesser evil.
        if abs(shown.position_s - at_s) > (LEAP_BEYOND_S if playing else shown.frame_s):
            shown.seek(at_s)
        if playing:
            shown.play()
        former.set_pause_point(None)
        self._other = self._turned(other, former.state.path)
        self._second.exchange(other.back)
        self._shown = shown
        if shown.frame is not None and shown.frame_is_current:
            self.frame_ready.emit(shown.frame)
        self._cross_over(former, shown)
        self._second.first_changed()
        self.state_changed.emit(shown.state)
        return True

    def play(self) -> None:
        """Play on, as :meth:`FilmPlayer.play`; the sound comes up from silence."""
        if self._shown.state.status is not Status.PLAYING:
            self._fader.rise(self._shown)
        self._shown.play()

    def seek(self, at_s: float) -> None:
        """Go to ``at_s`` seconds of the shown version."""
        self._shown.seek(at_s)
        self._second.first_jumped()

    def step_frames(self, count: int) -> None:
        """Rest ``count`` frames further on, or back if negative."""
        self._shown.step_frames(count)
        self._second.first_jumped()

    def set_rate(self, rate: float) -> None:
        """Speed of the shown version, with the pitch of voices kept; the other one follows."""
        self._shown.set_rate(rate)
        self._second.first_changed_speed()

    def show_both(self, both: bool) -> None:  # noqa: FBT001 - a Qt slot
        """Whether the other version's pictures are wanted too."""
        self._both = both
        if both and self.companion_frame is not None:
            self.companion_frame_ready.emit(self.companion_frame)

    def close(self) -> None:
        """Let go of both versions. Call it before the pair is forgotten."""
        self._ticker.stop()
        self._fader.stop()
        self._ducking.stop()
        self._other = None
        self._second.end()
        self._shown.close()

    def tick(self) -> None:
        """Open the other version when it is time, and keep it in step. Runs by itself while a film plays."""
        other, seen_at = self._other, self._seen_at
        if other is not None and self._second.player is None and seen_at is not None:
            waited = self._now() - seen_at >= _OPENED_AFTER_S
            if waited and self.state.is_open:
                self._second.begin(self._spare_player(), other.path, other.there)
        self._second.tick()
        self._keep_ticking()

    def _cross_over(self, former: FilmPlayer, shown: FilmPlayer) -> None:
        """Give the sound over: when the change of speed is over in it, if both are in step for so long."""
        if former.state.status is not Status.PLAYING:
            former.set_gain(0.0)
            self._fader.full(shown)
        elif self._second.strays_in(shown.sound_after_s + CROSS_S) <= shown.frame_s:
            self._fader.cross(former, shown, shown.sound_after_s)
            self._second.leave_alone(shown.sound_after_s + CROSS_S)
        else:
            self._fader.cross(former, shown, 0.0)

    @staticmethod
    def _turned(other: OtherVersion, path: Path) -> OtherVersion:
        return OtherVersion(path, other.back, other.there)

    def _on_frame(self, player: FilmPlayer, frame: Frame) -> None:
        if player is not self._shown:
            if self._both:
                self.companion_frame_ready.emit(frame)
            return
        if self._seen_at is None:
            self._seen_at = self._now()
        super()._on_frame(player, frame)

    def _on_state(self, player: FilmPlayer, state: PlayerState) -> None:
        if player is self._shown:
            self._second.first_changed()
            self._keep_ticking()
        super()._on_state(player, state)

    def _on_failed(self, player: FilmPlayer, sentence: str) -> None:
        if player is not self._shown:
            self._other = None
            self._second.end()
            self.companion_lost.emit(sentence)
        super()._on_failed(player, sentence)

    def _keep_ticking(self) -> None:
        awaited = self._second.player is None
        if self._other is not None and (awaited or self.state.status is Status.PLAYING):
            if not self._ticker.isActive():
                self._ticker.start()
        else:
            self._ticker.stop()
