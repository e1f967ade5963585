"""Finding a step, "Where am I?" and the time that is left, in the teacher's window."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt

from lesson_player.teaching.views import Pace
from tests.support.probes import accessible, name_of
from tests.support.teacher_views import TITLES, film_view, steps, teacher_view
from tests.ui.conftest import Presenter

WORDS = tuple((f"Slide {number}: {title}.", "The fox is orange.") for number, title in enumerate(TITLES, 1))
SEARCHED = teacher_view(step_words=WORDS)


def test_f2_a_word_and_enter_go_to_the_step(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(SEARCHED)
    probe.key(Qt.Key.Key_F2)
    sheet = window.sheets.jump
    assert probe.focus() is sheet.field
    assert sheet.list.count() == 10
    assert sheet.list.currentRow() == 4, "the class is in step 5"
    probe.type("rules")
    assert sheet.list.count() == 1
    probe.key(Qt.Key.Key_Return)
    assert fake.asked == [("run", "jump"), ("go_to", 2)]
    assert not sheet.isVisible()
    assert probe.focus() is window


def test_the_arrows_choose_among_what_was_found_and_letters_stay_letters(
    presenter: Callable[..., Presenter],
) -> None:
    window, fake, probe = presenter(SEARCHED)
    probe.key(Qt.Key.Key_F2)
    probe.type("film")
    assert "2 steps" in probe.texts()
    for _ in range(3):
        probe.key(Qt.Key.Key_Down)
    probe.key(Qt.Key.Key_Up)
    probe.key(Qt.Key.Key_Down)
    probe.key(Qt.Key.Key_Return)
    assert fake.asked == [("run", "jump"), ("go_to", 6)]
    assert window.sheets.jump.field.text() == "film"


def test_the_line_that_has_the_words_is_shown_and_said(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter(SEARCHED)
    probe.key(Qt.Key.Key_F2)
    probe.type("fox")
    assert window.sheets.jump.list.chosen_words() == "Step 1, Welcome, 3 minutes, done: The fox is orange."


def test_what_is_not_found_is_said_and_enter_then_does_nothing(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = presenter(SEARCHED)
    probe.key(Qt.Key.Key_F2)
    probe.type("zebra")
    assert "No step has these words." in probe.texts()
    probe.key(Qt.Key.Key_Return)
    assert fake.asked == [("run", "jump")]


@pytest.mark.parametrize("leave", [Qt.Key.Key_Escape, Qt.Key.Key_F2])
def test_esc_or_f2_leaves_and_the_next_search_is_a_new_one(
    presenter: Callable[..., Presenter], leave: Qt.Key
) -> None:
    window, fake, probe = presenter(SEARCHED)
    probe.key(Qt.Key.Key_F2)
    probe.type("fox")
    probe.key(leave)
    assert not window.sheets.jump.isVisible()
    assert ("run", "end") not in fake.asked
    probe.key(Qt.Key.Key_F2)
    assert window.sheets.jump.field.text() == ""


def test_by_tab_the_list_is_reached_and_space_goes_there(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(SEARCHED)
    probe.key(Qt.Key.Key_F2)
    probe.key(Qt.Key.Key_Tab)
    assert probe.focus() is window.sheets.jump.list
    probe.key(Qt.Key.Key_Down)
    probe.key(Qt.Key.Key_Space)
    assert fake.asked[-1] == ("go_to", 6)


def test_a_click_goes_there_too(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter(SEARCHED)
    probe.press("Find a step")
    probe.settle()
    found = window.sheets.jump.list
    probe.click(found.viewport(), found.visualItemRect(found.item(2)).center())
    assert fake.asked[-1] == ("go_to", 3)


def test_q_says_where_the_lesson_stands_and_the_line_goes_with_the_step(
    presenter: Callable[..., Presenter],
) -> None:
    window, fake, probe = presenter()
    probe.type("q")
    assert "Step 5 of 10: What Maya can do. Line 2 of 3." in probe.texts()
    assert window.rect().contains(window.where.geometry())
    assert window.where.geometry().bottom() < window.parts.bar.y()
    fake.show(teacher_view(progress="line 3 of 3"))
    assert window.where.isVisible(), "the class is still in that step"
    fake.show(film_view())
    assert not window.where.isVisible()


def test_q_says_that_no_class_sees_the_lesson(presenter: Callable[..., Presenter]) -> None:
    window, _, probe = presenter()
    window.parts.now.set_unseen("The class sees nothing: its screen has gone")
    probe.type("q")
    assert "The class sees nothing: its screen has gone." in window.where.text()


def test_esc_puts_the_line_away_before_it_asks_to_end(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    probe.type("q")
    probe.key(Qt.Key.Key_Escape)
    assert not window.where.isVisible()
    assert fake.asked == [("run", "where")]
    probe.type("q")
    window.where._stays.timeout.emit()
    assert not window.where.isVisible()


def test_the_time_that_is_left_stands_under_the_steps(presenter: Callable[..., Presenter]) -> None:
    _, fake, probe = presenter()
    assert "Step: 1 min left" in probe.texts()
    assert "Sitting: 27 min left" in probe.texts()
    paused = Pace(spent_s=760, planned_s=2400, behind_s=0, step_left_s=80, paused=True)
    fake.show(teacher_view(pace=paused))
    assert "min left" not in probe.texts()


def test_what_is_to_be_skipped_is_told_beside_next_and_in_the_steps(
    presenter: Callable[..., Presenter],
) -> None:
    behind = Pace(
        spent_s=900,
        planned_s=2400,
        behind_s=190,
        step_left_s=-70,
        paused=False,
        to_skip=("Block · Report · Tell",),
    )
    entries = tuple(entry.model_copy(update={"skip": entry.optional}) for entry in steps(5))
    window, fake, probe = presenter(teacher_view(pace=behind, steps=entries))
    assert "To finish on time, skip: Block · Report · Tell." in probe.texts()
    entry = accessible(window.parts.steps).child(7)
    assert name_of(entry) == "Step 8, Block · Report · Tell, 8 minutes, skip to be on time"
    fake.show(teacher_view())
    assert name_of(entry) == "Step 8, Block · Report · Tell, 8 minutes, may be skipped"


@pytest.mark.parametrize("size", [(1366, 768), (683, 384), (455, 256)])
def test_in_any_window_the_search_a_step_and_close_are_whole(
    presenter: Callable[..., Presenter], size: tuple[int, int]
) -> None:
    window, _, probe = presenter(SEARCHED, *size)
    probe.key(Qt.Key.Key_F2)
    probe.settle()
    sheet = window.sheets.jump
    for part in (sheet.field, sheet.close_button):
        assert part.visibleRegion().boundingRect().size() == part.size()
        assert part.height() >= part.minimumSizeHint().height()
    assert sheet.list.viewport().height() >= sheet.list.sizeHintForRow(0)
