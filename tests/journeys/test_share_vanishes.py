"""A school's share goes away: in the middle of a lesson, between two lessons, and without a word."""

from __future__ import annotations

import re
import shutil
import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import BinaryIO

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.application import held_desk, share_reader
from lesson_player.application.program import Program
from lesson_player.operations.held import copying, reach
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.library.lesson_view import LessonView
from lesson_player.ui.library.start_dialog import StartDialog
from lesson_player.ui.library.waiting_sheet import WaitingSheet
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.widgets.word_button import WordButton
from tests.support.probes import WindowProbe
from tests.support.share_watch import ShareWatch
from tests.support.source_tree import REPOSITORY

LONG = 20_000
_WRITTEN = re.compile(
    r"\.local/state/lesson-player/(places/[\w-]+\.json|library\.json|logs/lesson-player\.log)"
    r"|\.config/lesson-player/settings\.toml"
    r"|\.cache/lesson-player/held/copies/(lessons|films)-[0-9a-f]{16}/mayas-story/.+"
    r"|\.cache/lesson-player/held/records/(lessons|films)-[0-9a-f]{16}/mayas-story\.json"
)
"""What docs/privacy.md says is written."""
Start = Callable[[str], Program]


@pytest.fixture
def share(home: Path, tmp_path: Path) -> Path:
    """A share with our sample lesson and film, that the school's policy names."""
    root = tmp_path / "share"
    for store in ("lessons", "media"):
        shutil.copytree(
            REPOSITORY / store / "mayas-story",
            root / store / "mayas-story",
            ignore=shutil.ignore_patterns("source", "braille", "voice"),
        )
    home.mkdir(parents=True, exist_ok=True)
    (home / "policy.toml").write_text(
        f'lesson_folders = ["{root}/lessons"]\nfilm_folders = ["{root}/media"]\n'
    )
    return root


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program, with its library open and read; whatever is open is ended."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    # However busy the machine is, only what hangs is taken for gone.
    monkeypatch.setattr(reach, "ANSWERS_WITHIN_S", 60.0)
    monkeypatch.setattr(share_reader, "_LATE_MS", 60_000)
    monkeypatch.setattr(held_desk, "_SILENT_MS", 60_000)
    apply_theme(qapp)
    running: list[Program] = []

    def begin(engine: str) -> Program:
        for former in running:
            former.close()
        running[:] = [Program(engine)]
        running[0].show_library()
        qtbot.waitUntil(lambda: _teach(running[0]) is not None, timeout=LONG)
        return running[0]

    yield begin
    for program in running:
        program.close()


def _views(program: Program) -> tuple[LessonView, ...]:
    assert program.library is not None
    return program.library.views


def _view(program: Program) -> LessonView:
    return next(view for view in _views(program) if view.card.id == "mayas-story")


def _texts(program: Program) -> str:
    assert program.library is not None
    return "\n".join((WindowProbe(program.library).texts(), *program.library.messages.messages))


def _teach(program: Program) -> WordButton | None:
    """The button that begins the lesson, once it is on show."""
    found = [view for view in _views(program) if view.card.id == "mayas-story"]
    buttons = [each for view in found for each in view.findChildren(WordButton) if each.text() == "Teach"]
    return next((each for each in buttons if each.isVisible()), None)


def _press_teach(program: Program, *, sitting: int = 0) -> None:
    view = _view(program)
    assert view.sittings is not None
    for _ in range(sitting):
        QTest.keyClick(view.sittings.chips[view.sittings.index], Qt.Key.Key_Down)
    teach = _teach(program)
    assert teach is not None
    teach.setFocus()
    QTest.keyClick(teach, Qt.Key.Key_Return)


def _answer(program: Program, qtbot: QtBot) -> None:
    """Say that there is no class, once the program asks."""
    library = program.library
    assert library is not None
    qtbot.waitUntil(lambda: library.findChild(StartDialog) is not None, timeout=LONG)
    dialog = library.findChild(StartDialog)
    assert dialog is not None
    QTest.keyClick(dialog.row.chips[dialog.row.index], Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.desk is not None, timeout=LONG)


def _press(program: Program, key: Qt.Key) -> None:
    assert program.desk is not None
    window = program.desk.windows[-1]
    holder = window.focusWidget()
    QTest.keyClick(holder or window, key)  # type: ignore[truthy-bool] # None while nothing has the focus
    QApplication.processEvents()


def _go_on_to(program: Program, kind: Callable[[], object]) -> None:
    for _ in range(60):
        if kind():
            return
        _press(program, Qt.Key.Key_PageDown)
    pytest.fail("there is no such step")


