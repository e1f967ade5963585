"""Choosing a lesson, a version, a sitting or a kept place; faults and readiness in plain words."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from lesson_player.model.library import LessonCard, VersionCard
from lesson_player.ui.library import place_words
from lesson_player.ui.library.lesson_view import facts
from lesson_player.ui.library.start_dialog import Audience, StartDialog, choices
from lesson_player.ui.library.window import LibraryWindow
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.widgets.choice_chip import ChoiceChip
from tests.support.library_cards import BOARD, CHECKS, LAPTOP, broken_lesson, lesson, place
from tests.support.probes import WindowProbe

Library = tuple[LibraryWindow, list[tuple[object, ...]], WindowProbe]


@pytest.fixture
def library(windows: list[QWidget]) -> Callable[..., Library]:
    """Makes a library window with these cards, and a list of what it asks for."""

    def make(*cards: LessonCard, width: int = 1280, height: int = 720) -> Library:
        window = LibraryWindow(Path("/lessons"))
        windows.append(window)
        asked: list[tuple[object, ...]] = []
        window.teach_asked.connect(lambda *what: asked.append(("teach", *what)))
        window.carry_on_asked.connect(lambda key: asked.append(("carry on", key)))
        window.check_asked.connect(lambda which: asked.append(("check", which)))
        window.stop_asked.connect(lambda: asked.append(("stop",)))
        window.refresh_asked.connect(lambda: asked.append(("look again",)))
        window.show_lessons(cards)
        probe = WindowProbe(window)
        probe.show(width, height)
        return window, asked, probe

    return make


def chip(probe: WindowProbe, words: str) -> ChoiceChip:
    """The chip with these words."""
    return next(each for each in probe.window.findChildren(ChoiceChip) if each.text() == words)


def test_enter_teaches_the_lesson_as_written(library: Callable[..., Library]) -> None:
    _, asked, probe = library(lesson())
    probe.key(Qt.Key.Key_Return)
    assert asked == [("teach", "mayas-story", "whole", ())]


def test_a_version_and_a_sitting_are_chosen(library: Callable[..., Library]) -> None:
    _, asked, probe = library(lesson())
    probe.click(chip(probe, "Easy read with symbols"))
    probe.click(chip(probe, "2: What Maya does, 12 min"))
    probe.press("Teach")
    assert asked == [("teach", "mayas-story", "two", ("easy-read",))]


def test_a_version_is_chosen_by_arrows(library: Callable[..., Library]) -> None:
    _, _, probe = library(lesson())
    chip(probe, "As written").setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Right)
    assert chip(probe, "Easy read with symbols").isChecked()


def test_a_version_whose_film_is_not_here_is_named_but_cannot_be_chosen(
    library: Callable[..., Library],
) -> None:
    real = VersionCard(adaptations=("real-film",), title="With the real film", ready=False)
    first, *others = lesson().versions
    window, asked, probe = library(lesson(versions=(first, real, *others)))
    row = window.views[0].versions
    assert row is not None
    assert [each.text() for each in row.chips] == [each.title for each in (first, *others)]
    assert "“With the real film” can be chosen once its film is here." in probe.texts()
    probe.click(chip(probe, "Easy read with symbols"))
    probe.press("Teach")
    assert asked == [("teach", "mayas-story", "whole", ("easy-read",))]


def test_the_arrows_go_round_and_tab_comes_to_the_chosen_chip(library: Callable[..., Library]) -> None:
    _, _, probe = library(lesson(), width=640)
    first, last = chip(probe, "The whole lesson, 40 min"), chip(probe, "4: Block, report, tell, 8 min")
    assert first.isChecked()
    probe.button("Teach").setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Backtab)
    assert probe.focus() is first, "Shift+Tab comes to the chosen chip"
    for key, chosen in ((Qt.Key.Key_Left, last), (Qt.Key.Key_Right, first), (Qt.Key.Key_Up, last)):
        probe.key(key)
        assert chosen.isChecked()
        assert probe.focus() is chosen
    probe.key(Qt.Key.Key_Tab)
    assert probe.focus() is probe.button("Teach")
    probe.key(Qt.Key.Key_Backtab)
    assert probe.focus() is last


def test_the_newest_place_is_the_main_button(library: Callable[..., Library]) -> None:
    older = place("older", hours=50, film_s=None, step=3)
    window, asked, probe = library(lesson(places=(older, place("newest", hours=2))))
    main = window.views[0].main_button
    assert main is not None
    assert main.text() == "Carry on from step 5, 1:12"
    probe.key(Qt.Key.Key_Return)
    probe.press("Carry on from step 3")
    probe.press("Start again")
    assert asked == [("carry on", "newest"), ("carry on", "older"), ("teach", "mayas-story", "whole", ())]


def test_after_a_sitting_the_next_one_is_chosen_in_the_same_version(library: Callable[..., Library]) -> None:
    taught = {"sitting": "one", "sitting_title": "1: What Maya sees", "finished": True}
    done = place("done", hours=2).model_copy(update=taught | {"adaptations": ("calm",)})
    older = place("older", hours=50, film_s=None, step=3)
    window, asked, probe = library(lesson(places=(older, done)))
    assert "Taught to the end: 1: What Maya sees, " in probe.texts()
    main = window.views[0].main_button
    assert main is not None
    assert main.text() == "Teach"
    assert {each.text() for each in probe.buttons()} >= {"Carry on from step 3", "Teach"}
    probe.key(Qt.Key.Key_Return)
    assert asked == [("teach", "mayas-story", "two", ("calm",))]


def test_what_is_carried_on_is_chosen_for_a_new_start_too(library: Callable[..., Library]) -> None:
    here = place().model_copy(update={"sitting": "three", "adaptations": ("sign",)})
    done = place("done", hours=70).model_copy(update={"sitting": "two", "finished": True})
    _, asked, probe = library(lesson(places=(here, done)))
    probe.press("Start again")
    assert asked == [("teach", "mayas-story", "three", ("sign",))]


def test_after_the_last_sitting_the_first_one_is_chosen(library: Callable[..., Library]) -> None:
    done = place().model_copy(update={"sitting": "four", "finished": True, "adaptations": ("gone",)})
    _, asked, probe = library(lesson(places=(done,)))
    probe.press("Teach")
    assert asked == [("teach", "mayas-story", "whole", ())]


def test_places_are_told_apart_by_sitting_version_and_date() -> None:
    now = datetime(2026, 10, 14, 9, 30, tzinfo=UTC)
    kept = place(hours=1).model_copy(update={"saved": now - timedelta(days=6)})
    assert place_words.about(kept, now).startswith(
        "What Maya can do · The whole lesson · Easy read with symbols · Thursday 8 October, "
    )


@pytest.mark.parametrize(
    ("days", "words"),
    [(0, "today, "), (1, "yesterday, "), (2, "Monday 12 October, "), (400, "9 September 2025, ")],
)
def test_a_date_is_said_as_people_say_it(days: int, words: str) -> None:
    now = datetime(2026, 10, 14, 12, 0).astimezone()
    assert place_words.when(now - timedelta(days=days), now) == f"{words}12:00"


def test_a_broken_lesson_says_what_happened_what_is_safe_and_what_to_do(
    library: Callable[..., Library],
) -> None:
    window, asked, probe = library(broken_lesson())
    words = probe.texts()
    assert "This lesson cannot be opened: there are 2 mistakes in its file lesson.yaml." in words
    assert "Nothing in it has been changed or lost, and your other lessons work." in words
    assert "Then look again." in words
    assert "The word “minuts” is not known here." in words
    assert "What to do: Did you mean “minutes”?" in words
    assert "lesson.yaml, line 14" in words
    assert facts(lesson(minutes=0, sittings=(), film_words="")) == "", "a broken lesson has no length"
    assert not window.readiness.isVisible()
    assert [button.text() for button in probe.buttons()] == [
        "New lesson…",
        "Install a pack…",
        "Help",
        "Keys",
        "Settings",
        "Look again",
    ]
    probe.key(Qt.Key.Key_Return)
    assert asked == [("look again",)]


def test_a_broken_lesson_does_not_push_the_first_button_off_the_screen(
    library: Callable[..., Library],
) -> None:
    for height in (720, 400):
        window, _, probe = library(broken_lesson(), lesson(), height=height)
        assert [view.card.title for view in window.views] == ["Maya’s story", "Sam’s story"]
        first = probe.focus()
        assert first is window.views[0].main_button
        assert QRect(first.mapTo(window, QPoint()), first.size()).bottom() <= height
        assert first.visibleRegion().boundingRect() == first.rect(), "all of it can be seen"


def test_an_empty_library_says_what_to_do(library: Callable[..., Library]) -> None:
    _, asked, probe = library()
    assert "There are no lessons here yet" in probe.texts()
    assert "/lessons" in probe.texts()
    probe.key(Qt.Key.Key_Return)
    assert asked == [("look again",)]


def test_readiness_has_words_and_a_summary(library: Callable[..., Library]) -> None:
    window, asked, probe = library(lesson(), broken_lesson())
    probe.press("Check now")
    assert asked == [("check", "mayas-story")]
    window.show_checks("mayas-story", (), True)
    assert "checking" in probe.texts()
    window.readiness.show_progress(0.42)
    assert "reading the films, 42 %" in probe.texts()
    window.show_checks("mayas-story", CHECKS, False)
    probe.settle()
    assert "Maya’s story: not ready yet." in probe.texts()
    assert "Put the file back, or teach with the captions." in probe.texts()
    window.show_checks("mayas-story", CHECKS[:2], False)
    probe.settle()
    assert "ready, with things to know" in probe.texts()
    assert "Put the file back" not in probe.texts()


def test_the_button_of_the_check_keeps_the_focus_and_stops_it(library: Callable[..., Library]) -> None:
    window, asked, probe = library(lesson())
    button = window.readiness.button
    button.setFocus(Qt.FocusReason.TabFocusReason)
    probe.key(Qt.Key.Key_Return)
    window.show_checks("mayas-story", (), True)
    probe.settle()
    assert probe.focus() is button
    assert button.text() == "Stop checking"
    probe.key(Qt.Key.Key_Return)
    assert asked == [("check", "mayas-story"), ("stop",)]
    before = button.mapTo(window, QPoint())
    window.show_checks("mayas-story", CHECKS, False)
    probe.settle()
    assert probe.focus() is button
    assert button.mapTo(window, QPoint()) == before, "nothing jumps while the lines come"
    assert button.text() == "Check again"
    window.readiness.show_progress(0.9)
    assert "reading" not in probe.texts(), "a late word of progress does not hide the result"


def test_a_message_is_shown_and_put_away(library: Callable[..., Library]) -> None:
    window, _, probe = library(lesson())
    window.show_message("The settings could not be read. The usual ones are used.")
    assert "The usual ones are used." in probe.texts()
    probe.press("Close the message")
    assert "The usual ones are used." not in probe.texts()


def test_showing_lessons_again_replaces_them(library: Callable[..., Library]) -> None:
    window, _, probe = library(lesson())
    window.show_lessons((lesson(title="Another story"),))
    probe.settle()
    assert "Another story" in probe.texts()
    assert "Maya’s story" not in probe.texts()


def test_who_is_at_a_lesson_stays_there_when_the_lessons_are_shown_again(
    library: Callable[..., Library],
) -> None:
    first, second, new = (lesson(id=name, title=name) for name in ("first", "second", "new"))
    window, _, probe = library(first, second)
    assert probe.focus() is window.views[0].main_button
    button = window.views[1].main_button
    assert button is not None
    button.setFocus()
    window.show_lessons((new, first, second))
    assert window.views[2].card.id == "second"
    assert probe.focus() is window.views[2].main_button

    window.show_lessons((new, first))
    assert probe.focus() is window.views[0].main_button


def test_a_length_with_sittings_is_said_in_one_line() -> None:
    assert facts(lesson()) == "40 minutes, or 4 short sittings · film with captions, film in BSL"


@pytest.mark.parametrize(
    ("width", "height", "scale"),
    [
        (1366, 768, 1.0),
        (1280, 720, 1.0),
        (853, 480, 1.0),
        (455, 256, 1.0),
        (1366, 768, 2.0),
        (1280, 720, 3.0),
    ],
)
def test_nothing_is_cut_off(
    qapp: QApplication, library: Callable[..., Library], width: int, height: int, scale: float
) -> None:
    apply_theme(qapp, "cream", scale)
    window, _, probe = library(
        lesson(places=(place(), place("b", hours=9))), broken_lesson(), width=width, height=height
    )
    window.show_checks("mayas-story", CHECKS, False)
    probe.settle()
    page = window.readiness.parentWidget()
    assert page is not None
    for words in window.findChildren(QLabel):
        if words.isVisible() and words.text():
            assert words.height() >= words.heightForWidth(words.width()), words.text()
            place_in = QRect(words.mapTo(page, words.rect().topLeft()), words.size())
            assert place_in.right() <= page.width(), words.text()
    for each in window.findChildren(ChoiceChip):
        assert each.width() >= each.sizeHint().width(), each.text()
    assert page.width() <= width


def test_with_a_board_the_class_has_it(windows: list[QWidget]) -> None:
    dialog = StartDialog((LAPTOP, BOARD), mirrored=False)
    windows.append(dialog)
    probe = WindowProbe(dialog)
    probe.show(640, 480)
    probe.key(Qt.Key.Key_Return)
    assert dialog.result() == StartDialog.DialogCode.Accepted.value
    assert dialog.choice.audience is Audience.OWN_SCREEN
    assert dialog.choice.display == BOARD


@pytest.mark.parametrize(("screens", "mirrored"), [((LAPTOP,), False), ((LAPTOP, BOARD), True)])
def test_with_one_picture_the_safe_answer_is_marked(screens: tuple[object, ...], mirrored: bool) -> None:
    found = choices(screens, mirrored=mirrored)  # type: ignore[arg-type]
    assert [each.audience for each in found] == [Audience.SHARED, Audience.ALONE]


def test_the_other_answers_can_be_chosen(windows: list[QWidget]) -> None:
    dialog = StartDialog((LAPTOP, BOARD), mirrored=False)
    windows.append(dialog)
    probe = WindowProbe(dialog)
    probe.show(640, 480)
    probe.key(Qt.Key.Key_Down)
    assert dialog.choice.audience is Audience.SHARED
    assert "notes" in dialog.explained.text()
    probe.key(Qt.Key.Key_Escape)
    assert dialog.result() == StartDialog.DialogCode.Rejected.value


def test_help_is_in_the_library_too_and_page_down_reads_there(library: Callable[..., Library]) -> None:
    window, _, probe = library(lesson())
    probe.press("Help")
    probe.settle()
    assert window.help.isVisible()
    assert "Show me round" not in [button.text() for button in probe.buttons()], "that is for a lesson"
    window.help.browser.setFocus(Qt.FocusReason.TabFocusReason)
    bar = window.help.browser.verticalScrollBar()
    at = bar.value()
    probe.key(Qt.Key.Key_PageDown)
    assert bar.value() > at
    probe.key(Qt.Key.Key_Escape)
    assert not window.help.isVisible()
    probe.key(Qt.Key.Key_F3)
    assert window.help.isVisible()
