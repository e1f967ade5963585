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

RISE_S = 0.2
"""From silence to full when a film begins to play."""
_SILENT_S = 0.1
"""How long it stays silent: engines let the first sound be heard 50 to 170 ms after they were asked to
play."""
CROSS_S = 0.2
"""From one version to the other."""
_STEP_MS = 2
_LARGEST_STEP = 0.02
"""A step is never larger than this share, however long the painting of a picture held the last one up: larger
ones were found again in the recording of a pure tone."""


class Fader(QObject):
    """Turns the players' share of their volume up and down, a little at a time."""

    def __init__(self, parent: QObject, now: Callable[[], float] = time.monotonic) -> None:
        super().__init__(parent)
        self._now = now
        self._up: FilmPlayer | None = None
        self._down: FilmPlayer | None = None
        self._begins = 0.0
        self._takes_s = RISE_S
        self._share = 0.0
        self._timer = QTimer(self, interval=_STEP_MS, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._step)

    def rise(self, player: FilmPlayer) -> None:
        """Let a player that begins to play come up from silence."""
        self.stop()
        self._begin(player, None, RISE_S, _SILENT_S, 0.0)

    def cross(self, former: FilmPlayer, player: FilmPlayer, after_s: float) -> None:
        """Let ``player`` take over from ``former`` in ``after_s`` seconds.

        If ``former`` is itself taking over from ``player`` at this moment, that is taken back at once.
        """
        if self._up is former and self._down is player:
            self._begin(player, former, CROSS_S, 0.0, 1.0 - self._share)
        else:
            self.stop()
            self._begin(player, former, CROSS_S, after_s, 0.0)

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

    def _begin(
        self, up: FilmPlayer, down: FilmPlayer | None, takes_s: float, after_s: float, share: float
    ) -> None:
        self._up, self._down, self._takes_s, self._share = up, down, takes_s, share
        self._begins = self._now() + after_s - share * takes_s
        up.set_gain(share)
        self._timer.start()

    def _step(self) -> None:
        wanted = (self._now() - self._begins) / self._takes_s
        self._share = max(0.0, min(wanted, self._share + _LARGEST_STEP))
        if self._share >= 1.0:
            self.stop()
        elif self._share > 0.0 and self._up is not None:
            self._up.set_gain(self._share)
            if self._down is not None:
                self._down.set_gain(1.0 - self._share)
