"""Braille pages as a BRF file: 40 cells by 25 lines, as embossers and Braille displays take them.

Headings are centred or begin in cell 5, a paragraph begins in cell 3 and goes on in cell 1, an item the other
way round, and the page's number stands at the right of the last line (Braille Authority of North America,
*Braille Formats* 2016, sections 1, 4 and 8).
"""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.handouts.braille_text import BrailleLine, Part

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

CELLS = 40
"""Cells of a line."""
LINES = 25
"""Lines of a page, the one with its number among them."""
_INDENTS = {Part.STEP: (4, 4), Part.PARAGRAPH: (2, 0), Part.ITEM: (0, 2)}
"""Empty cells before a part's first line, and before those after it."""
_LETTERS = "JABCDEFGHI"
"""The digits 0 to 9 in Braille ASCII, after the number sign."""
_CENTRED = frozenset({Part.TITLE, Part.SITTING})
_HEADINGS = _CENTRED | {Part.STEP}
_SIDES = 3
"""Least empty cells on each side of a centred line."""
_CELL = re.compile(r"[ -_]*")

Page = tuple[str, ...]


class Grade(StrEnum):
    """The two ways to write Unified English Braille."""

    UNCONTRACTED = "grade-1"
    """Letter by letter."""
    CONTRACTED = "grade-2"
    """With the signs for groups of letters and whole words."""


def pages(translated: Sequence[BrailleLine]) -> tuple[Page, ...]:
    """*translated* lines, in Braille ASCII, on pages of `LINES` lines of at most `CELLS` cells.

    No heading is the last line of a page: it goes with the line after it to the next one.
    """
    room = LINES - 1
    made: list[list[str]] = [[]]
    groups = list(_groups(translated))
    for number, (group, is_heading) in enumerate(groups):
        page = made[-1]
        gap = [""] if page and (is_heading or (number and groups[number - 1][1] == "centred")) else []
        ahead = _needed_with(groups, number)
        if page and len(page) + len(gap) + min(ahead, room) > room:
            page, gap = [], []
            made.append(page)
        page += gap
        for line in group:
            if len(page) == room:
                page = []
                made.append(page)
            page.append(line)
    return tuple(_numbered(page, number) for number, page in enumerate(made, start=1))


def brf(made: Iterable[Page]) -> bytes:
    """*made* pages as the bytes of a file: lines end with CR LF, each page with a form feed."""
    text = "".join("".join(f"{line}\r\n" for line in page) + "\f" for page in made)
    return text.encode("ascii")


def number_sign(number: int) -> str:
    """A whole number in Braille ASCII: ``#AB`` for 12."""
    return "#" + "".join(_LETTERS[int(digit)] for digit in str(number))


def cells_of(text: str) -> str:
    """*text* as Braille ASCII in capitals. Raises ValueError for what no cell stands for."""
    cells = text.replace("\u2800", " ").upper().rstrip()
    if not _CELL.fullmatch(cells):
        raise ValueError(f"not Braille ASCII: {text!r}")
    return cells


def _groups(translated: Sequence[BrailleLine]) -> Iterator[tuple[list[str], str]]:
    """The lines of each part on the page, and whether it is a heading: ``centred``, ``indented`` or empty."""
    for line in translated:
        if line.part in _CENTRED:
            wrapped = _wrap(line.text, CELLS - 2 * _SIDES, 0, 0)
            yield [" " * ((CELLS - len(each)) // 2) + each for each in wrapped], "centred"
        else:
            first, rest = _INDENTS[line.part]
            yield _wrap(line.text, CELLS, first, rest), "indented" if line.part in _HEADINGS else ""


def _needed_with(groups: Sequence[tuple[list[str], str]], at: int) -> int:
    """Lines that must stand on one page from the group *at* on: a heading takes what follows with it."""
    lines, heading = groups[at]
    if not heading:
        return 1
    following = at + 1 < len(groups)
    gap = 1 if following and (groups[at + 1][1] or heading == "centred") else 0
    return len(lines) + gap + (_needed_with(groups, at + 1) if following else 0)


def _wrap(text: str, width: int, first: int, rest: int) -> list[str]:
    lines, line, indent = [], "", first
    for word in _pieces(text, width - max(first, rest)):
        if line and indent + len(line) + 1 + len(word) > width:
            lines.append(" " * indent + line)
            line, indent = word, rest
        else:
            line = f"{line} {word}" if line else word
    return [*lines, " " * indent + line]


def _pieces(text: str, width: int) -> Iterator[str]:
    """The words of *text*; one that is longer than a line is divided by hyphens."""
    for word in text.split():
        while len(word) > width:
            yield word[: width - 1] + "-"
            word = word[width - 1 :]  # noqa: PLW2901 - the rest of it
        yield word


def _numbered(page: list[str], number: int) -> Page:
    sign = number_sign(number)
    empty = [""] * (LINES - 1 - len(page))
    return (*page, *empty, sign.rjust(CELLS))
