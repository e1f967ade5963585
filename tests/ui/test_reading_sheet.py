"""The sheet for reading aloud: what it shows, and what it asks for."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lesson_player.control.commands import Move
from lesson_player.model.reading import READING_SPEEDS, ReadingChoice
from lesson_player.rendering.pictures import PictureStore
from lesson_player.speech.utterance import FASTEST, SLOWEST
from lesson_player.teaching.state import LessonState
from lesson_player.teaching.views import ReadingSettings
from lesson_player.ui.presenter.reading_sheet import ReadingSheet
from tests.support.fake_teaching import FakeTeaching
from tests.support.small_lesson import begin, course
from tests.support.teacher_views import film_view


@pytest.fixture
def fake(qtbot: QtBot) -> FakeTeaching:
    return FakeTeaching(film_view(), PictureStore(lambda _name: None))


@pytest.fixture
def sheet(qtbot: QtBot, fake: FakeTeaching) -> ReadingSheet:
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(1000, 700)
    made = ReadingSheet(window, fake.as_controller())
    window.show()
    made.open_sheet()
    return made


def asked(fake: FakeTeaching) -> LessonState:
    """The first state of a lesson after all moves that were asked for."""
    of = course()
    state = begin(of)
    for kind, *what in fake.asked:
        assert kind == "make"
        move: Move = what[0]  # type: ignore[assignment] # a move, as its kind says
        state = move(of, state)
    return state


def test_the_speeds_are_those_that_voices_have() -> None:
    assert (READING_SPEEDS[0], READING_SPEEDS[-1]) == (SLOWEST, FASTEST)


def test_it_shows_what_is_chosen(sheet: ReadingSheet, fake: FakeTeaching) -> None:
    choice = ReadingChoice(speed=0.8, highlight=False)
    fake.show(film_view(reading=ReadingSettings(choice=choice)))
    words = {name: row.chips[row.index].text() for name, row in sheet.rows.items()}
    assert words == {"speed": "Speed 0.8", "highlight": "Off", "line_focus": "Off", "on_arrival": "Off"}


@pytest.mark.parametrize(
    ("row", "chip", "expected"),
    [
        ("speed", 0, ReadingChoice(speed=0.7)),
        ("highlight", 1, ReadingChoice(highlight=False)),
        ("line_focus", 0, ReadingChoice(line_focus=True)),
        ("on_arrival", 0, ReadingChoice(on_arrival=True)),
    ],
)
def test_a_choice_takes_hold_at_once(
    sheet: ReadingSheet, fake: FakeTeaching, row: str, chip: int, expected: ReadingChoice
) -> None:
    sheet.rows[row].chips[chip].click()
    assert asked(fake).reading_choice == expected


def test_by_keyboard_the_arrows_choose(sheet: ReadingSheet, fake: FakeTeaching) -> None:
    first = sheet.first_control()
    QTest.keyClick(first, Qt.Key.Key_Right)
    assert asked(fake).reading_choice.speed == 1.1


def test_lines_without_a_voice_are_named(sheet: ReadingSheet, fake: FakeTeaching) -> None:
    assert sheet.silent.isHidden()
    fake.show(
        film_view(reading=ReadingSettings(choice=ReadingChoice(), without_voice=("Our school.", "Ask us.")))
    )
    assert sheet.silent.text() == "No voice yet on this slide for “Our school.”; “Ask us.”."
    assert sheet.silent.isVisible()
