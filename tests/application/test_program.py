"""The program as a whole: check, teach, and back to the library."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application import desk
from lesson_player.application import program as program_module
from lesson_player.application.desk import Screens, Sitting, on_safe_screens
from lesson_player.application.program import Program
from lesson_player.application.school import School
from lesson_player.desktop.displays import Display
from lesson_player.formats.bundle import load_bundle
from lesson_player.model.bundle import LessonBundle
from lesson_player.ui.library.start_dialog import StartDialog
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.theme.apply import apply_theme
from tests.support.probes import WindowProbe
from tests.support.small_lesson import bundle

LAPTOP = Display("laptop", 1366, 768, primary=True)
BOARD = Display("board", 1920, 1080, primary=False)


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    """The program with its library open and read."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    apply_theme(qapp)
    made = Program("silent")
    made.show_library()
    qtbot.waitUntil(lambda: bool(_library(made).views), timeout=20_000)
    yield made
    made.close()


def _library(program: Program) -> LibraryWindow:
    assert program.library is not None
    return program.library


def _teach(program: Program, qtbot: QtBot) -> None:
    """Press what is offered first, and answer that there is no class."""
    library = _library(program)
    main = library.views[0].main_button
    assert main is not None
    QTest.keyClick(main, Qt.Key.Key_Return)
    dialog = library.findChild(StartDialog)
    assert dialog is not None
    QTest.keyClick(dialog.row.chips[dialog.row.index], Qt.Key.Key_Down)
    QTest.keyClick(dialog, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.desk is not None)


def test_check_then_teach_then_back_in_the_library(program: Program, qtbot: QtBot) -> None:
    library = _library(program)
    probe = WindowProbe(library)
    probe.press("Check now")
    qtbot.waitUntil(lambda: library.readiness.button.text() == "Check again", timeout=30_000)
    assert "Maya’s story: " in probe.texts()

    _teach(program, qtbot)
    assert program.desk is not None
    assert not library.isVisible()
    window = program.desk.windows[-1]
    assert isinstance(window, PresenterWindow)
    teacher = WindowProbe(window)
    teacher.type("4")
    teacher.key(Qt.Key.Key_Return)
    teacher.key(Qt.Key.Key_Escape)
    teacher.key(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: program.desk is None)
    qtbot.waitUntil(lambda: "Carry on from step 4" in [each.text() for each in probe.buttons()])
    assert library.isVisible()
    assert probe.focus() is probe.button("Carry on from step 4")

    _teach(program, qtbot)
    assert program.desk is not None
    assert program.desk.controller.view.number == 4
    program.desk.controller.run("last")
    program.desk.controller.end()
    qtbot.waitUntil(lambda: "Taught to the end: Getting ready" in probe.texts())
    assert probe.focus() is library.views[0].main_button
    assert library.views[0].main_button.text() == "Teach"


def test_a_lesson_taught_during_a_check_stops_the_check(program: Program, qtbot: QtBot) -> None:
    library = _library(program)
    WindowProbe(library).press("Check now")
    _teach(program, qtbot)
    assert program.desk is not None
    program.desk.controller.end()
    qtbot.waitUntil(library.isVisible)

    assert library.readiness.button.text() == "Check now"


