"""More lessons than fit on a page: some are shown, others are found by their words."""

from __future__ import annotations

from PySide6.QtTest import QSignalSpy, QTest
from pytestqt.qtbot import QtBot

from lesson_player.model.library import LessonCard
from lesson_player.ui.library.window import LibraryWindow
from tests.support.library_cards import lesson
from tests.support.probes import WindowProbe


def cards(number: int) -> tuple[LessonCard, ...]:
    return tuple(lesson(id=f"lesson-{n}", title=f"Lesson {n}") for n in range(number))


def shown(qtbot: QtBot) -> tuple[LibraryWindow, WindowProbe]:
    window = LibraryWindow()
    qtbot.addWidget(window)
    probe = WindowProbe(window)
    probe.show(1366, 768)
    return window, probe


def test_where_all_lessons_are_on_show_there_is_nothing_to_search(qtbot: QtBot) -> None:
    window, _ = shown(qtbot)
    window.show_lessons(cards(3))
    assert not window.search.isVisible()
    assert not window.search.more_button.isVisible()


def test_words_and_more_lessons_are_asked_for(qtbot: QtBot) -> None:
    window, probe = shown(qtbot)
    asked = QSignalSpy(window.refresh_asked)
    window.show_lessons(cards(12), 1000, 1000)
    assert "12 of 1000 lessons" in probe.texts()

    window.search.field.setFocus()
    QTest.keyClicks(window.search.field, "swim")
    qtbot.waitUntil(lambda: asked.count() == 1)
    assert (window.search.words, window.search.most) == ("swim", 12)
    window.show_lessons(cards(2), 2, 1000)
    assert window.search.is_used, "who searches goes on searching"
    assert "2 of 2 lessons that have these words" in probe.texts()
    assert not window.search.more_button.isVisible()

    window.search.field.clear()
    qtbot.waitUntil(lambda: asked.count() == 2)
    window.show_lessons(cards(12), 1000, 1000)
    probe.press("Show more lessons")
    assert asked.count() == 3
    assert window.search.most == 24
    window.show_lessons(cards(24), 1000, 1000)
    assert window.views[12].main_button is probe.focus(), "reading goes on with the first of the new ones"


def test_nothing_found_is_said_and_is_not_an_empty_library(qtbot: QtBot) -> None:
    window, probe = shown(qtbot)
    window.search.words = "zebra"
    window.show_lessons((), 0, 30)
    assert "0 of 0 lessons that have these words" in probe.texts()
    assert "There are no lessons here yet" not in probe.texts()


def test_while_lessons_are_looked_for_it_is_not_said_that_there_are_none(qtbot: QtBot) -> None:
    window, probe = shown(qtbot)
    window.show_looking()
    probe.settle()
    assert "Looking for lessons…" in probe.texts()
    assert "There are no lessons here yet" not in probe.texts()


def test_a_lesson_that_is_opened_ends_a_search_and_has_the_focus(qtbot: QtBot) -> None:
    window, probe = shown(qtbot)
    window.show_lessons(cards(12), 20, 20)
    window.search.field.setFocus()
    QTest.keyClicks(window.search.field, "swim")
    window.search.end()
    asked = QSignalSpy(window.refresh_asked)
    window.show_lessons(cards(12), 20, 20, "lesson-9")
    probe.settle()
    assert window.views[9].main_button is probe.focus()
    assert window.views[9].visibleRegion().boundingRect().isValid()
    assert (window.search.field.text(), asked.count()) == ("", 0)
