"""The controller of the editor: every edit goes through it, and every window part shows what it tells."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.adapting.opened import edited, redone, undone, written
from lesson_player.adapting.own_lesson import OwnLesson, bundle_with
from lesson_player.adapting.parts import parts_of
from lesson_player.control.editing.lines import Source
from lesson_player.control.editing.place import first_place
from lesson_player.control.editing.preview import preview_of
from lesson_player.control.editing.saver import Saver
from lesson_player.control.editing.steps import sitting_rows, step_fields, step_rows
from lesson_player.control.editing.view import EditorView
from lesson_player.control.editing.whole import WholeLesson
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.adapting.edit import Edit
    from lesson_player.adapting.opened import Opened
    from lesson_player.adapting.parts import Part
    from lesson_player.control.editing.others import OtherVersions
    from lesson_player.control.editing.pictures import Pictures
    from lesson_player.control.editing.place import Place
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

_TYPING_MS = 1000
"""A pause in typing that ends a step of undo."""


class OpenVersion(Protocol):
    """Makes the course of a version, and gives the beginning of one of its sittings."""

    def __call__(self, bundle: LessonBundle, version: Opened, sitting: str) -> tuple[Course, LessonState]:
        """The course of *version*, a version of the lesson of *bundle*."""
        ...


@dataclass(frozen=True, slots=True)
class Editing:
    """What is edited, and what editing needs from outside."""

    bundle: LessonBundle
    opened: Opened
    open_version: OpenVersion
    write: Callable[[Adaptation], object]
    """Writes the version's file; raises OSError."""
    pictures: Pictures
    others: OtherVersions


class EditingController(QObject):
    """Holds the version with its history, and the place in it that is worked on."""

    view_changed = Signal(object)
    """The `EditorView`."""
    told = Signal(str)
    """For the coordinator: why something was not done."""
    saving = Signal(str)
    """How the file stands."""
    edited = Signal()
    """The version is another one now: by an edit, undo or redo."""

    def __init__(self, editing: Editing, jobs: JobRunner, sitting: str = "") -> None:
        super().__init__()
        self._editing, self._opened = editing, editing.opened
        self._place = first_place(self._opened.lesson, sitting)
        self._whole = WholeLesson()
        self._taught: tuple[Opened, str, tuple[Course, LessonState]] | None = None
        self._typing = QTimer(self, singleShot=True, interval=_TYPING_MS)
        self._saver = Saver(editing.write, jobs)
        self._saver.setParent(self)
        self._saver.saved.connect(self._note_saved)
        self._saver.said.connect(self.saving)
        self._saver.failed.connect(self.told)
        self._view = self._look()

    @property
    def view(self) -> EditorView:
        """What the window shows."""
        return self._view

    @property
    def opened(self) -> Opened:
        """The version with the lesson below it and its history."""
        return self._opened

    @property
    def bundle(self) -> LessonBundle:
        """The lesson with everything that belongs to it, and the pictures that the version brings."""
        if isinstance(self._opened.adaptation, OwnLesson):
            return bundle_with(self._editing.bundle, self._opened.adaptation)
        return self._editing.bundle.with_pictures_of([self._opened.adaptation])

    @property
    def pictures(self) -> Pictures:
        """Where pictures come from and go to."""
        return self._editing.pictures

    @property
    def others(self) -> OtherVersions:
        """The other versions of the lesson."""
        return self._editing.others

    def copy(self, part: Part, version: str) -> None:
        """Have another version make a change of this one."""
        self.told.emit(self.others.copy(version, part, self._opened.adaptation))

    @property
    def place(self) -> Place:
        """What is worked on."""
        return self._place

    def edit(self, edit: Edit, *, typing: bool = False, then: Place | None = None) -> bool:
        """Make an edit; whether it was made. One that is refused is told in words, and changes nothing.

        With *typing* it is joined to the one before where that was a moment ago and of the same field. *then*
        is the place to go to, where the edit makes one.
        """
        on = typing and self._typing.isActive()
        after = edited(self._opened, edit, typing_on=on)
        if isinstance(after, Problem):
            self.told.emit(f"{after.sentence} {after.remedy}".strip())
            return False
        if typing:
            self._typing.start()
        else:
            self._typing.stop()
        self._become(after, then, typing=typing)
        return True

    def undo(self) -> None:
        """Take the last edit back."""
        self._typing.stop()
        self._become(undone(self._opened))

    def redo(self) -> None:
        """Make the edit again that was taken back."""
        self._typing.stop()
        self._become(redone(self._opened))

    def go(self, place: Place) -> None:
        """Work on another step, line or slide."""
        if place != self._place:
            if place.step != self._place.step:
                self._typing.stop()
            self._place = place
            self._show()

    def close(self) -> str:
        """Write what is not yet written; why that could not be done, or an empty text."""
        self._typing.stop()
        return self._saver.close()

    def _become(self, after: Opened, then: Place | None = None, *, typing: bool = False) -> None:
        if after is self._opened:
            return
        self._opened = after
        self._place = then or self._place
        self._saver.keep(after.adaptation, typing=typing)
        self._show()
        self.edited.emit()

    def _note_saved(self, adaptation: Adaptation) -> None:
        if adaptation == self._opened.adaptation:
            self._opened = written(self._opened)

    def _show(self) -> None:
        view = self._look()
        if view != self._view:
            self._view = view
            self.view_changed.emit(view)

    def course(self, sitting: str) -> tuple[Course, LessonState]:
        """What the class gets, at the beginning of a sitting."""
        return self._editing.open_version(self.bundle, self._opened, sitting)

    def source(self) -> Source:
        """What the fields are worked out from."""
        opened, bundle = self._opened, self._editing.bundle
        version = self._whole.of(opened)
        film = bundle.films.get(opened.lesson.film or "")
        moments = {one.id: one.title for one in film.film.moments} if film else {}
        alt = self.bundle.alt
        return Source(opened.base, version, opened.adaptation, alt, moments, is_lesson=opened.is_lesson)

    def taught(self) -> tuple[Course, LessonState]:
        """The version as a course, and the beginning of the sitting that is worked on."""
        opened, sitting = self._opened, self._place.sitting
        if self._taught is None or self._taught[0] is not opened or self._taught[1] != sitting:
            there = any(one.id == sitting for one in opened.lesson.sittings)
            taught = sitting if there else opened.lesson.sittings[0].id
            made = self._editing.open_version(self.bundle, opened, taught)
            self._taught = (opened, sitting, made)
        return self._taught[2]

    def _look(self) -> EditorView:
        source, opened = self.source(), self._opened
        self._place = self._place.within(source.version)
        place, sitting = self._place, self._place.sitting
        course, start = self.taught()
        sittings = sitting_rows(opened.base, opened.lesson, source.version)
        return EditorView(
            lesson=opened.base.title,
            title=opened.adaptation.title,
            sitting=next(one for one in sittings if one.id == sitting),
            sittings=sittings,
            steps=step_rows(source, sitting),
            step=step_fields(source, place.step),
            preview=preview_of(course, start, place.step, place.line, place.slide),
            changes=len(parts_of(opened.adaptation)),
            undo=opened.history.undo_words,
            redo=opened.history.redo_words,
            is_lesson=opened.is_lesson,
        )


def replaced(bundle: LessonBundle, adaptation: Adaptation) -> LessonBundle:
    """*bundle* with *adaptation* in place of the former one of its id."""
    others = tuple(one for one in bundle.adaptations if one.id != adaptation.id)
    return bundle.model_copy(update={"adaptations": (*others, adaptation)})
