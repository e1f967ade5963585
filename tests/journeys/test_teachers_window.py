"""A teacher finds the way about in the window by keyboard alone: tour, help, a step, the card, the time."""

from __future__ import annotations

import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.application.program import Program
from lesson_player.foundation.safeguarding import SafeguardingLead
from lesson_player.model.bundle import LessonBundle
from lesson_player.teaching.moves import tick
from lesson_player.ui.presenter.own import TourSeen
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.theme.apply import apply_theme
from tests.journeys.conftest import Teacher


@pytest.fixture
def program(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[Program]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    apply_theme(qapp)
    made = Program("silent")
    yield made
    made.close()


def begin(program: Program, bundle: LessonBundle, bot: QtBot) -> tuple[Teacher, PresenterWindow]:
    program.teach(Sitting(bundle, "block-report-tell", screens=Screens.ALONE))
    desk = program.desk
    assert isinstance(desk, TeachingDesk)
    window = desk.windows[-1]
    assert isinstance(window, PresenterWindow)
    bot.waitExposed(window)
    return Teacher(desk, bot), window


def test_the_first_lesson_begins_with_the_tour_and_the_second_does_not(
    program: Program, mayas_story: LessonBundle, qtbot: QtBot
) -> None:
    teacher, window = begin(program, mayas_story, qtbot)
    qtbot.waitUntil(window.sheets.any_open, timeout=20_000)
    assert window.guided.tour.isVisible()
    teacher.press(Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Escape)
    assert not window.sheets.any_open()
    assert teacher.view.number == 1, "no key moved the lesson"
    assert program.own.tour() is TourSeen.SHOWN
    teacher.desk.controller.end()
    _, second = begin(program, mayas_story, qtbot)
    second.guided.welcome()
    assert not second.sheets.any_open()


def test_help_a_step_the_card_and_where_am_i(
    program: Program, mayas_story: LessonBundle, qtbot: QtBot
) -> None:
    program.own.keep_tour(TourSeen.SHOWN)
    teacher, window = begin(program, mayas_story, qtbot)
    teacher.press(Qt.Key.Key_F3, "safeguarding", Qt.Key.Key_Down, Qt.Key.Key_Escape, Qt.Key.Key_Escape)
    assert not window.sheets.any_open()
    teacher.press(Qt.Key.Key_F2, "certificate", Qt.Key.Key_Return)
    assert teacher.view.step_title == "Well done"
    assert not window.sheets.any_open()
    teacher.press(Qt.Key.Key_F9)
    card = window.sheets.disclosure
    assert card is not None
    card.lead.change_button.setFocus(Qt.FocusReason.TabFocusReason)
    teacher.press(Qt.Key.Key_Space, "Ms Example", Qt.Key.Key_Return, "Room 12", Qt.Key.Key_Return)
    teacher.press("34", Qt.Key.Key_Return)
    assert program.own.lead() == SafeguardingLead("Ms Example", "Room 12", "34")
    assert card.lead.name.text() == "Ms Example"
    assert "Ms Example" not in teacher.view.model_dump_json()
    teacher.press(Qt.Key.Key_Escape, "q")
    assert window.where.text().startswith(
        f"Step {teacher.view.number} of {len(teacher.view.steps)}: Well done."
    )
    assert "No class sees this: you are preparing alone." in window.where.text()


def test_who_falls_behind_is_told_what_to_skip_and_the_help_step_never_is(
    program: Program, mayas_story: LessonBundle, qtbot: QtBot
) -> None:
    program.own.keep_tour(TourSeen.SHOWN)
    teacher, window = begin(program, mayas_story, qtbot)
    teacher.press(Qt.Key.Key_F2, "three", Qt.Key.Key_Return)
    controller = teacher.desk.controller
    controller.make(lambda _course, state: state.model_copy(update={"spent_s": 600.0, "step_spent_s": 10.0}))
    assert set(teacher.view.pace.to_skip) == set(teacher.view.pace.skippable) != set()
    assert window.parts.now.skippable.text().startswith("Skip: ")
    kept = {entry.title for entry in teacher.view.steps if entry.id in {"help", "calm"}}
    assert len(kept) == 2
    assert not kept & set(teacher.view.pace.skippable)
    teacher.press("t")
    assert window.parts.now.skippable.text() == ""
    stopped_s = teacher.view.pace.spent_s
    for _ in range(3):
        teacher.press(Qt.Key.Key_Right)
    controller.make(lambda _course, state: tick(state, 60.0))
    assert teacher.view.pace.paused, "a pause stays paused"
    assert teacher.view.pace.spent_s == stopped_s
