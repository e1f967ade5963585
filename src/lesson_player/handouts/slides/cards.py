"""Choices on a slide: up to six cards of equal size, each with its number, its words and its picture."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from lesson_player.handouts.slides.fit import GAP, HEIGHT
from lesson_player.handouts.slides.shapes import Box
from lesson_player.model.theme import BODY

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.handouts.blocks import Card
    from lesson_player.handouts.slides.fit import Sizes
    from lesson_player.handouts.slides.shapes import Pen

_PAD = 12.0
_BESIDE = 1.6
"""A card that is so many times as wide as high has its picture on the left; else it stands above."""
_USUAL, _LARGE_ENOUGH, _LEAST = BODY * HEIGHT, 24.0, 18.0
"""Sizes of a card's words in points: pictures give way below the first one, words again below the second."""
_CLEAR, _TINY = 130.0, 40.0
"""Side of a picture below which words give way first, and the least, in points."""


def place_cards(pen: Pen, cards: Sequence[Card], box: Box, at: Sizes) -> None:
    """Put *cards* into *box* from left to right and down; all words have one size."""
    columns = len(cards) if len(cards) <= 3 else math.ceil(len(cards) / 2)
    rows = math.ceil(len(cards) / columns)
    width = (box.width - GAP * (columns - 1)) / columns
    height = (box.height - GAP * (rows - 1)) / rows
    texts = [f"{number}. {card.text}" for number, card in enumerate(cards, start=1)]
    beside = width > _BESIDE * height
    size, side = _size(texts, width, height, at, beside=beside)
    for number, (card, text) in enumerate(zip(cards, texts, strict=True)):
        place = Box(
            box.left + (number % columns) * (width + GAP),
            box.top + (number // columns) * (height + GAP),
            width,
            height,
        )
        _place(pen, card, text, place, (size, side), beside=beside)


def _place(
    pen: Pen, card: Card, text: str, place: Box, measures: tuple[float, float], *, beside: bool
) -> None:
    size, side = measures
    if card.picture is None:
        pen.card(((text, False),), place, (_PAD, _PAD, _PAD), size)
        return
    inset = (side + 2 * _PAD, _PAD, _PAD) if beside else (_PAD, side + 2 * _PAD, _PAD)
    pen.card(((text, False),), place, inset, size)
    left = place.left + (_PAD if beside else (place.width - side) / 2)
    top = place.top + ((place.height - side) / 2 if beside else _PAD)
    pen.picture(card.picture, Box(left, top, side, side))


def _size(
    texts: Sequence[str], width: float, height: float, at: Sizes, *, beside: bool
) -> tuple[float, float]:
    """The size at which all words have room, and the pictures' side then: they give way in turn."""
    side = (height - 2 * _PAD) if beside else min(width - 2 * _PAD, height * 0.62)
    size = at.body
    while True:
        room = width - 3 * _PAD - side if beside else width - 2 * _PAD
        tall = max(at.height(text, size, room) for text in texts)
        free = height - 2 * _PAD if beside else height - 3 * _PAD - side
        if tall <= free:
            return size, side
        if size > _USUAL:
            size -= 1
        elif side > _CLEAR:
            side -= 10
        elif size > _LARGE_ENOUGH:
            size -= 1
        elif side > _TINY:
            side -= 10
        elif size > _LEAST:
            size -= 1
        else:
            return size, side
