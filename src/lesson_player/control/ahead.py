"""Makes what Next will bring while nobody waits for it, so that Next only has to show it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

from lesson_player.teaching.desk import make_ahead

if TYPE_CHECKING:
    from lesson_player.control.teaching import TeachingController
    from lesson_player.model.slide import ClassView
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.views import TeacherView

AFTER_MS: Final = 60
"""So long after the last change: the windows have been painted by then, and nobody presses again so soon."""


class Ahead(QObject):
    """Goes with a controller, whose slides are kept in the course once they are made."""

    def __init__(self, course: Course, controller: TeachingController) -> None:
        super().__init__(controller)
        self._course = course
        self._controller = controller
        self._soon = QTimer(self, singleShot=True, interval=AFTER_MS)
        self._soon.timeout.connect(self._make)
        self._following: ClassView | None = None
        controller.view_changed.connect(self._wait)
        controller.finished.connect(self._soon.stop)

    def _wait(self, view: TeacherView) -> None:
        # A clock that ticks and a caption that comes change nothing of what Next brings.
        if view.next_view != self._following:
            self._following = view.next_view
            self._soon.start()

    def _make(self) -> None:
        make_ahead(self._course, self._controller.state)
