"""Two silent versions of a film on one clock that a test turns by hand."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject

from lesson_player.playback.pair import VersionPair
from lesson_player.playback.silent import FilmFacts, HandClock, SilentPlayer

_STEP_S = 0.04


class SilentPair(VersionPair):
    """A pair whose players show grey and go by ``clock``; nothing moves until :meth:`advance` is called."""

    def __init__(
        self, clock: HandClock, probe: Callable[[Path], FilmFacts], parent: QObject | None = None
    ) -> None:
        def make(of: QObject | None) -> SilentPlayer:
            return SilentPlayer(of, clock=clock, probe=probe)

        super().__init__(make, parent, now=clock)
        self.clock = clock

    @property
    def players(self) -> list[SilentPlayer]:
        """All players made so far, the one that was shown first at the front."""
        return [player for player in self._players if isinstance(player, SilentPlayer)]

    @property
    def second(self) -> SilentPlayer:
        """The player of the version that is not shown."""
        return next(player for player in self.players if player is not self._shown)

    def advance(self, seconds: float) -> None:
        """Turn the clock, frame by frame, and deliver what comes of it. 0 delivers what is under way."""
        self._deliver()
        left_s = seconds
        while left_s > 1e-9:
            step_s = min(left_s, _STEP_S)
            self.clock.turn(step_s)
            self._deliver()
            left_s -= step_s

    def settle(self) -> None:
        """Park the version that is not shown now, instead of a moment later."""
        self._second.park()
        self._deliver()

    def _deliver(self) -> None:
        for player in self.players:
            player.catch_up()
        self.tick()
        for player in self.players:
            player.catch_up()

    def _keep_ticking(self) -> None:
        """Only the hand moves the clock."""
