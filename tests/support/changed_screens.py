"""A lesson on a laptop and a board that are set to "duplicate" while a film plays, and to "extend" again.

    python -m tests.support.changed_screens

Runs in a virtual screen of 3286x1080 pixels. Prints one line of JSON for each change.
"""

from __future__ import annotations

import json
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QScreen

from lesson_player.application.desk import TeachingDesk
from lesson_player.application.qt_application import with_windows
from lesson_player.desktop.jobs import JobRunner
from tests.support.pulled_projector import BOARD, monitors, start_desk, wait_until

_LAPTOP = "1366/361x768/203+0+0"
_SAME_PICTURE = "1366/361x768/203+0+0"
_CHANGES = {"duplicated": _SAME_PICTURE, "extended": BOARD}


def main() -> None:
    monitors(f"--setmonitor laptop {_LAPTOP} screen", f"--setmonitor board {BOARD} none")
    application = with_windows()
    jobs = JobRunner()
    with tempfile.TemporaryDirectory() as folder:
        desk = start_desk("silent", Path(folder), jobs)
        board = desk.windows[0]
        wrong: list[str] = []
        board.windowHandle().screenChanged.connect(_noting(desk, wrong))
        for change, place in _CHANGES.items():
            desk.controller.run("next")
            wait_until(lambda: desk.controller.state.film.status.value == "playing")
            monitors("--delmonitor board")
            # Qt does not notice a monitor of the virtual screen that is taken and given within one breath.
            wait_until(lambda: len(QGuiApplication.screens()) == 1)
            monitors(f"--setmonitor board {place} none")
            wait_until(lambda change=change: _settled(desk, change))  # type: ignore[misc] # mypy and defaults
            _tell(desk, change, wrong)
        desk.controller.end()
        desk.shown.put_away()
        jobs.close()
    application.processEvents()


def _noting(desk: TeachingDesk, wrong: list[str]) -> Callable[[QScreen], None]:
    """Notes when the class window is seen on the teacher's screen beside her own window."""

    def note(screen: QScreen) -> None:
        board, teacher = desk.windows
        if board.isVisible() and teacher.isVisible() and screen.name() == "laptop":
            wrong.append(screen.name())

    return note


def _settled(desk: TeachingDesk, change: str) -> bool:
    board, teacher = desk.windows
    fills = board.isVisible() and board.isFullScreen() and board.geometry() == board.screen().geometry()
    sizes = {"duplicated": (1366, 768), "extended": (1920, 1080)}
    seen = teacher.isVisible() is (change != "duplicated")
    return fills and seen and (board.width(), board.height()) == sizes[change]


def _tell(desk: TeachingDesk, change: str, wrong: list[str]) -> None:
    board, teacher = desk.windows
    found = {
        "change": change,
        "board_on": board.screen().name(),
        "notes_on": teacher.screen().name() if teacher.isVisible() else "",
        "wrong": wrong,
        "told": " ".join(desk.controller.view.messages),
        "class_told": [
            words
            for words in desk.controller.view.messages
            if words in desk.controller.view.class_view.model_dump_json()
        ],
        "status": desk.controller.state.film.status.value,
        "screens": sorted(screen.name() for screen in QGuiApplication.screens()),
    }
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
