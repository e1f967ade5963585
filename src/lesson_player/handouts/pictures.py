"""The pictures of handouts: found by id, given as data that is safe to draw, and told where missing."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.blocks import (
    CardGrid,
    ChoiceBoxes,
    CutSheet,
    Figure,
    Framed,
    Gallery,
    Note,
    Picture,
    PictureLine,
    Together,
)
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.handouts.blocks import Block
    from lesson_player.handouts.handout import Handout

BITMAP_SIDE = 1600
"""Pixels of a bitmap's longer side: sharp at 200 dots an inch across a page, and still small."""


@dataclass(frozen=True, slots=True)
class Drawing:
    """A picture's data: an SVG that was checked, or a PNG that we wrote ourselves."""

    data: bytes
    suffix: str
    """``.svg`` or ``.png``."""


class Drawings(Protocol):
    """Where a renderer gets pictures from. What cannot be shown is None, never an exception."""

    def drawing(self, picture_id: str) -> Drawing | None:
        """The picture for a renderer that can draw SVG."""

    def bitmap(self, picture_id: str, side: int = BITMAP_SIDE) -> bytes | None:
        """The picture as a PNG whose longer side is *side* pixels, transparent where it has no ground."""


def pictures_of(blocks: Iterable[Block]) -> Iterator[Picture]:
    """Every picture in *blocks*, in reading order, as often as it stands there."""
    for block in blocks:
        match block:
            case Figure(picture=picture):
                yield picture
            case PictureLine(picture=Picture() as picture):
                yield picture
            case CardGrid(cards=cards) | Gallery(cards=cards) | ChoiceBoxes(choices=cards):
                yield from (card.picture for card in cards if card.picture is not None)
            case Note(blocks=inner) | Together(blocks=inner) | Framed(blocks=inner):
                yield from pictures_of(inner)
            case CutSheet(faces=faces):
                for face in faces:
                    yield from pictures_of(face)
            case _:
                pass


def missing_pictures(handouts: Iterable[Handout], drawings: Drawings) -> tuple[Problem, ...]:
    """A problem for each picture that cannot be shown, once, whatever number of handouts it stands in."""
    wanted = dict.fromkeys(
        (picture.id, picture.alt) for handout in handouts for picture in pictures_of(handout.blocks)
    )
    return tuple(_missing(name, alt) for name, alt in wanted if drawings.drawing(name) is None)


def _missing(name: str, alt: str) -> Problem:
    return Problem(
        code="handout-picture",
        sentence=tr("The picture “{name}” cannot be shown. Its words are printed instead.", name=name)
        if alt
        else tr("The picture “{name}” cannot be shown, and it has no words. A blank is left.", name=name),
        remedy=tr("Check the file in the lesson’s folder of pictures, and print again."),
        severity=Severity.WARNING,
    )
