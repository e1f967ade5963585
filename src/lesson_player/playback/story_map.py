"""How the times of one version of a film go with those of another that tells the same story."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from itertools import pairwise


@dataclass(frozen=True, slots=True)
class Stretch:
    """A part of the story that both versions tell at an even pace. Times are seconds; ``here`` is the
    version that one goes by, ``there`` the other."""

    here_s: float
    here_end_s: float
    there_s: float
    there_end_s: float

    @property
    def pace(self) -> float:
        """Seconds of the other version that go with one second of this one; 0 where it stands still."""
        length_s = self.here_end_s - self.here_s
        return (self.there_end_s - self.there_s) / length_s if length_s > 0 else 0.0


@dataclass(frozen=True, slots=True)
class StoryMap:
    """Straight lines between moments that two versions share, in the order of the story.

    Each knot is a time here and the time there. Before the first and behind the last knot the other version
    stands still. Raises ValueError if there is no knot, or if their times run backwards.
    """

    knots: tuple[tuple[float, float], ...]

    def __post_init__(self) -> None:
        pairs = list(pairwise(self.knots))
        if not self.knots or any(b[0] <= a[0] or b[1] < a[1] for a, b in pairs):
            raise ValueError("a story's moments come one after the other")

    def at(self, here_s: float) -> float:
        """Where the story stands there when it stands at ``here_s`` here."""
        stretch = self.stretch(here_s)
        inside_s = min(max(here_s, stretch.here_s), stretch.here_end_s) - stretch.here_s
        return stretch.there_s + inside_s * stretch.pace

    def stretch(self, here_s: float) -> Stretch:
        """The part of the story that is told at ``here_s``; a knot belongs to what follows it."""
        index = bisect_right(self.knots, here_s, key=lambda knot: knot[0])
        if index == 0:
            first = self.knots[0]
            return Stretch(min(here_s, first[0]), first[0], first[1], first[1])
        before = self.knots[index - 1]
        if index == len(self.knots):
            return Stretch(before[0], max(here_s, before[0]), before[1], before[1])
        after = self.knots[index]
        return Stretch(before[0], after[0], before[1], after[1])
