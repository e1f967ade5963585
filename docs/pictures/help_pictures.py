"""The pictures of the guides inside the program, of the same windows as the manual's, and smaller."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from docs.pictures.lesson import FILM, LEFT, LESSON, ROWS, place_at, shipped_lesson, taught
from lesson_player.application.program import Program
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.safeguarding import SafeguardingLead
from lesson_player.ui.help import guide
from lesson_player.ui.library.start_dialog import StartDialog
from lesson_player.ui.presenter.own import TeachersOwn
from lesson_player.ui.presenter.window import PresenterWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from docs.pictures.camera import Camera
    from lesson_player.application.desk import TeachingDesk

FOLDER = Path(guide.__file__).parent / "pictures"
WIDTH = 1000
"""Of a whole window, in pixels. Guides show it a fifth smaller, so that it is still sharp in larger text."""
LARGEST = 110_000
LARGEST_TOGETHER = 600_000
_LEAD = SafeguardingLead("Name of your safeguarding lead", "Room 12", "Extension 34")


def take_pictures(camera: Camera) -> None:
    """Take every picture that a guide shows."""
    with taught(camera, ROWS) as desk:
        _keep(camera, "window", desk.windows[1])
        _sheet(camera, "card", desk, "disclosure")
    with taught(camera, FILM) as desk:
        _keep(camera, "film", desk.windows[1])
        _sheet(camera, "captions", desk, "caption-style")
    _take_library(camera)


def _sheet(camera: Camera, name: str, desk: TeachingDesk, command: str) -> None:
    window = desk.windows[1]
    assert isinstance(window, PresenterWindow)
    window.sheets.own = replace(TeachersOwn(), lead=lambda: _LEAD)
    desk.controller.run(command)
    _keep(camera, name, next(sheet for sheet in window.sheets.all() if sheet.isVisible()), part=True)
    window.sheets.close_open()


def _take_library(camera: Camera) -> None:
    program = Program(None)
    program.journal.keep(
        place_at(shipped_lesson(), LEFT, datetime.now().astimezone().replace(hour=10, minute=42))
    )
    program.show_library()
    library = program.library
    assert library is not None
    camera.wait_for("the lessons", lambda: library.views)
    library.check_asked.emit(LESSON)
    camera.wait_for("the check", lambda: library.readiness.button.text() == tr("Check again"))
    _keep(camera, "library", library)
    button = library.views[0].main_button
    assert button is not None
    button.click()
    camera.wait_for("the question", lambda: library.findChild(StartDialog))
    dialog = library.findChild(StartDialog)
    assert dialog is not None
    _keep(camera, "start", dialog, part=True)
    dialog.reject()
    program.close()


def _keep(camera: Camera, name: str, window: QWidget, *, part: bool = False) -> None:
    """A part of a window is made smaller by as much as a whole one."""
    image = camera.look_at(window)
    whole = window.window().width() if part and not window.isWindow() else 1366
    width = round(image.width() * WIDTH / whole) if part else WIDTH
    smaller = image.scaledToWidth(width, Qt.TransformationMode.SmoothTransformation)
    camera.keep(name, smaller, FOLDER, LARGEST)
