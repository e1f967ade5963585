"""A player without an engine: a plain grey picture and a clock.

It is used where neither libVLC nor Qt Multimedia can be had, so that a lesson can still be taught, adapted
and checked, and in tests, where its clock may be turned by hand.
"""

from __future__ import annotations

import math
import time
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QColor, QImage

from lesson_player.playback.clock import Clock
from lesson_player.playback.events import Ended, Opened, Settled
from lesson_player.playback.frame import Frame
from lesson_player.playback.port import FilmPlayer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.playback.bridge import Bridge

SILENT = "silent"
_FPS = 25
_GREY = QColor(0x5B, 0x64, 0x70)


@dataclass(frozen=True, slots=True)
class FilmFacts:
    """What is known of a film without opening it: seconds and pixels."""

    duration_s: float = 60.0
    width: int = 1280
    height: int = 720
    has_sound: bool = True


class HandClock:
    """Monotonic seconds that pass only when told to."""

    def __init__(self) -> None:
        self._now_s = 1000.0

    def __call__(self) -> float:
        """The present moment."""
        return self._now_s

    def turn(self, seconds: float) -> None:
        """Let time pass."""
        self._now_s += seconds


class SilentDriver:
    """Hands over grey frames at 25 a second, as its clock says."""

    frame_s = 1 / _FPS
    sound_after_s = 0.0
    lands_exactly = True

    def __init__(
        self,
        bridge: Bridge,
        now: Callable[[], float],
        probe: Callable[[Path], FilmFacts],
        timer: QTimer | None,
    ) -> None:
        """Without a ``timer`` somebody else has to call :meth:`tick`."""
        self._bridge = bridge
        self._timer = timer
        if timer is not None:
            timer.setTimerType(Qt.TimerType.PreciseTimer)
            timer.setInterval(round(1000 / _FPS))
            timer.timeout.connect(self.tick)
        self._now = now
        self._probe = probe
        self._facts = FilmFacts()
        self._clock = Clock()
        self._image = QImage()
        self._shown = -1
        self._handed_over = 0

    def load(self, path: Path, at_s: float) -> None:
        self._facts = self._probe(path)
        self._image = QImage(self._facts.width, self._facts.height, QImage.Format.Format_RGB32)
        self._image.fill(_GREY)
        self._handed_over = 0
        at_s = min(at_s, self._facts.duration_s - self.frame_s)
        facts = self._facts
        self._bridge.post(Opened(facts.duration_s, facts.width, facts.height, facts.has_sound))
        self.seek(at_s, resting=True)

    def play(self) -> None:
        self._clock = self._clock.started(self._now())
        if self._timer is not None:
            self._timer.start()

    def pause(self) -> None:
        self._clock = self._clock.stopped(self._now())
        if self._timer is not None:
            self._timer.stop()

    def seek(self, at_s: float, *, resting: bool) -> None:
        self._clock = self._clock.based_on(at_s, self._now())
        self._show(self._number_at(at_s))
        if resting:
            self._bridge.post(Settled(at_s))

    def set_volume(self, volume: float) -> None:
        """There is no sound."""

    def set_muted(self, muted: bool) -> None:  # noqa: FBT001 - a setter
        """There is no sound."""

    def set_sound_output(self, name: str) -> None:
        """There is no sound."""

    def set_room(self, width: int, height: int) -> None:
        """Grey is grey at any size."""

    def set_rate(self, rate: float) -> None:
        self._clock = self._clock.at_rate(rate, self._now())

    def unload(self) -> None:
        self.pause()
        self._clock = Clock(rate=self._clock.rate)

    def tick(self) -> None:
        """Hand over what has come due since the last call."""
        if not self._clock.running:
            return
        at_s = self._clock.at(self._now())
        number = self._number_at(min(at_s, self._facts.duration_s - self.frame_s))
        if number != self._shown:
            self._show(number)
        if at_s >= self._facts.duration_s:
            self.pause()
            self._bridge.post(Ended())

    def _number_at(self, at_s: float) -> int:
        return math.floor(at_s * _FPS + 1e-6)

    def _show(self, number: int) -> None:
        self._shown = number
        self._bridge.offer(Frame(number / _FPS, self._handed_over, self._image))
        self._handed_over += 1


class SilentPlayer(FilmPlayer):
    """Shows grey where the film would be and keeps its time.

    With a :class:`HandClock` nothing moves until :meth:`advance` is called, and all signals come from
    within that call.
    """

    _driver: SilentDriver

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        clock: HandClock | None = None,
        probe: Callable[[Path], FilmFacts] = lambda _path: FilmFacts(),
    ) -> None:
        """``probe`` tells how long and how large the film at a path is, for instance from its manifest."""
        self._hand = clock
        now = clock or time.monotonic

        def make_driver(bridge: Bridge) -> SilentDriver:
            return SilentDriver(bridge, now, probe, QTimer(bridge) if clock is None else None)

        super().__init__(SILENT, make_driver, parent, now=now)

    def advance(self, seconds: float) -> None:
        """Turn the hand clock, frame by frame, and deliver what comes of it. 0 delivers what is under way."""
        if self._hand is None:
            raise TypeError("this player goes by the wall clock")
        self._bridge.drain()
        left_s = seconds
        while left_s > 0:
            step_s = min(left_s, 1 / _FPS)
            self._hand.turn(step_s)
            self.catch_up()
            left_s -= step_s

    def catch_up(self) -> None:
        """Deliver what has come due since the hand clock was turned, by whomever."""
        self._driver.tick()
        self._bridge.drain()

    def _arm_pause_point(self) -> None:
        super()._arm_pause_point()
        if self._hand is not None:
            self._pause_timer.stop()
