"""Pictures for lines: those that can be chosen, and one that was chosen as a single step of undo."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from lesson_player.adapting.edit import Edit, line_words
from lesson_player.adapting.lesson_edits import ChangeLessonPicture
from lesson_player.adapting.line_edits import ChangeLine
from lesson_player.adapting.version_edits import BringPicture
from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.pictures import Picture
    from lesson_player.operations.own_pictures import PictureChoice
    from lesson_player.operations.picture_library import PictureLibrary


class Pictures(Protocol):
    """Where pictures come from and go to."""

    @property
    def own_allowed(self) -> bool:
        """Whether the school allows pictures of one's own."""
        ...

    @property
    def why_not(self) -> str:
        """The school's own sentence where it does not."""
        ...

    def library(self, bundle: LessonBundle) -> PictureLibrary:
        """All pictures that can be chosen; *bundle* has those that the version brings."""
        ...

    def take_in(self, choice: PictureChoice) -> Picture | None:
        """Put the file of a picture beside the version; None for one of the lesson. Raises OSError."""
        ...

    def add_pack(self, folder: Path, then: Callable[[str], None]) -> None:
        """Put the symbol pack in *folder* in, in the background; *then* is told what came of it."""
        ...


@dataclass(frozen=True, slots=True)
class UsePicture(Edit):
    """Give a line a picture, which the version brings where the lesson does not have it."""

    line: str
    """Its id; empty for the lesson as a whole, where that is edited itself."""
    id: str
    picture: Picture | None
    """What the version brings; None for a picture of the lesson."""

    def _said(self, lesson: Lesson, /) -> str:
        if not self.line:
            return tr("Picture of the lesson changed")
        return tr("Picture of “{line}” changed", line=line_words(lesson, self.line))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if self.picture is not None:
            brought = BringPicture(self.id, self.picture).on(adaptation, base)
            if isinstance(brought, Problem):
                return brought
            adaptation = brought
        if not self.line:
            return ChangeLessonPicture(self.id).on(adaptation, base)
        return ChangeLine(self.line, "picture", self.id).on(adaptation, base)
