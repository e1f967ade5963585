"""How loud each of two players is while one gives way to the other, and while a film begins.

A sudden change of loudness is a click. So a film comes up from silence, and two versions cross over: what
they play at the same moment is mostly the same sound, so their shares add up to one.
"""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.playback.port import FilmPlayer

RISE_S = 0.3
"""From silence to full when a film begins to play."""
CROSS_S = 0.06
"""From one version to the other."""
_STEP_MS = 4


class Fader(QObject):
    """Turns the players' share of their volume up and down, a little at a time."""

    def __init__(self, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._up: FilmPlayer | None = None
        self._down: FilmPlayer | None = None
        self._began = 0.0
        self._takes_s = RISE_S
        self._timer = QTimer(self, interval=_STEP_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)

    def rise(self, player: FilmPlayer) -> None:
        """Let a player that begins to play come up from silence."""
        self._begin(player, None, RISE_S)

    def cross(self, former: FilmPlayer, player: FilmPlayer) -> None:
        """Let ``player`` take over from ``former``."""
        self._begin(player, former, CROSS_S)

    def full(self, player: FilmPlayer) -> None:
        """No fading: this player at its volume."""
        self.stop()
        player.set_gain(1.0)

    def stop(self) -> None:
        """End what is under way at once."""
        self._timer.stop()
        if self._up is not None:
            self._up.set_gain(1.0)
        if self._down is not None:
            self._down.set_gain(0.0)
        self._up = self._down = None

    def _begin(self, up: FilmPlayer, down: FilmPlayer | None, takes_s: float) -> None:
        self.stop()
        self._up, self._down, self._takes_s = up, down, takes_s
        self._began = self._now()
        up.set_gain(0.0)
        self._timer.start()

    def _step(self) -> None:
        share = (self._now() - self._began) / self._takes_s
        if share >= 1.0:
            self.stop()
            return
        if self._up is not None:
            self._up.set_gain(share)
        if self._down is not None:
            self._down.set_gain(1.0 - share)
