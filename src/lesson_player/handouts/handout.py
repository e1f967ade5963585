"""A handout as a value: what stands on it, before anyone decides what kind of file it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.model.typeface import DEFAULT_TYPEFACE

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import Block


class Paper(StrEnum):
    """The sizes of paper that schools have in their printers."""

    A4 = "a4"
    A5 = "a5"


class Ink(StrEnum):
    """What the printer has."""

    COLOUR = "colour"
    GREY = "grey"


class Reader(StrEnum):
    """For whom a handout is."""

    PUPILS = "pupils"
    FAMILIES = "families"
    STAFF = "staff"


@dataclass(frozen=True, slots=True)
class Lettering:
    """How text is set. Spacing is in em beside the typeface's own."""

    typeface: str = DEFAULT_TYPEFACE
    """An id of `model.typeface.TYPEFACES`."""
    size_pt: float = 12.0
    letter_spacing: float = 0.0
    word_spacing: float = 0.0
    line_spacing: float = 1.3
    """Height of a line as a multiple of the text size."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Handout:
    """One handout: one file for each kind of file that it is made into."""

    id: str
    """Its part of the file's name: small letters, digits and hyphens."""
    kind: str
    """Id of its kind."""
    title: str
    """The title of the document, and its heading of level 1 unless *titled* is False."""
    language: str
    """As in ``en-GB``."""
    reader: Reader
    blocks: tuple[Block, ...]
    paper: Paper = Paper.A4
    landscape: bool = False
    lettering: Lettering = Lettering()
    titled: bool = True
    """False where the title names the document and stands on no page, as on sheets of cards."""
    subtitle: str = ""
    picture_mm: float | None = None
    """Width of the picture beside a sentence; None for what the paper and the reader ask for."""
    spread: bool = False
    """Whether rows share out the room that their page has left."""
    foot: str = ""
    """What stands at the foot of each page beside its number; without it there is no foot at all, so that
    nothing on a card that is cut out says where it is from."""
    sample: bool = False
    """Whether to say at the foot that this is our own sample."""
