"""Keeps a place in a film part, or carries on from it as a user would, and prints the moment it is on screen.

python -m benchmarks.resume_child keep|carry-on
"""

from __future__ import annotations

import os
import sys
import time
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

STEP = "film-part-1"
_AT_S = 12.0


class Hurry(QObject):
    """Presses *Carry on* and Enter as soon as there is something to press, and waits for the lesson."""

    def __init__(self) -> None:
        super().__init__()
        self._pressed: set[str] = set()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        name = type(watched).__name__
        if event.type() == QEvent.Type.Paint and name in {"LessonView", "StartDialog", "ClassPicture"}:
            if name == "ClassPicture":
                QTimer.singleShot(0, _on_screen)
            elif name not in self._pressed:
                self._pressed.add(name)
                QTimer.singleShot(0, self, lambda: self._press(watched))
        return False

    def _press(self, window: QObject) -> None:
        assert isinstance(window, QWidget)
        button = getattr(window, "main_button", None) or getattr(window, "start_button", None)
        assert isinstance(button, QWidget)
        QTest.keyClick(button, Qt.Key.Key_Return)


def _on_screen() -> None:
    print(time.monotonic(), flush=True)
    os._exit(0)  # the clean end is measured elsewhere


def keep() -> None:
    """Write down a place in a film part, as a lesson that was taught there does."""
    from lesson_player.application.courses import begin, open_course
    from lesson_player.application.qt_application import without_windows
    from lesson_player.formats.bundle import load_bundle
    from lesson_player.foundation.paths import standard_places
    from lesson_player.operations.library import find_lesson
    from lesson_player.teaching import moves
    from lesson_player.teaching.journal import Journal, kept_place, new_key

    _application = without_windows()
    places = standard_places()
    folder = find_lesson(places, "mayas-story")
    assert folder is not None
    bundle, _ = load_bundle(folder, places.films)
    assert bundle is not None
    sitting = next(each for each in bundle.lesson.sittings if STEP in each.steps)
    course, prepared = open_course(bundle)
    state = moves.go_to(course, begin(course, prepared, sitting.id), sitting.steps.index(STEP))
    while state.film.status.value != "playing":
        state = moves.next_beat(course, state)
    state = moves.film_came_to(course, state, _AT_S)
    now = datetime.now(UTC)
    Journal(places.kept_places).keep(kept_place(course, state, new_key(now), now))


def carry_on() -> None:
    """Start the program and hurry through it."""
    from lesson_player.__main__ import main

    hurry = Hurry()
    started = QCoreApplication.exec

    def hurried() -> int:
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(hurry)
        return started()

    QApplication.exec = staticmethod(hurried)  # type: ignore[method-assign] # asked for by the program
    sys.argv[1:] = []
    sys.exit(main())


if __name__ == "__main__":
    keep() if sys.argv[1] == "keep" else carry_on()
