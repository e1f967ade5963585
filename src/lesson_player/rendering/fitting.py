"""How far a layout may go to make words fit.

The chosen text size comes first: headings, pictures and numbers of rows give way before it does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.rendering.head import HeadingSize


@dataclass(frozen=True, slots=True)
class Means:
    """What a layout may do."""

    strip: bool
    """Room for the now-and-next strip is kept."""
    heading: HeadingSize = "large"
    pictures: bool = True
    broken: bool = False
    """Whether words that are too long for a line may be broken."""
    size: float = 1.0
    """Below 1 the words are set smaller than chosen: the last resort, and always told as a problem."""

    def for_rows(self) -> Iterator[Means]:
        """These means, then more and more drastic ones: the words of a row may take the whole page."""
        compact, bare = replace(self, heading="compact"), replace(self, heading="none")
        gentle = (self, compact, bare, replace(bare, pictures=False))
        yield from gentle
        yield from (replace(means, broken=True) for means in gentle)
        yield from replace(gentle[-1], broken=True).smaller()

    def for_all_at_once(self) -> Iterator[Means]:
        """These means, then smaller and smaller words: for a question with its answers."""
        compact = replace(self, heading="compact")
        gentle = (self, compact, replace(self, heading="none"))
        yield from gentle
        yield from (replace(means, broken=True) for means in gentle)
        yield from compact.smaller()
        yield from replace(compact, broken=True, pictures=False).smaller()

    def smaller(self) -> Iterator[Means]:
        """These means with smaller and smaller words."""
        means = self
        while means.size > _SMALLEST:
            means = replace(means, size=means.size * _STEP, broken=means.broken or means.size < _BREAK_BELOW)
            yield means


_STEP = 0.92
_SMALLEST = 0.05
_BREAK_BELOW = 0.7