def test_a_share_that_vanishes_in_a_lesson_changes_nothing_in_class(
    home: Path, share: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = ShareWatch(share, monkeypatch)
    program = start("qt")
    assert _view(program).card.folder == share / "lessons" / "mayas-story"
    _press_teach(program, sitting=1)
    _answer(program, qtbot)
    assert program.desk is not None
    controller = program.desk.controller
    _press(program, Qt.Key.Key_PageDown)

    assert watch.asked_here == []
    shutil.rmtree(share)
    watch.asked_here.clear()

    _go_on_to(program, lambda: controller.view.film is not None)
    _go_on_to(program, lambda: controller.view.film and controller.view.film.status == "playing")
    qtbot.waitUntil(lambda: controller.frame is not None, timeout=LONG)
    first = controller.frame
    qtbot.waitUntil(lambda: controller.frame != first, timeout=LONG)
    _go_on_to(program, lambda: controller.view.film is None)
    shown = [controller.pictures.image(name, 64, 64) for name in _pictures(program)]
    assert len(shown) > 10
    assert all(image is not None and not image.isNull() for image in shown)
    _press(program, Qt.Key.Key_PageUp)
    assert controller.view.film is not None
    assert controller.view.messages == ()
    _go_on_to(program, lambda: not controller.view.can_go_on)
    _press(program, Qt.Key.Key_Escape)
    _press(program, Qt.Key.Key_Return)

    qtbot.waitUntil(lambda: program.desk is None, timeout=LONG)
    qtbot.waitUntil(lambda: "last opened here on today" in _texts(program), timeout=LONG)
    assert "The school’s folder cannot be reached" in _texts(program)
    assert "Taught to the end: Something is not right" in _texts(program)
    _teach_the_copy(start("silent"), qtbot)
    assert watch.asked_here == []
    written = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
    ours = [name for name in written if "lesson-player/" in name]
    assert any("/held/copies/films-" in name for name in ours)
    assert [name for name in ours if not _WRITTEN.fullmatch(name)] == []


def _teach_the_copy(program: Program, qtbot: QtBot) -> None:
    """At a new start the lesson is taught to its end, without the share."""
    qtbot.waitUntil(lambda: "The copy on this computer can be taught." in _texts(program), timeout=LONG)
    _press_teach(program, sitting=1)
    _answer(program, qtbot)
    assert program.desk is not None
    _go_on_to(program, lambda: not _state(program).can_go_on)
    program.desk.controller.end()
    qtbot.waitUntil(lambda: program.desk is None, timeout=LONG)
    program.close()


def _state(program: Program) -> TeacherView:
    assert program.desk is not None
    return program.desk.controller.view


def _pictures(program: Program) -> list[str]:
    assert program.desk is not None
    return list(program.desk._course.bundle.catalogue.pictures)


def test_a_share_that_hangs_holds_up_neither_the_start_nor_a_lesson(
    share: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = start("silent")
    _press_teach(program)
    _answer(program, qtbot)
    assert program.desk is not None
    program.desk.controller.run("last")
    program.desk.controller.end()
    qtbot.waitUntil(lambda: program.desk is None, timeout=LONG)

    watch = ShareWatch(share, monkeypatch)
    watch.answers.clear()
    monkeypatch.setattr(reach, "ANSWERS_WITHIN_S", 0.2)
    monkeypatch.setattr(share_reader, "_LATE_MS", 300)
    monkeypatch.setattr(held_desk, "_SILENT_MS", 300)
    again = start("silent")
    qtbot.waitUntil(lambda: "The copy on this computer can be taught." in _texts(again), timeout=LONG)
    _press_teach(again)
    _answer(again, qtbot)
    _go_on_to(again, lambda: not _state(again).can_go_on)
    assert watch.asked_here == []

    watch.answers.set()


def _hold_films(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Films stand still after their first tenth until the event is set."""
    go_on, pour = threading.Event(), copying._pour

    def slow(source: BinaryIO, file: BinaryIO, size: int, at: Callable[[int], None]) -> bool:
        while size > 1_000_000 and not go_on.wait(0.05):
            at(size // 10)
        return pour(source, file, size, at)

    monkeypatch.setattr(copying, "_pour", slow)
    return go_on


def test_who_does_not_wait_for_the_film_is_told_and_it_comes_while_the_lesson_goes_on(
    share: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = _hold_films(monkeypatch)
    program = start("silent")
    library = program.library
    assert library is not None
    _press_teach(program, sitting=1)
    qtbot.waitUntil(lambda: library.findChild(WaitingSheet) is not None, timeout=LONG)
    sheet = library.findChild(WaitingSheet)
    assert sheet is not None
    qtbot.waitUntil(lambda: sheet.isVisible() and sheet.start_button.isVisible(), timeout=LONG)
    assert library.focusWidget() is sheet.bar
    qtbot.waitUntil(lambda: "of 13 MB" in sheet.amount.text(), timeout=LONG)
    QTest.keyClick(sheet.bar, Qt.Key.Key_Tab)
    assert library.focusWidget() is sheet.start_button
    QTest.keyClick(sheet.start_button, Qt.Key.Key_Return)
    _answer(program, qtbot)

    assert any("still being copied" in words for words in _state(program).messages)
    assert program.desk is not None
    assert len(program.desk._course.coming) == 2
    go_on.set()
    qtbot.waitUntil(
        lambda: any("The film is copied." in words for words in _state(program).messages), timeout=LONG
    )
    assert program.desk._course.coming == {}


def test_who_cancels_or_closes_while_a_film_is_copied_leaves_no_half_film(
    share: Path, start: Start, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = _hold_films(monkeypatch)
    program = start("silent")
    library = program.library
    assert library is not None
    held = program.places.held
    for closing in (False, True):
        _press_teach(program)
        qtbot.waitUntil(lambda: any(sheet.isVisible() for sheet in _sheets(program)), timeout=LONG)
        qtbot.waitUntil(lambda: list((held / "coming").glob("*.part")) != [], timeout=LONG)
        if closing:
            program.close()
        else:
            QTest.keyClick(_sheets(program)[-1], Qt.Key.Key_Escape)
        assert program.desk is None
    go_on.set()

    qtbot.waitUntil(lambda: list((held / "coming").iterdir()) == [], timeout=LONG)
    assert list(held.rglob("*.webm")) == []
    assert list(share.rglob("*.webm")) != []


def _sheets(program: Program) -> list[WaitingSheet]:
    assert program.library is not None
    return program.library.findChildren(WaitingSheet)
