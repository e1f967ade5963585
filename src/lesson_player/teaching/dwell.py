"""Dwell: a pointer that rests on something for long enough presses it, for people who point but do not click.

A pure machine: where the pointer is and time go in, what is pressed comes out. Times are in seconds. What was
pressed has to be left before it can be pressed again, so a pointer that somebody lets lie presses once.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Final

REST_S: Final = (0.5, 5.0)
"""Least and greatest time that a pointer rests until it presses."""
STEPS: Final = 4
"""So many steps the ring is filled in where things shall not move."""


@dataclass(frozen=True, slots=True)
class Dwell:
    """Where the pointer rests, and for how long."""

    on: object = None
    """What it rests on; None for nothing that can be pressed."""
    rested_s: float = 0.0
    spent: bool = False
    """Whether it has been pressed: then it has to be left first."""

    def share(self, rest_s: float, *, steps: bool = False) -> float:
        """How full the ring is, 0 to 1: smoothly, or in a few *steps*."""
        if self.on is None or self.spent:
            return 0.0
        share = min(1.0, self.rested_s / rest_s)
        return int(share * STEPS) / STEPS if steps else share


def moved(dwell: Dwell, on: object) -> Dwell:
    """The pointer is on *on* now; moving about on one thing is resting there."""
    return dwell if on == dwell.on else Dwell(on)


def spent(dwell: Dwell) -> Dwell:
    """What the pointer is on was pressed by hand, and is not pressed again by resting."""
    return replace(dwell, spent=True)


def tick(dwell: Dwell, rest_s: float, seconds: float) -> tuple[Dwell, bool]:
    """Let time pass; gives whether what the pointer rests on is pressed now."""
    if dwell.on is None or dwell.spent:
        return dwell, False
    rested = dwell.rested_s + seconds
    if rested < rest_s:
        return replace(dwell, rested_s=rested), False
    return Dwell(dwell.on, rested, spent=True), True
