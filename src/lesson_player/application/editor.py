"""The editor of a version: its file, its course for the preview, its window, and teaching from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.adapting.opened import opened
from lesson_player.application.courses import begin, open_course
from lesson_player.control.editing.controller import Editing, EditingController, replaced
from lesson_player.rendering.pictures import PictureStore
from lesson_player.ui.editor.window import EditorWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


def open_version(bundle: LessonBundle, adaptation: Adaptation, sitting: str) -> tuple[Course, LessonState]:
    """The course of a version as it is edited, and the beginning of a sitting of it."""
    course, prepared = open_course(replaced(bundle, adaptation), (adaptation.id,))
    return course, begin(course, prepared, sitting)


class EditorDesk(QObject):
    """One version being edited, from the opening of its window to its end."""

    closed = Signal()
    try_asked = Signal(object, str, str)
    """The bundle with the version as it is, the version's id, and the step to begin with."""

    def __init__(
        self,
        bundle: LessonBundle,
        adaptation: Adaptation,
        write: Callable[[Adaptation], object],
        jobs: JobRunner,
    ) -> None:
        super().__init__()
        editing = Editing(bundle, opened(bundle.lesson, adaptation), open_version, write)
        self.controller = EditingController(editing, jobs)
        self.controller.setParent(self)
        self.window = EditorWindow(self.controller, PictureStore(bundle.picture_path))
        self.window.left.connect(self._close)

    def _close(self) -> None:
        self.controller.close()
        self.closed.emit()
