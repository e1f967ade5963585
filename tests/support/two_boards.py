"""A lesson on a laptop, a board and a projector of 1280x720 that shows the same as the board.

    python -m tests.support.two_boards

Runs in a virtual screen of 4566x1080 pixels and moves its monitors with xrandr. Prints one line of JSON for
each thing that was done: what both boards showed then.
"""

from __future__ import annotations

import json
import sys
import tempfile
from pathlib import Path

from PySide6.QtGui import QImage

from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.application.qt_application import with_windows
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.operations.library import find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching.journal import Journal
from lesson_player.ui.audience.window import AudienceWindow
from tests.support.pulled_projector import BOARD, monitors, wait_until

WIDTH, HEIGHT = 4566, 1080
_LAPTOP = "1366/361x768/203+0+0"
_PROJECTOR = "1280/508x720/286+3286+0"
_FILM_STEP = 4
COMMANDS = ("next", "larger", "hide", "next", "calm", "next")


def main() -> None:
    monitors(f"--setmonitor laptop {_LAPTOP} screen", f"--setmonitor board {BOARD} none")
    monitors(f"--setmonitor projector {_PROJECTOR} none")
    application = with_windows()
    jobs = JobRunner()
    with tempfile.TemporaryDirectory() as folder:
        desk = _desk(Path(folder), jobs)
        for number in range(1, len(desk.controller.view.steps) + 1):
            desk.controller.go_to(number)
            _tell(desk, f"step {number}")
        desk.controller.go_to(_FILM_STEP)
        for command in COMMANDS:
            desk.controller.run(command)
            _tell(desk, command)
        _pull(desk)
        desk.controller.end()
        desk.shown.put_away()
        jobs.close()
    application.processEvents()


def _desk(folder: Path, jobs: JobRunner) -> TeachingDesk:
    places = standard_places()
    lesson = find_lesson(places, "mayas-story")
    assert lesson is not None
    bundle, _ = load_bundle(lesson, places.films)
    assert bundle is not None
    asked = Sitting(
        bundle,
        "something-is-not-right",
        screens=Screens.TWO,
        class_screen="board",
        second_screen="projector",
    )
    desk = TeachingDesk(asked, choose_engine("silent"), Journal(folder), jobs)
    wait_until(lambda: all(_fills(board) for board in _boards(desk)))
    return desk


def _pull(desk: TeachingDesk) -> None:
    """The second board goes while the film plays, and comes back."""
    first, second = _boards(desk)
    desk.controller.run("next")
    wait_until(lambda: desk.controller.state.film.status.value == "playing")
    monitors("--delmonitor projector")
    wait_until(lambda: not second.isVisible())
    _tell(desk, "pulled")
    monitors(f"--setmonitor projector {_PROJECTOR} none")
    wait_until(lambda: second.isVisible() and _fills(second) and _fills(first))
    _tell(desk, "back")


def _boards(desk: TeachingDesk) -> tuple[AudienceWindow, AudienceWindow]:
    first, second = (each for each in desk.windows if isinstance(each, AudienceWindow))
    return first, second


def _fills(board: AudienceWindow) -> bool:
    return board.isFullScreen() and board.geometry() == board.screen().geometry()


def _tell(desk: TeachingDesk, done: str) -> None:
    first, second = _boards(desk)
    layouts = [board.picture.screen_layout() for board in (first, second)]
    lines = [[len(text.lines) for text in layout.texts] for layout in layouts if layout is not None]
    words = [[text.text for text in layout.texts] for layout in layouts if layout is not None]
    found = {
        "done": done,
        "seen": [first.isVisible(), second.isVisible()],
        "on": [first.screen().name(), second.screen().name()],
        "size": [second.width(), second.height()],
        "same_view": first.picture.class_view == second.picture.class_view == desk.controller.view.class_view,
        "same_words": words[0] == words[1],
        "same_lines": lines[0] == lines[1],
        "painted": _is_painted(second.picture.grab().toImage()),
        "notes_on": desk.windows[-1].screen().name(),
        "plays": desk.controller.state.film.status.value == "playing",
        "told": " ".join(desk.controller.view.messages),
    }
    sys.stdout.write(json.dumps(found) + "\n")
    sys.stdout.flush()


def _is_painted(image: QImage) -> bool:
    """Whether the picture has more than one colour."""
    small = image.scaled(64, 36)
    return len({small.pixel(x, y) for x in range(64) for y in range(36)}) > 1


if __name__ == "__main__":
    main()
