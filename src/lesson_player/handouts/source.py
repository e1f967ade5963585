"""What handouts are made from: a lesson in one version, with all that stands beside it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lesson_player.handouts.blocks import Picture
from lesson_player.model.appearance import Appearance

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import TranscriptRow
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.lesson import Lesson, Wording
    from lesson_player.model.line import Line


@dataclass(frozen=True, slots=True)
class FilmScript:
    """The transcript of one version of a film."""

    id: str
    """Id of the version."""
    title: str
    notice: str
    """What has to be said about this edition, such as that it is a sample; may be empty."""
    duration_s: float
    rows: tuple[TranscriptRow, ...]


@dataclass(frozen=True, slots=True)
class KeyRow:
    """A command with its keys, for the sheet of keys."""

    words: str
    keys: str
    help: str


@dataclass(frozen=True, slots=True)
class KeyGroup:
    """Commands that belong together."""

    title: str
    rows: tuple[KeyRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoutSource:
    """A lesson in one version, as the class sees it; ``application`` puts it together."""

    bundle: LessonBundle
    lesson: Lesson
    """With its adaptations applied."""
    wording: Wording
    version_title: str
    adaptations: tuple[str, ...] = ()
    appearance: Appearance = field(default_factory=Appearance)
    """How the version wants text to look: typeface and spacing hold on paper too."""
    scripts: tuple[FilmScript, ...] = ()
    families: str = ""
    """The lesson's page for parents and carers, ``parents.md``; empty where it has none."""
    keys: tuple[KeyGroup, ...] = ()

    def words(self, line: Line) -> str:
        """A line in the version's wording."""
        return line.words(self.wording)

    def picture(self, picture_id: str | None) -> Picture | None:
        """A picture of the lesson with its alt text; None where none is named."""
        return Picture(picture_id, self.bundle.alt(picture_id)) if picture_id else None

    @property
    def easy(self) -> bool:
        """Whether the version is worded in easy read."""
        return self.wording == "easy"

    @property
    def title(self) -> str:
        """The lesson's title in the version's wording."""
        return self.lesson.easy if self.easy and self.lesson.easy else self.lesson.title
