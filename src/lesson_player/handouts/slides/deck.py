"""Slides as values: what stands on each, in reading order, and its notes for the teacher."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import Card, Picture, PictureLine
    from lesson_player.model.appearance import Appearance


@dataclass(frozen=True, slots=True)
class NoteGroup:
    """Notes that belong together, such as what to say."""

    title: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class DeckSlide:
    """One slide: a title, then lines with their pictures, or cards, or one large picture beside the lines."""

    title: str
    subtitle: str = ""
    """On the first slide of the lesson or of a sitting alone."""
    opens: bool = False
    """Whether it opens the lesson or a sitting."""
    lines: tuple[PictureLine, ...] = ()
    cards: tuple[Card, ...] = ()
    picture: Picture | None = None
    """The one large picture."""
    notes: tuple[NoteGroup, ...] = ()
    """For the teacher's eyes."""


@dataclass(frozen=True, slots=True)
class Section:
    """The slides of a sitting."""

    title: str
    slides: tuple[DeckSlide, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """A whole lesson in one version."""

    title: str
    language: str
    """As in ``en-GB``."""
    sections: tuple[Section, ...]
    footer: str = ""
    """The message at the foot of every slide."""
    appearance: Appearance

    @property
    def slides(self) -> tuple[DeckSlide, ...]:
        """All slides in order."""
        return tuple(slide for section in self.sections for slide in section.slides)
