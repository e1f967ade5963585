"""Rows of pictures and sentences shared out among pages, so that none is left half empty.

Pages are planned and not merely filled: a step stays together where it can, no row stands alone at the head
or the foot of a page away from its step, and what room is left over is left evenly.
"""

from __future__ import annotations

from dataclasses import dataclass
from math import ceil
from typing import TYPE_CHECKING

from lesson_player.handouts.blocks import Heading, PageBreak
from lesson_player.handouts.handout import Paper
from lesson_player.handouts.marked import plain
from lesson_player.handouts.measures import SIZES, margin, picture_side

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.handouts.blocks import Block, PictureLine
    from lesson_player.handouts.handout import Handout

_MM = 0.3528
"""A point in millimetres."""
_LETTER = 0.53
"""Width of an average letter of our typefaces, in em."""
_GAP, _FOOT = 6.0, 6.0
_SPLIT, _ALONE = 0.02, 0.1
"""What it costs to divide a step between pages, and to leave one of its rows alone; an empty page costs 1."""


@dataclass(frozen=True, slots=True)
class Section:
    """A step's heading and its rows."""

    title: str
    lines: tuple[PictureLine, ...]


@dataclass(frozen=True, slots=True)
class _Row:
    height: float
    section: int
    place: int
    """Its place in its section, from 0."""
    last: bool
    head: float
    """What the section's heading takes above it, where it is the first."""


def planned(handout: Handout, title: str, sections: Sequence[Section]) -> list[Block]:
    """The blocks of a part of the handout, beginning with its *title* on a new page."""
    size = handout.lettering.size_pt * _MM
    rows = [
        _Row(
            _height(handout, line),
            number,
            place,
            place == len(one.lines) - 1,
            size * 2.7 if not place else 0.0,
        )
        for number, one in enumerate(sections)
        for place, line in enumerate(one.lines)
    ]
    room = SIZES[Paper(handout.paper)][1] - 2 * margin(handout) - _FOOT
    blocks: list[Block] = [PageBreak(), Heading(title)]
    for start, end in _pages(rows, room, first=size * 2.9):
        if start:
            blocks.append(PageBreak())
        for row in rows[start:end]:
            section = sections[row.section]
            if not row.place:
                blocks.append(Heading(section.title, 3))
            blocks.append(section.lines[row.place])
    return blocks


def _height(handout: Handout, line: PictureLine) -> float:
    look, side = handout.lettering, picture_side(handout)
    size = look.size_pt * _MM
    width = SIZES[Paper(handout.paper)][0] - 2 * margin(handout) - (side + 7.0 if line.picture else 0.0)
    letters = max(1.0, width / (size * (_LETTER + look.letter_spacing + look.word_spacing / 6)))
    lines = ceil(len(plain(line.text)) / letters * 1.06) + (1.2 if line.lead else 0.0)
    words = lines * size * look.line_spacing
    return max(words, side * 0.86 if line.picture else 0.0) + _GAP


def _pages(rows: Sequence[_Row], room: float, first: float) -> list[tuple[int, int]]:
    """Where pages begin and end: of all ways to divide the rows the one that costs least."""
    best: list[float] = [0.0] + [float("inf")] * len(rows)
    came: list[int] = [0] * (len(rows) + 1)
    for end in range(1, len(rows) + 1):
        used = 0.0
        for start in range(end - 1, -1, -1):
            used += rows[start].height + rows[start].head
            free = room - used - (0.0 if start else first)
            if free < 0 and start < end - 1:
                break
            cost = best[start] + (max(free, 0.0) / room) ** 2 + _cut(rows, start)
            if cost < best[end]:
                best[end], came[end] = cost, start
    pages: list[tuple[int, int]] = []
    end = len(rows)
    while end:
        pages.append((came[end], end))
        end = came[end]
    return pages[::-1]


def _cut(rows: Sequence[_Row], start: int) -> float:
    """What it costs to begin a page with this row."""
    row = rows[start]
    if not row.place:
        return 0.0
    alone = (row.place == 1) + row.last
    return _SPLIT + alone * _ALONE
