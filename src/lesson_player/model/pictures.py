"""The pictures of a lesson: their files, what they show in words, and what they are found by."""

from __future__ import annotations

from typing import Literal

from lesson_player.model.base import Identifier, Text, Value
from lesson_player.model.film import FileName


class Picture(Value):
    """A picture of the catalogue."""

    file: FileName
    alt: Text
    words: tuple[Text, ...] = ()
    """What it can be searched by."""
    source: Text | None = None
    """Where it is from and its licence, as its authors ask to be named; None for the lesson's own."""


class PictureCatalogue(Value):
    """The lesson's own pictures, ``pictures/catalogue.yaml``."""

    format: Literal[1]
    pictures: dict[Identifier, Picture]
