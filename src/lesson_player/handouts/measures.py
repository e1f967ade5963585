"""Sizes on paper, in millimetres: what depends on the paper, the reader and the size of the text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.handouts.handout import Paper, Reader

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import CardGrid, ChoiceBoxes
    from lesson_player.handouts.handout import Handout

SIZES = {Paper.A4: (210.0, 297.0), Paper.A5: (148.0, 210.0)}
"""Width and height of upright paper (ISO 216)."""
EDGE = 10.0
"""What printers cannot reach, and no more: the margin of sheets that are cut."""
_INSET = 6.0
"""Room inside each card on each side, so that a careless cut touches nothing."""
_LINE = 0.3528 * 1.3
"""Height of a line for each point of its text."""
_CARD_PT = {1: 34.0, 2: 22.0, 3: 16.0}
"""Words on a card, by the number of cards in a row."""
_SMALL_CARD_PT = 12.0
_CARD_LINES = 2.4
"""Room for words below a card's picture."""


def page_size(handout: Handout) -> tuple[float, float]:
    """Width and height of a page as it lies before the reader."""
    width, height = SIZES[handout.paper]
    return (height, width) if handout.landscape else (width, height)


def margin(handout: Handout) -> float:
    """From the edge of the page to its text."""
    if handout.paper is Paper.A5:
        return 13.0
    return 18.0 if handout.reader is Reader.PUPILS else 20.0


def picture_side(handout: Handout) -> float:
    """Width of the picture beside a sentence: as large as can be for pupils, a help to the eye for adults."""
    if handout.picture_mm is not None:
        return handout.picture_mm
    size = handout.lettering.size_pt
    if handout.reader is not Reader.PUPILS:
        return 17.0
    if handout.paper is Paper.A5:
        return 33.0
    return min(46.0 + max(0.0, size - 18.0), 54.0)


def card_text_pt(columns: int) -> float:
    """Size of the words on a card where that many stand in a row, in points."""
    return _CARD_PT.get(columns, _SMALL_CARD_PT)


def card_picture(handout: Handout, grid: CardGrid) -> float:
    """Height of a card's picture."""
    inside = (page_size(handout)[1] - 2 * EDGE) / grid.rows - 2 * _INSET
    words = card_text_pt(grid.columns) * _LINE * _CARD_LINES
    return max(inside - words, 10.0)


def choice_height(handout: Handout, boxes: ChoiceBoxes) -> tuple[float, float]:
    """Height of a box to tick, and of the picture in it."""
    words = handout.lettering.size_pt * _LINE * 2
    picture = {1: 46.0, 2: 40.0}.get(boxes.columns, 28.0)
    has_pictures = any(choice.picture is not None for choice in boxes.choices)
    return (picture + words + 12.0, picture) if has_pictures else (words + 14.0, 0.0)
