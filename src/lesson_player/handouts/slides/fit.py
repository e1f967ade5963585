"""How much text has room on a slide, reckoned without the fonts of the computer that will show it.

A slide is `WIDTH` by `HEIGHT` points, 16:9. Sizes are those of the class screen, as shares of the height.
Text that has no room makes another slide ("1 of 2"), never smaller letters, as on the class screen; only one
line that fills a slide by itself is set smaller, down to `SMALLEST`.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.marked import plain
from lesson_player.model.theme import BODY, HEADING, MARGIN, SMALL

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.handouts.blocks import PictureLine
    from lesson_player.handouts.slides.deck import DeckSlide
    from lesson_player.model.appearance import Appearance

WIDTH, HEIGHT = 960.0, 540.0
SIDE = MARGIN * WIDTH
TOP = MARGIN * HEIGHT
SMALLEST = 20.0
"""Points: the least for text that is projected."""
MOST_LINES = 3
"""Rows on a slide, as on the class screen (docs/design.md)."""
MOST_CARDS = 6
GAP = 14.0
_FOOT = 58.0
_PICTURE, _ALONE = 150.0, 240.0
"""Largest side of a row's picture, and of that of a row which has the slide to itself, in points."""
_LETTER = {"opendyslexic": 0.66}
_USUAL_LETTER = 0.58
"""Width of a letter in em: that of wide typefaces, since the one that is meant may not be there."""
_BOLD = 1.16
"""Width of a bold letter beside a plain one."""
_HEADING_LINES = 2


@dataclass(frozen=True, slots=True)
class Sizes:
    """Text sizes of a deck in points."""

    heading: float
    body: float
    small: float
    line: float
    """Height of a line as a multiple of the text size."""
    letter: float
    """Width of a letter in em, with its spacing."""

    def lines(self, text: str, size: float, width: float, *, bold: bool = False) -> int:
        """Lines that *text* takes at *size* points in *width* points."""
        room = max(1, int(width / (size * self.letter * (_BOLD if bold else 1))))
        count, used = 1, 0
        for word in plain(text).split():
            if used and used + 1 + len(word) > room:
                count, used = count + 1, len(word)
            else:
                used += len(word) + (1 if used else 0)
            count += (len(word) - 1) // room
        return count

    def height(self, text: str, size: float, width: float) -> float:
        """Height in points that *text* takes."""
        return self.lines(text, size, width) * size * self.line


def sizes(appearance: Appearance) -> Sizes:
    """The sizes that an appearance asks for."""
    larger = appearance.text_percent / 100
    return Sizes(
        heading=round(HEADING * HEIGHT * min(larger, 1.15)),
        body=round(BODY * HEIGHT * larger),
        small=round(SMALL * HEIGHT),
        line=max(1.1, min(appearance.line_spacing, 2.0)),
        letter=_LETTER.get(appearance.font, _USUAL_LETTER)
        + appearance.letter_spacing
        + appearance.word_spacing / 6,
    )


def heading_size(title: str, at: Sizes) -> float:
    """The size at which a title takes two lines at most; not below the body's usual size."""
    size = at.heading
    while at.lines(title, size, WIDTH - 2 * SIDE, bold=True) > _HEADING_LINES and size > BODY * HEIGHT:
        size -= 2
    return size


def body_top(title: str, at: Sizes) -> float:
    """Where the slide's body begins, in points from the top."""
    size = heading_size(title, at)
    return TOP + at.lines(title, size, WIDTH - 2 * SIDE, bold=True) * size * 1.2 + GAP


def body_height(title: str, at: Sizes) -> float:
    """Height of the slide's body in points."""
    return HEIGHT - _FOOT - body_top(title, at)


def picture_side(rows: int, height: float) -> float:
    """Side of the pictures of so many rows."""
    return min(_ALONE if rows == 1 else _PICTURE, (height - GAP * (rows - 1)) / max(1, rows))


def words_of(line: PictureLine) -> str:
    """All words of a row, as long as they are on the slide."""
    return " ".join(part for part in (line.lead, line.text, line.contact) if part)


def row_height(line: PictureLine, at: Sizes, side: float) -> float:
    """Height of a row's words beside a picture of that *side*."""
    width = WIDTH - 2 * SIDE - (side + GAP if line.picture is not None else 0)
    return at.height(words_of(line), at.body, width)


def fitted(slide: DeckSlide, at: Sizes) -> tuple[DeckSlide, ...]:
    """The slide, or several where not all has room; each has the title, the first one has the notes."""
    if slide.opens or slide.picture is not None:
        return (slide,)
    parts: list[DeckSlide] = []
    if slide.lines:
        groups = tuple(_groups(slide.lines, slide.title, at))
        parts = [replace(slide, lines=group) for group in groups]
    elif len(slide.cards) > MOST_CARDS:
        cuts = range(0, len(slide.cards), MOST_CARDS)
        parts = [replace(slide, cards=slide.cards[cut : cut + MOST_CARDS]) for cut in cuts]
    return _numbered(parts) if len(parts) > 1 else (slide,)


def smaller_to_fit(line: PictureLine, at: Sizes, side: float, height: float) -> float:
    """The size of a row's text: the body's, or less where the row alone fills more than the slide."""
    size = at.body
    width = WIDTH - 2 * SIDE - (side + GAP if line.picture is not None else 0)
    while size > SMALLEST and at.height(words_of(line), size, width) > height:
        size -= 1
    return size


def _groups(lines: Sequence[PictureLine], title: str, at: Sizes) -> Iterator[tuple[PictureLine, ...]]:
    """As few slides as the rows need, filled evenly: three and one look worse than two and two."""
    least = math.ceil(len(lines) / MOST_LINES)
    for count in range(least, len(lines) + 1):
        room = body_height(_part_title(title, count, count) if count > 1 else title, at)
        groups = _evenly(lines, count)
        if all(len(group) == 1 or _fits(group, at, room) for group in groups):
            yield from groups
            return


def _evenly(lines: Sequence[PictureLine], count: int) -> list[tuple[PictureLine, ...]]:
    cuts = [round(number * len(lines) / count) for number in range(count + 1)]
    return [tuple(lines[begin:end]) for begin, end in pairwise(cuts)]


def _fits(group: Sequence[PictureLine], at: Sizes, room: float) -> bool:
    side = picture_side(len(group), room)
    if side < at.body * 2:
        return False
    rows = (max(row_height(line, at, side), side if line.picture else 0.0) for line in group)
    return sum(rows) + GAP * (len(group) - 1) <= room


@class_words()
def _part_title(title: str, number: int, count: int) -> str:
    return tr("{title} ({n}\u00a0of\u00a0{of})", title=title, n=number, of=count)


def _numbered(parts: Sequence[DeckSlide]) -> tuple[DeckSlide, ...]:
    return tuple(
        replace(
            part,
            title=_part_title(part.title, number, len(parts)),
            notes=part.notes if number == 1 else (),
        )
        for number, part in enumerate(parts, start=1)
    )
