"""Settings take hold: in the lesson that is taught, in the next one, and in the program's own windows."""

from __future__ import annotations

import sys
import tomllib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.application.desk import Screens, Sitting
from lesson_player.application.program import Program
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation import i18n
from lesson_player.foundation.paths import standard_places
from lesson_player.foundation.policy import POLICY_FILE
from lesson_player.model.appearance import Appearance
from lesson_player.model.theme import theme_named
from lesson_player.operations.library import find_lesson
from lesson_player.ui.settings.settings_page import SettingsPage
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.theme.measures import BASE_PX, base_px
from lesson_player.ui.theme.roles import Role

Start = Callable[..., Program]


@pytest.fixture
def start(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Start]:
    """Starts the program, with settings and a policy in its files."""
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(i18n, "_catalogue", i18n._catalogue)
    apply_theme(qapp)
    made: list[Program] = []

    def begin(settings: str = "", policy: str = "", *, library: bool = False) -> Program:
        from lesson_player.foundation import policy as policies

        for path, text in ((standard_places().settings, settings), (policies.POLICY_FILE, policy)):
            path.parent.mkdir(parents=True, exist_ok=True)
            if text:
                path.write_text(text)
                path.chmod(0o644)
        program = Program("silent")
        made.append(program)
        if library:
            program.show_library()
            window = program.library
            assert window is not None
            qtbot.waitUntil(lambda: bool(window.views), timeout=20_000)
        return program

    yield begin
    for program in made:
        program.close()
    apply_theme(qapp)


def teach(program: Program) -> None:
    folder = find_lesson(program.places, "mayas-story")
    assert folder is not None
    bundle, _ = load_bundle(folder, program.places.films)
    assert bundle is not None
    program.teach(Sitting(bundle, "something-is-not-right", screens=Screens.ALONE))
    assert program.desk is not None


def looks(program: Program) -> Appearance:
    assert program.desk is not None
    return program.desk.controller.state.appearance


def test_f10_opens_the_page_in_a_lesson_and_answers_take_hold_in_it(start: Start, qtbot: QtBot) -> None:
    program = start()
    teach(program)
    assert program.desk is not None
    window = program.desk.windows[-1]
    QTest.keyClick(window, Qt.Key.Key_F10)
    page = window.findChild(SettingsPage)
    assert page is not None
    assert page.isVisible()
    place = program.desk.controller.state.step
    book = program.own_settings.book
    book.choose("appearance", "theme", "dark")
    book.choose("captions", "percent", 200)
    book.choose("films", "captions", False)
    book.choose("reading", "speed", 0.8)
    book.choose("reading", "highlight", False)
    book.choose("notes", "percent", 175)
    state = program.desk.controller.state
    assert (state.appearance.theme, state.step) == ("dark", place)
    assert state.film_choice.caption_look.percent == 200
    assert not state.film_choice.captions
    assert (state.reading_choice.speed, state.reading_choice.highlight) == (0.8, False)
    notes = program.desk.shown.presenter
    assert notes is not None
    assert notes.parts.notes.percent == 175
    book.forget("appearance", ("theme",))
    assert looks(program).theme == "cream"
    QTest.keyClick(page.close_button, Qt.Key.Key_Escape)
    assert not page.isVisible()


def test_the_next_lesson_begins_as_the_settings_say(start: Start, qtbot: QtBot) -> None:
    program = start(
        '[appearance]\ntheme = "blue"\ntext_percent = 130\n'
        "[films]\ndescription = true\n[notes]\npercent = 145\n"
    )
    teach(program)
    assert (looks(program).theme, looks(program).text_percent) == ("blue", 130)
    assert program.desk is not None
    assert program.desk.controller.state.film_choice.description
    presenter = program.desk.shown.presenter
    assert presenter is not None
    assert presenter.parts.notes.percent == 145
    presenter.parts.notes.larger.click()
    qtbot.waitUntil(
        lambda: tomllib.loads(program.places.settings.read_text())["notes"] == {"percent": 175}, timeout=5_000
    )


def test_the_programs_own_windows_take_on_colours_and_size(
    start: Start, qapp: QApplication, qtbot: QtBot
) -> None:
    program = start('[program]\ntheme = "yellow-on-black"\ntext_percent = 150\n', library=True)
    assert program.library is not None
    assert qapp.palette().color(Role.GROUND.value).name() == theme_named("yellow-on-black").ground.lower()
    assert base_px() == BASE_PX * 1.5
    program.own_settings.book.choose("program", "theme", "blue")
    assert qapp.palette().color(Role.GROUND.value).name() == theme_named("blue").ground.lower()


def test_the_library_opens_the_page_by_its_button_and_by_f10(start: Start, qtbot: QtBot) -> None:
    program = start(library=True)
    window = program.library
    assert window is not None
    window.settings_button.click()
    page = window.findChild(SettingsPage)
    assert page is not None
    assert page.isVisible()
    page.close_sheet()
    QTest.keyClick(window, Qt.Key.Key_F10)
    assert page.isVisible()


def test_the_schools_policy_holds_in_the_program(start: Start, qtbot: QtBot, tmp_path: Path) -> None:
    folder = tmp_path / "school"
    folder.mkdir()
    program = start(
        '[appearance]\ntheme = "blue"\n',
        f'lesson_folders = ["{folder.as_posix()}"]\n[safeguarding]\nroom = "12"\n'
        '[locked.appearance]\ntheme = "white"\n',
    )
    teach(program)
    assert looks(program).theme == "white"
    assert program.own.lead().room == "12"
    assert "room" in program.own.lead_locked
    program.school.look_now()
    assert program.places.lessons.index(folder) == 2


def test_a_policy_that_cannot_be_used_is_one_line_in_the_log_and_on_the_page(
    start: Start, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    program = start('[appearance]\ntheme = "blue"\n', "lesson_folders = [", library=True)
    assert program.library is not None
    assert sum("policy could not be used" in record.getMessage() for record in caplog.records) == 1
    program.library.settings_button.click()
    page = program.library.findChild(SettingsPage)
    assert page is not None
    assert "policy could not be used" in page.trouble.text()
    teach(program)
    assert looks(program).theme == "blue"


@pytest.mark.parametrize("content", ["[appearance", "\x00", '[appearance]\ntheme = "midnight"\n'])
def test_settings_that_make_no_sense_are_told_and_the_lesson_starts(
    content: str, start: Start, qtbot: QtBot
) -> None:
    program = start(content)
    teach(program)
    assert looks(program).theme == "cream"
    assert program.desk is not None
    told = " ".join(program.desk.controller.view.messages)
    assert "usual one" in told


def test_this_machines_own_policy_is_not_read_by_tests() -> None:
    from lesson_player.foundation import policy

    assert policy.POLICY_FILE != POLICY_FILE or not str(POLICY_FILE).startswith("/etc")
