"""How far a layout may go to make words fit.

The chosen text size comes first: headings, pictures, numbers of rows and symbols give way before it does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesson_player.rendering.symbols import SMALL_SHARE, SYMBOL_SHARE

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
    symbols: float = SYMBOL_SHARE
    """Most side of the symbols above words, as a multiple of the text size, where the page has symbols."""
    size: float = 1.0
    """Below 1 the words are set smaller than chosen: the last resort, and always told as a problem."""

    def for_rows(self) -> Iterator[Means]:
        """These means, then more and more drastic ones: the words of a row may take the whole page."""
        compact, bare = replace(self, heading="compact"), replace(self, heading="none")
        gentle = (self, compact, bare, replace(bare, pictures=False))
        yield from _with_less_of_symbols(gentle)
        plain = tuple(replace(means, symbols=0.0) for means in gentle)
        yield from (replace(means, broken=True) for means in plain)
        yield from replace(plain[-1], broken=True).smaller()

    def for_all_at_once(self) -> Iterator[Means]:
        """These means, then smaller and smaller words: for a question with its answers."""
        gentle = (self, replace(self, heading="compact"), replace(self, heading="none"))
        yield from _with_less_of_symbols(gentle)
        plain = tuple(replace(means, symbols=0.0) for means in gentle)
        yield from (replace(means, broken=True) for means in plain)
        yield from plain[1].smaller()
        yield from replace(plain[1], broken=True, pictures=False).smaller()

    def smaller(self) -> Iterator[Means]:
        """These means with smaller and smaller words."""
        means = self
        while means.size > _SMALLEST:
            means = replace(means, size=means.size * _STEP, broken=means.broken or means.size < _BREAK_BELOW)
            yield means


def _with_less_of_symbols(gentle: tuple[Means, ...]) -> Iterator[Means]:
    """These means with symbols at their usual size, then with small ones, then with none."""
    for share in (SYMBOL_SHARE, SMALL_SHARE, 0.0):
        yield from (replace(means, symbols=share) for means in gentle)


_STEP = 0.92
_SMALLEST = 0.05
_BREAK_BELOW = 0.7
