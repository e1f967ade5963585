"""The library, and the question before a lesson begins."""

from __future__ import annotations

import sys
from datetime import datetime
from typing import TYPE_CHECKING

from docs.pictures.lesson import LEFT, LESSON, place_at, shipped_lesson
from lesson_player.application.program import Program
from lesson_player.foundation.i18n import tr
from lesson_player.ui.library.start_dialog import StartDialog

if TYPE_CHECKING:
    from docs.pictures.camera import Camera


def take_pictures(camera: Camera) -> None:
    """Take the library with a place to carry on from and a check that has been made, and the start dialog."""
    program = Program(None)
    sys.excepthook = (
        sys.__excepthook__
    )  # the program keeps errors for its log; here they are for the terminal
    today = datetime.now().astimezone().replace(hour=10, minute=42)
    program.journal.keep(place_at(shipped_lesson(), LEFT, today))
    program.show_library()
    library = program.library
    assert library is not None
    camera.wait_for("the lessons", lambda: library.views)
    library.check_asked.emit(LESSON)
    camera.wait_for("the check", lambda: library.readiness.button.text() == tr("Check again"))
    camera.take("library", library)
    view = library.views[0]
    assert view.main_button is not None
    view.main_button.click()
    camera.wait_for("the question", lambda: library.findChild(StartDialog))
    dialog = library.findChild(StartDialog)
    assert dialog is not None
    camera.take("start", dialog)
    dialog.reject()
    program.close()
