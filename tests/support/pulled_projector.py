"""A lesson on a laptop and a board, whose board is pulled and plugged in again while a film plays.

    python -m tests.support.pulled_projector TIMES ENGINE

Runs in a virtual screen of 3286x1080 pixels and moves its monitors with xrandr. Prints one line of JSON for
each time: what was seen without the board, and with it again.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.application.qt_application import with_windows
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.operations.library import find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching.journal import Journal
from lesson_player.ui.widgets.class_picture import ClassPicture

WIDTH, HEIGHT = 3286, 1080
BOARD = "1920/508x1080/286+1366+0"
_SMALL_BOARD = "1280/508x720/286+1366+0"
_PATIENCE_S = 60.0


class Paints(QObject):
    """When a window was painted last, in monotonic seconds."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.last_s = 0.0
        window.installEventFilter(self)

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            self.last_s = time.monotonic()
        return False


def monitors(*commands: str) -> None:
    """Move the monitors of the virtual screen."""
    for command in commands:
        subprocess.run(["xrandr", *command.split()], check=True, capture_output=True)


def main() -> None:
    times, engine = int(sys.argv[1]), sys.argv[2]
    monitors("--setmonitor laptop 1366/361x768/203+0+0 screen", f"--setmonitor board {BOARD} none")
    application = with_windows()
    jobs = JobRunner()
    with tempfile.TemporaryDirectory() as folder:
        desk = start_desk(engine, Path(folder), jobs)
        picture = desk.windows[0].findChild(ClassPicture)
        assert picture is not None
        paints = Paints(picture)
        for number in range(times):
            sys.stdout.write(json.dumps(_pull(desk, paints, small=number % 5 == 4)) + "\n")
            sys.stdout.flush()
        desk.controller.end()
        desk.shown.put_away()
        jobs.close()
    application.processEvents()


def start_desk(engine: str, folder: Path, jobs: JobRunner, screens: Screens = Screens.TWO) -> TeachingDesk:
    """A lesson at its film, usually on both screens. Ends when the class window is seen."""
    places = standard_places()
    lesson = find_lesson(places, "mayas-story")
    assert lesson is not None
    bundle, _ = load_bundle(lesson, places.films)
    assert bundle is not None
    asked = Sitting(bundle, "something-is-not-right", screens=screens, class_screen="board")
    desk = TeachingDesk(asked, choose_engine(engine), Journal(folder), jobs)
    desk.controller.go_to(4)
    wait_until(desk.windows[0].isVisible)
    return desk


def _pull(desk: TeachingDesk, paints: Paints, *, small: bool) -> dict[str, object]:
    """Pull the board while the film plays, and plug it in again, perhaps at another resolution."""
    board, teacher = desk.windows
    controller = desk.controller
    if controller.state.film.at_s > 20:
        controller.seek_film(2.0)
    wait_until(lambda: _plays(desk))
    seen_on_laptop: list[str] = []
    board.windowHandle().screenChanged.connect(
        lambda screen: seen_on_laptop.append(screen.name()) if board.isVisible() else None
    )
    pulled_s = time.monotonic()
    monitors("--delmonitor board")
    wait_until(lambda: not board.isVisible())
    hidden_s = time.monotonic()
    wait_until(lambda: controller.state.film.status.value == "resting")
    told = " ".join(controller.view.messages)
    frame = _settled_frame(desk)
    without = {
        "hidden_ms": (hidden_s - pulled_s) * 1000,
        "told": "has gone" in told,
        "notes": teacher.isVisible() and teacher.screen().name() == "laptop",
        "class_told": "has gone" in controller.view.class_view.model_dump_json(),
    }
    plugged_s = time.monotonic()
    monitors(f"--setmonitor board {_SMALL_BOARD if small else BOARD} none")
    wait_until(lambda: board.isVisible() and paints.last_s > plugged_s)
    wait_until(lambda: board.geometry() == _geometry("board") and board.isFullScreen())
    same_frame = _settled_frame(desk) == frame
    return without | {
        "return_ms": (paints.last_s - plugged_s) * 1000,
        "on": board.screen().name(),
        "fills": board.geometry() == _geometry("board") and board.isFullScreen(),
        "same_frame": same_frame,
        "resting": controller.state.film.status.value == "resting",
        "back": "is back" in " ".join(controller.view.messages),
        "notes_again": teacher.isVisible() and teacher.screen().name() == "laptop",
        "seen_on_laptop": seen_on_laptop.count("laptop"),
    }


def _plays(desk: TeachingDesk) -> bool:
    controller = desk.controller
    if controller.state.film.status.value != "playing":
        controller.run("next")
    return desk.player.position_s > controller.state.film.at_s - 1 and controller.frame is not None


def _settled_frame(desk: TeachingDesk) -> float:
    """The time of the frame on show, once no other is on its way."""
    wait_until(lambda: desk.player.state.status.value == "resting" and desk.player.frame is not None)
    QTest.qWait(100)
    frame = desk.player.frame
    assert frame is not None
    return frame.time_s


def _geometry(name: str) -> object:
    return next((each.geometry() for each in QGuiApplication.screens() if each.name() == name), None)


def wait_until(what: Callable[[], bool]) -> None:
    """Let windows live until *what* is so. Raises TimeoutError where it never is."""
    patience = time.monotonic() + _PATIENCE_S
    while not what():
        if time.monotonic() > patience:
            raise TimeoutError("it did not come to that")
        QTest.qWait(5)


if __name__ == "__main__":
    main()
