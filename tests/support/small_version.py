"""A version of the small lesson, open in the editor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from lesson_player.adapting.opened import opened
from lesson_player.adapting.parts import Part, parts_of
from lesson_player.application.editor import course_of
from lesson_player.control.editing.controller import Editing, EditingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.bundle import LessonBundle
from lesson_player.model.pictures import Picture
from lesson_player.operations.own_pictures import PictureChoice
from lesson_player.operations.picture_library import PictureLibrary
from lesson_player.rendering.pictures import PictureStore
from lesson_player.ui.editor.window import EditorWindow
from tests.support.hand_jobs import AtOnce
from tests.support.small_lesson import bundle


def version(name: str = "mine", **changes: object) -> Adaptation:
    fields = {"format": 1, "id": name, "lesson": "small", "title": "Short lines", "about": "For tests."}
    return Adaptation.model_validate(fields | changes)


@dataclass
class FakePictures:
    """The lesson's own pictures and the program's; what is taken in is kept here."""

    taken: list[PictureChoice] = field(default_factory=list)
    packs: list[Path] = field(default_factory=list)
    own_allowed: bool = True
    why_not: str = ""

    def library(self, bundle: LessonBundle) -> PictureLibrary:
        return PictureLibrary(bundle)

    def take_in(self, choice: PictureChoice) -> Picture | None:
        self.taken.append(choice)
        return Picture(file=f"{choice.id}.{choice.ending}", alt=choice.alt) if choice.brings else None

    def add_pack(self, folder: Path, then: Callable[[str], None]) -> None:
        self.packs.append(folder)
        then("Symbols were put in.")


@dataclass
class FakeOthers:
    """One other version, and what was copied to it."""

    copied: list[tuple[str, Part]] = field(default_factory=list)

    def known(self) -> tuple[tuple[str, str], ...]:
        return (("other", "Short lines"),)

    def copy(self, version: str, part: Part, source: Adaptation) -> str:
        assert part in parts_of(source)
        self.copied.append((version, part))
        return "Copied."


@dataclass
class Edited:
    """A version that is edited, and everything that was written of it."""

    controller: EditingController
    written: list[Adaptation] = field(default_factory=list)
    told: list[str] = field(default_factory=list)

    @property
    def adaptation(self) -> Adaptation:
        return self.controller.opened.adaptation

    def go(self, step: str, line: str = "") -> None:
        self.controller.go(self.controller.place.to_step(step).to_line(line))


def edit(
    adaptation: Adaptation | None = None,
    *,
    made: LessonBundle | None = None,
    write: Callable[[Adaptation], object] | None = None,
) -> Edited:
    """A version of the small lesson with a controller that writes at once."""
    made, adaptation = made or bundle(), adaptation or version()
    written: list[Adaptation] = []
    first, write = opened(made.lesson, adaptation), write or written.append
    editing = Editing(made, first, course_of, write, FakePictures(), FakeOthers())
    found = Edited(EditingController(editing, JobRunner(AtOnce())), written)
    found.controller.told.connect(found.told.append)
    return found


def window(adaptation: Adaptation | None = None, step: str = "welcome") -> tuple[EditorWindow, Edited]:
    """The editor's window over it, at a step."""
    edited = edit(adaptation)
    made = EditorWindow(edited.controller, no_pictures())
    edited.controller.setParent(made)
    edited.go(step)
    return made, edited


def no_pictures() -> PictureStore:
    return PictureStore(lambda _name: None)
