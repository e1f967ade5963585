"""Symbols above words: which words have one, and the pictures.

The list is data (`symbols/symbols.csv`): a word of British English, with its forms, and the file of its
symbol in the library that comes with the program (`lesson_player.foundation.openmoji`). The same word has the
same symbol everywhere, a symbol means one thing, words that only join others have none, and what turns a
sentence round, such as "not" and "never", has one: without it the symbols would say the opposite of the
words. Nothing of this is read until symbols are first asked for.
"""

from __future__ import annotations

import csv
import re
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from itertools import pairwise
from typing import TYPE_CHECKING

from lesson_player.foundation.openmoji import openmoji_svg
from lesson_player.rendering.geometry import Rect
from lesson_player.rendering.pictures import PictureStore

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

SYMBOL_SHARE = 1.4
"""Side of a symbol as a multiple of the text size. A margin inside it is empty, so what is drawn is a little
higher than the letters, and is told apart from as far away (our own reckoning)."""
SMALL_SHARE = 0.8
"""Side of symbols on a slide that has no room for larger ones: before the text grows smaller, they do."""
LEAST_SHARE = 0.55
"""Side of symbols where even those have no room, at large text alone: see `LEAST_SIDE`."""
LEAST_SIDE = 52.0
"""No symbol is made smaller than this, in page units: as small as symbols of 0.8 at the usual text size."""
GAP_SHARE = 0.06
"""Room between a symbol and the line below it, and between two symbols, as a share of the text size."""
MOST_WORDS = 4
"""A symbol stands for a word or for a phrase of up to so many."""

_FOLDER = files("lesson_player.rendering") / "symbols"
_WORD = re.compile(r"[^\W_]+(?:[’'-][^\W_]+)*")
_JOINED = re.compile(r" +")
"""What may stand between the words of a phrase."""


@dataclass(frozen=True, slots=True)
class WordSymbol:
    """A word or phrase of a text that has a symbol, counted as Qt counts: in UTF-16 units."""

    symbol: str
    """Name of the symbol's file."""
    start: int
    length: int


@dataclass(frozen=True, slots=True)
class SymbolSpot:
    """A symbol and where it stands."""

    symbol: str
    rect: Rect


def band(size: float, share: float) -> float:
    """Room above each line of a text of that *size* for symbols of a *share* of it, in the same unit."""
    return size * (share + GAP_SHARE) if share else 0.0


@lru_cache(maxsize=2048)
def symbols_in(text: str) -> tuple[WordSymbol, ...]:
    """The words and phrases of a text that have a symbol, in order; the longest phrase first."""
    words = list(_WORD.finditer(text))
    found: list[WordSymbol] = []
    at = 0
    while at < len(words):
        count, symbol = next(_known(text, words, at), (1, ""))
        if symbol:
            first, last = words[at].start(), words[at + count - 1].end()
            start = _units(text[:first])
            found.append(WordSymbol(symbol, start, _units(text[first:last])))
        at += count
    return tuple(found)


def spots(
    middles: Sequence[tuple[str, float]], top: float, size: float, share: float, width: float
) -> list[SymbolSpot]:
    """Where the symbols of one line stand: above the *middles* of their words, none on another.

    They stay within *width*. Symbols of short words that stand close together are smaller than the rest.
    """
    side = min(size * share, width)
    centres = [min(max(middle, side / 2), max(width - side / 2, side / 2)) for _, middle in middles]
    apart = [after - before for before, after in pairwise(centres)]
    if apart:
        side = max(min(side, min(apart) - size * GAP_SHARE), 1.0)
    lift = size * share - side
    return [
        SymbolSpot(symbol, Rect(centre - side / 2, top + lift, side, side))
        for (symbol, _), centre in zip(middles, centres, strict=True)
    ]


@cache
def symbol_store() -> PictureStore:
    """The pictures of the symbols, by the names of their files."""
    return PictureStore(openmoji_svg)


def words_with_symbols() -> dict[str, str]:
    """Every word and phrase that has a symbol, in small letters, with the name of its file."""
    return dict(_listed())


def _known(text: str, words: Sequence[re.Match[str]], at: int) -> Iterator[tuple[int, str]]:
    """How many words from *at* on have a symbol together, and which, the longest phrase first."""
    listed = _listed()
    for count in range(min(MOST_WORDS, len(words) - at), 0, -1):
        run = words[at : at + count]
        gaps = (text[one.end() : two.start()] for one, two in pairwise(run))
        symbol = listed.get(" ".join(word[0].lower().replace("’", "'") for word in run))
        if symbol and all(_JOINED.fullmatch(gap) for gap in gaps):
            yield count, symbol


@cache
def _listed() -> dict[str, str]:
    with (_FOLDER / "symbols.csv").open(encoding="utf-8") as file:
        return {word.strip(): row["file"] for row in csv.DictReader(file) for word in row["words"].split(";")}


def _units(text: str) -> int:
    return len(text.encode("utf-16-le")) // 2
