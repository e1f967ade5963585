"""Which steps hold more than fits on their slides: the layout is asked, one step at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.control.editing.preview import preview_of
from lesson_player.rendering.layout import lay_out

if TYPE_CHECKING:
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.model.lesson import Step
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

_WIDTH, _HEIGHT = 1920, 1080
"""A class screen. What fits does not depend on its size, only on its shape."""


class Fullness(QObject):
    """Looks at every step that is another one than when it was looked at last."""

    looked = Signal()
    """All steps have been looked at; `full` says which are too full."""

    def __init__(self, controller: EditingController) -> None:
        super().__init__(controller)
        self._controller = controller
        self._known: dict[str, tuple[Step, object, bool]] = {}
        self._left: list[tuple[Course, LessonState, Step]] = []
        self._timer = QTimer(self, singleShot=True, interval=0)
        self._timer.timeout.connect(self._look_at_one)

    @property
    def full(self) -> frozenset[str]:
        """Ids of the steps that are too full, as far as they have been looked at."""
        return frozenset(name for name, (_, _, full) in self._known.items() if full)

    def look(self) -> None:
        """Look at what has changed."""
        self._left = []
        lesson, seen = self._controller.opened.lesson, set[str]()
        for sitting in lesson.sittings:
            course, start = self._controller.course(sitting.id)
            for step in course.steps(sitting.id):
                known = self._known.get(step.id)
                same = known is not None and known[0] == step and known[1] == start.appearance
                if step.id not in seen and not same:
                    self._left.append((course, start, step))
                seen.add(step.id)
        self._known = {name: one for name, one in self._known.items() if name in seen}
        self._timer.start()

    def stop(self) -> None:
        """Look no more."""
        self._timer.stop()

    def _look_at_one(self) -> None:
        if not self._left:
            self.looked.emit()
            return
        course, start, step = self._left.pop()
        self._known[step.id] = (step, start.appearance, _is_full(course, start, step))
        self._timer.start()


def _is_full(course: Course, start: LessonState, step: Step) -> bool:
    number, slides = 0, 1
    while number < slides:
        shown = preview_of(course, start, step.id, "", number)
        found = lay_out(shown.view, _WIDTH, _HEIGHT).problems if shown.view is not None else ()
        # A strip or footer that is too long is on every slide: no step alone can mend it.
        if any(one.code == "slide-does-not-fit" for one in found):
            return True
        number, slides = number + 1, shown.slides
    return False
