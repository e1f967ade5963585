"""Turns a film's sound down while a voice speaks over it, and up again, without a step that clicks."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

TURNS_IN_S = 0.2
"""From loud to quiet: short enough for the first word to be heard."""
_STEP_MS = 4
_LARGEST_STEP = 0.02
"""Of full sound pressure: larger steps were found again in the recording of a pure tone (decision 0028)."""


class Ducking(QObject):
    """Moves a share of sound pressure, 0 to 1, towards where it is wanted, and tells each step."""

    def __init__(
        self, apply: Callable[[float], None], parent: QObject, now: Callable[[], float] = time.monotonic
    ) -> None:
        super().__init__(parent)
        self._apply = apply
        self._now = now
        self._wanted = self._share = 1.0
        self._stepped_at = 0.0
        self._timer = QTimer(self, interval=_STEP_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self.step)

    @property
    def wanted(self) -> float:
        """The share that it has, or is on its way to."""
        return self._wanted

    @property
    def share(self) -> float:
        """The share at this moment."""
        return self._share

    def turn_to(self, share: float) -> None:
        """Go to *share* in small steps."""
        if share != self._wanted:
            self._wanted = share
            self._stepped_at = self._now()
            self._timer.start()

    def stop(self) -> None:
        """Be where it is wanted at once: nothing is heard."""
        if self._timer.isActive():
            self._timer.stop()
            self._share = self._wanted
            self._apply(self._share)

    def step(self) -> None:
        """Go one step of the way. Runs by itself."""
        now = self._now()
        passed_s, self._stepped_at = now - self._stepped_at, now
        most = min(passed_s / TURNS_IN_S, _LARGEST_STEP)
        left = self._wanted - self._share
        self._share += max(-most, min(most, left))
        if abs(left) <= most:
            self._share = self._wanted
            self._timer.stop()
        self._apply(self._share)
