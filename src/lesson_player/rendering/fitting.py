"""How far a layout may go to make words fit.

The chosen text size comes first: headings, pictures, numbers of rows, symbols and spacing give way
before it does.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesson_player.rendering.symbols import LEAST_SHARE, SMALL_SHARE, SYMBOL_SHARE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.rendering.head import HeadingSize


@dataclass(frozen=True, slots=True)
class Means:
    """What a layout may do."""

    strip: bool
    """Room for the now-and-next strip is kept; without it, the strip gives way."""
    heading: HeadingSize = "large"
    pictures: bool = True
    broken: bool = False
    """Whether words that are too long for a line may be broken."""
    symbols: float = SYMBOL_SHARE
    """Most side of the symbols above words, as a multiple of the text size, where the page has symbols."""
    joined: bool = False
    """Whether a word that stands above its own sentence is bold in it instead, so that a line is saved."""
    tight: bool = False
    """Whether letters, words and lines stand as close together as the typeface has them."""
    size: float = 1.0
    """Below 1 the words are set smaller than chosen: the last resort, and always told as a problem."""

    def gentle(self) -> tuple[Means, ...]:
        """These means, and those with a heading of the text's size: what keeps things together."""
        return (self, replace(self, heading="compact"))

    def beside_cards(self) -> Iterator[Means]:
        """What may be done so that a question stays in view with its answers."""
        return _with_less_of_symbols(self.gentle(), least=LEAST_SHARE)

    def for_symbols(self) -> Iterator[Means]:
        """The last that is done so that words keep their symbols."""
        tight = replace(self, symbols=LEAST_SHARE, tight=True)
        yield from (tight, replace(tight, strip=False))

    def for_rows(self) -> Iterator[Means]:
        """These means, then more and more drastic ones: the words of a row may take the whole page."""
        bare = replace(self, heading="none")
        pictured, words = (*self.gentle(), bare), replace(bare, pictures=False)
        yield from _with_less_of_symbols(pictured, least=LEAST_SHARE)
        yield from _with_less_of_symbols((words, replace(words, joined=True)), least=LEAST_SHARE)
        yield from replace(words, joined=True).for_symbols()
        plain = tuple(
            replace(means, symbols=0.0) for means in (*pictured, words, replace(words, joined=True))
        )
        tight = tuple(replace(means, tight=True) for means in plain)
        alone = replace(tight[-1], strip=False)
        yield from (*plain, *tight, alone)
        yield from (replace(means, broken=True) for means in (*plain, *tight, alone))
        yield from replace(alone, broken=True).smaller()

    def for_cards(self, *, replied: bool) -> Iterator[Means]:
        """These means, then smaller and smaller words: for a question with its answers.

        Symbols give way before the question does, unless a reply is what people look at now.
        """
        bare = replace(self, heading="none")
        gentle = (*self.gentle(), bare)
        if replied:
            yield from _with_less_of_symbols(gentle, least=LEAST_SHARE)
        else:
            yield from self.beside_cards()
            yield from _with_less_of_symbols((bare,), least=LEAST_SHARE)
        yield from bare.for_symbols()
        plain = tuple(replace(means, symbols=0.0) for means in gentle)
        tight = tuple(replace(means, tight=True) for means in plain)
        alone = tuple(replace(means, strip=False) for means in tight)
        yield from (*plain, *tight, *alone)
        yield from (replace(means, broken=True) for means in (*plain, *tight, *alone))
        yield from alone[1].smaller()
        yield from replace(alone[1], broken=True, pictures=False).smaller()

    def for_heading_alone(self) -> Iterator[Means]:
        """These means, then smaller and smaller words: for a heading that has the page to itself."""
        yield from self.beside_cards()
        yield from replace(self, heading="compact").for_symbols()
        yield from (means for means in self.for_cards(replied=False) if means.heading != "none")

    def smaller(self) -> Iterator[Means]:
        """These means with smaller and smaller words."""
        means = self
        while means.size > _SMALLEST:
            means = replace(means, size=means.size * _STEP, broken=means.broken or means.size < _BREAK_BELOW)
            yield means


def _with_less_of_symbols(gentle: tuple[Means, ...], least: float = 0.0) -> Iterator[Means]:
    """These means with symbols at their usual size, then with smaller ones down to *least*; 0 is none."""
    for share in (SYMBOL_SHARE, SMALL_SHARE, LEAST_SHARE, 0.0):
        if share >= least:
            yield from (replace(means, symbols=share) for means in gentle)


_STEP = 0.92
_SMALLEST = 0.05
_BREAK_BELOW = 0.7
