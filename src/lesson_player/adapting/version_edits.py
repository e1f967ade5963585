"""Edits of a version as a whole: its title, wording, presets, look and film."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lesson_player.adapting.edit import Edit
from lesson_player.adapting.parts import Part, PartKind, changed, with_part
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Wording
    from lesson_player.model.pictures import Picture
    from lesson_player.model.problem import Problem


@dataclass(frozen=True, slots=True)
class ChangeVersion(Edit):
    """Give the version another title, or say anew what it is for."""

    field: Literal["title", "about"]
    value: str

    def _key(self) -> tuple[str, ...]:
        return ("version", self.field)

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Name of the version changed") if self.field == "title" else tr("What it is for changed")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return changed(adaptation, **{self.field: self.value})


@dataclass(frozen=True, slots=True)
class ChangeWording(Edit):
    """Let the class read the standard or the easy-read wording; None leaves it to other layers."""

    wording: Wording | None

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Wording changed")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return with_part(adaptation, Part(PartKind.WORDING), self.wording)


@dataclass(frozen=True, slots=True)
class ChangePresets(Edit):
    """Name the presets that come with the version, in the order in which they apply."""

    presets: tuple[str, ...]

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Presets changed")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return with_part(adaptation, Part(PartKind.PRESETS), self.presets)


@dataclass(frozen=True, slots=True)
class ChangeLook(Edit):
    """Set one field of the appearance (`AppearanceChange`); None leaves it to presets and settings."""

    field: str
    value: str | float | bool | None

    def _key(self) -> tuple[str, ...]:
        return ("look", self.field)

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Appearance changed")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return with_part(adaptation, Part(PartKind.APPEARANCE, field=self.field), self.value)


@dataclass(frozen=True, slots=True)
class ChangeFilm(Edit):
    """Set one field of how the film is shown (`FilmChoiceChange`), such as ``caption_track``."""

    field: str
    value: object

    def _key(self) -> tuple[str, ...]:
        return ("film", self.field)

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("How the film is shown changed")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return with_part(adaptation, Part(PartKind.FILM, field=self.field), self.value)


@dataclass(frozen=True, slots=True)
class BringPicture(Edit):
    """Have the version bring a picture of its own (`Adaptation.pictures`); None takes it out again.

    The file itself is put beside the version by whoever makes this edit.
    """

    id: str
    picture: Picture | None

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Picture added") if self.picture is not None else tr("Picture taken out")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return with_part(adaptation, Part(PartKind.PICTURE, self.id), self.picture)