@pytest.mark.parametrize(
    ("connected", "mirrored", "shown", "why"),
    [
        ((LAPTOP,), False, Screens.SHARED, "Only one screen is connected"),
        ((LAPTOP, BOARD), True, Screens.SHARED, "Both screens show the same picture"),
        ((LAPTOP, BOARD), False, Screens.TWO, ""),
    ],
)
def test_notes_are_never_put_where_the_class_looks(
    connected: tuple[Display, ...],
    mirrored: bool,
    shown: Screens,
    why: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(desk, "displays", lambda: connected)
    monkeypatch.setattr(desk, "mirrored", lambda: mirrored)
    asked, words = on_safe_screens(Sitting(bundle(), "one", screens=Screens.TWO, class_screen="board"))

    assert asked.screens is shown
    assert words.startswith(why)
    assert bool(words) is bool(why)
    for other in (Screens.SHARED, Screens.ALONE):
        assert on_safe_screens(Sitting(bundle(), "one", screens=other))[0].screens is other


def test_asked_for_two_screens_where_there_is_one_the_lesson_is_shown_without_notes(
    program: Program, qtbot: QtBot
) -> None:
    words = program.teach(Sitting(_bundle(program), "getting-ready", screens=Screens.TWO))

    assert "Only one screen" in words
    assert program.desk is not None
    assert not program.desk.controller.view.private
    assert not any(isinstance(window, PresenterWindow) for window in program.desk.windows)
    program.desk.controller.end()
    assert "Only one screen" in " ".join(_library(program).messages.messages)


@pytest.fixture
def two_screens(monkeypatch: pytest.MonkeyPatch) -> None:
    """A class screen of its own, though there is but one screen in memory."""
    monkeypatch.setattr(program_module, "on_safe_screens", lambda asked: (asked, ""))


def _taught_on_two(program: Program, qtbot: QtBot) -> QWidget:
    """A lesson that has ended; gives the class window, which shows the last picture."""
    program.teach(Sitting(_bundle(program), "getting-ready", screens=Screens.TWO))
    assert program.desk is not None
    board = program.desk.windows[0]
    program.desk.controller.end()
    qtbot.waitUntil(lambda: _library(program).isVisible())
    assert board.isVisible()
    return board


def test_the_last_picture_is_put_away_in_the_library(
    two_screens: None, program: Program, qtbot: QtBot
) -> None:
    board = _taught_on_two(program, qtbot)
    probe = WindowProbe(_library(program))
    probe.press("Put the picture away")
    assert not board.isVisible()
    probe.settle()
    assert "Put the picture away" not in [each.text() for each in probe.buttons()]


def test_who_closes_the_library_puts_the_last_picture_away_too(
    two_screens: None, program: Program, qtbot: QtBot
) -> None:
    board = _taught_on_two(program, qtbot)
    _library(program).close()
    assert not board.isVisible()


def test_the_next_lesson_takes_the_place_of_the_last_picture(
    two_screens: None, program: Program, qtbot: QtBot
) -> None:
    board = _taught_on_two(program, qtbot)
    program.teach(Sitting(_bundle(program), "getting-ready", screens=Screens.TWO))
    assert not board.isVisible()
    assert program.desk is not None
    assert program.desk.windows[0].isVisible()
    assert program.afterwards.bar is None


def _bundle(program: Program) -> LessonBundle:
    found, _ = load_bundle(_library(program).views[0].card.folder, program.places.films)
    assert found is not None
    return found


def test_a_system_that_asks_for_less_motion_gets_none(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("lesson_player.application.program.wants_less_motion", lambda: True)
    other = Program("silent")
    other.teach(Sitting(_bundle(program), "getting-ready"))
    program.teach(Sitting(_bundle(program), "getting-ready"))
    assert other.desk is not None
    assert program.desk is not None
    assert not other.desk.controller.state.appearance.motion
    assert program.desk.controller.state.appearance.motion
    other.close()


def test_that_a_folder_does_not_answer_is_said_until_it_answers(
    program: Program, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    messages = _library(program).messages
    monkeypatch.setattr(School, "silence", "The folder cannot be reached.")
    program.tell("Something else.")
    program.refresh()
    qtbot.waitUntil(lambda: len(messages.messages) > 1, timeout=20_000)
    assert list(messages.messages) == ["Something else.", "The folder cannot be reached."]

    monkeypatch.setattr(School, "silence", "")
    program.refresh()
    qtbot.waitUntil(lambda: len(messages.messages) < 2, timeout=20_000)
    assert list(messages.messages) == ["Something else."]
