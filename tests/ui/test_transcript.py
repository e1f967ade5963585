"""The transcript beside the film: it follows, is searched, goes to a line, and leaves the lesson its keys."""

from __future__ import annotations

from collections.abc import Callable
from itertools import combinations

import pytest
from PySide6.QtCore import QPoint, QPointF, QSize, Qt
from PySide6.QtGui import QAccessible, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from lesson_player.ui.presenter.side_column import Page
from lesson_player.ui.presenter.transcript_panel import TranscriptPanel
from tests.support.probes import accessible, name_of, walk
from tests.support.teacher_views import film_controls, film_view, teacher_view
from tests.ui.conftest import Presenter
from tests.ui.test_presenter_layout import FOLDED, WHOLE, cut_off, inside

Make = Callable[..., Presenter]


def opened(presenter: Make, width: int = 1366, height: int = 768) -> Presenter:
    """A film step with its transcript shown, as F shows it."""
    window, fake, probe = presenter(film_view(), width, height)
    fake.wanted.emit("transcript")
    probe.settle()
    return window, fake, probe


def panel(made: Presenter) -> TranscriptPanel:
    return made[0].parts.side.transcript


def show_time(made: Presenter, at_s: float) -> None:
    made[1].show(film_view(film=film_controls(at_s=at_s)))
    made[2].settle()


def seen_rows(made: Presenter) -> list[int]:
    """Rows that can be seen whole."""
    listed = panel(made).list
    room = listed.viewport().rect()
    return [row for row in range(listed.count()) if room.contains(listed.visualItemRect(listed.item(row)))]


def test_f_shows_it_and_the_notes_again(presenter: Make) -> None:
    window, fake, _ = made = opened(presenter)
    assert panel(made).isVisible()
    assert not window.parts.notes.isVisible()
    fake.wanted.emit("transcript")
    assert window.parts.notes.isVisible()
    fake.wanted.emit("film-tools")
    fake.wanted.emit("transcript")
    assert window.parts.side.page is Page.TRANSCRIPT


def test_outside_films_there_are_notes_and_the_next_film_has_it_again(presenter: Make) -> None:
    window, fake, _ = made = opened(presenter)
    fake.show(teacher_view())
    assert window.parts.notes.isVisible()
    assert window.parts.side.tab_row.isHidden()
    fake.show(film_view())
    assert panel(made).isVisible()


def test_the_lines_name_speakers_times_and_where_the_film_is(presenter: Make) -> None:
    made = opened(presenter)
    names = [name_of(each) for each in walk(accessible(panel(made).list))]
    assert "Chapter: The first message, 0:10" in names
    assert "Maya: A message! Who is it from?, 0:11, the film is here" in names
    assert "Description: Maya sits at a table and draws a fox., 0:00" in names
    assert "Ms Okafor: You can tell me anything, Maya., 0:44, not in this part" in names
    assert accessible(panel(made).list).role() is QAccessible.Role.List


def test_it_follows_the_film(presenter: Make) -> None:
    made = opened(presenter, 1280, 640)
    for at_s, row in ((3.5, 2), (33.0, 9), (0.0, 0)):
        show_time(made, at_s)
        assert panel(made).list.now == row
        assert row in seen_rows(made)


def test_a_turn_of_the_wheel_stops_following_and_the_button_brings_it_back(presenter: Make) -> None:
    made = opened(presenter, 1280, 640)
    listed = panel(made).list
    middle = QPointF(listed.viewport().rect().center())
    down = QPoint(0, -1200)
    wheel = QWheelEvent(
        middle,
        listed.viewport().mapToGlobal(middle),
        QPoint(),
        down,
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(listed.viewport(), wheel)
    assert panel(made).follow.accessibleName() == "Follow the film off"
    show_time(made, 0.6)
    assert 1 not in seen_rows(made)
    made[2].press("Follow")
    assert panel(made).follow.accessibleName() == "Follow the film on"
    assert 1 in seen_rows(made)


def test_ctrl_f_searches_and_says_how_many(presenter: Make) -> None:
    window, fake, probe = made = presenter(film_view())
    probe.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.focusWidget() is panel(made).search
    probe.type("Maya b kp.")
    assert fake.asked == [], "letters are letters here"
    assert panel(made).found.text() == "Not found"
    panel(made).search.setText("message")
    assert panel(made).found.text() == "4 places"


def test_enter_goes_from_place_to_place_and_round(presenter: Make) -> None:
    window, _fake, probe = made = presenter(film_view())
    probe.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    probe.type("message")
    rows = []
    for key, modifier in (
        (Qt.Key.Key_Return, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Up, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier),
    ):
        probe.key(key, modifier)
        rows.append(panel(made).list.currentRow())
    assert rows == [3, 4, 3, 9]
    assert panel(made).found.text() == "4 of 4: Maya: Every day there is a message., 0:33"
    assert window.focusWidget() is panel(made).search


def test_a_clicker_goes_on_from_the_search_and_esc_leaves_it(presenter: Make) -> None:
    window, fake, probe = made = presenter(film_view())
    probe.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    probe.type("fox")
    probe.key(Qt.Key.Key_PageDown)
    assert fake.asked == [("run", "next")]
    probe.key(Qt.Key.Key_Escape)
    assert not window.sheets.end.isVisible()
    assert panel(made).search.text() == ""
    assert window.focusWidget() is window or window.hasFocus()
    probe.type("b")
    assert fake.asked[-1] == ("run", "hide")


def test_outside_films_ctrl_f_does_nothing(presenter: Make) -> None:
    window, _fake, probe = presenter(teacher_view())
    probe.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert window.parts.side.page is Page.NOTES


def test_a_click_or_enter_on_a_line_goes_there(presenter: Make) -> None:
    _window, fake, probe = made = opened(presenter)
    listed = panel(made).list
    probe.click(listed.viewport(), listed.visualItemRect(listed.item(2)).center())
    assert fake.asked == [("seek_film", 3.0)]
    listed.setFocus(Qt.FocusReason.TabFocusReason)
    listed.setCurrentRow(5)
    QTest.keyClick(listed, Qt.Key.Key_Up)
    QTest.keyClick(listed, Qt.Key.Key_Return)
    assert fake.asked[-1] == ("seek_film", 11.0)


def test_a_line_of_another_part_is_not_gone_to_and_it_is_said(presenter: Make) -> None:
    _window, fake, probe = made = opened(presenter)
    listed = panel(made).list
    listed.scrollToBottom()
    probe.settle()
    probe.click(listed.viewport(), listed.visualItemRect(listed.item(11)).center())
    assert fake.asked == [("tell", "That line is in another part of the film, which another step shows.")]


@pytest.mark.parametrize("key", [Qt.Key.Key_PageDown, Qt.Key.Key_Right, Qt.Key.Key_B])
def test_the_lessons_keys_go_on_in_the_list(presenter: Make, key: Qt.Key) -> None:
    _window, fake, _probe = made = opened(presenter)
    listed = panel(made).list
    listed.setFocus(Qt.FocusReason.TabFocusReason)
    QTest.keyClick(listed, key)
    assert fake.asked[-1][1] in {"next", "hide"}


def test_what_is_hidden_gives_the_keys_back_to_the_lesson(presenter: Make) -> None:
    window, fake, _probe = made = opened(presenter)
    panel(made).list.setFocus(Qt.FocusReason.TabFocusReason)
    fake.show(teacher_view())
    holder: QWidget | None = window.focusWidget()
    assert holder in {None, window}


@pytest.mark.parametrize("page", [Page.TRANSCRIPT, Page.TOOLS])
@pytest.mark.parametrize(("width", "height"), [(1366, 768), (1280, 720), (1093, 614), (640, 360)])
def test_every_control_of_a_page_is_reached_by_tab(
    presenter: Make, page: Page, width: int, height: int
) -> None:
    window, _fake, probe = presenter(film_view(), width, height)
    window.parts.side.turn_to(page)
    probe.settle()
    shown = {
        Page.TRANSCRIPT: window.parts.side.transcript.in_order(),
        Page.TOOLS: window.parts.side.tools.in_order(),
    }[page]
    wanted = [each for each in shown if each.isVisible() and each.isEnabled()]
    stops = probe.tab_stops()
    assert [each for each in wanted if each not in stops] == []
    order = [stops.index(each) for each in wanted]
    assert order == sorted(order), "in the order of reading"


def test_the_chapters_are_listed_and_the_one_that_is_on_is_said(presenter: Make) -> None:
    window, fake, probe = presenter(film_view())
    fake.wanted.emit("film-tools")
    probe.settle()
    tools = window.parts.side.tools
    assert tools.where.text() == "Chapter 2 of 3: The first message"
    names = [name_of(each) for each in walk(accessible(tools.chapters))]
    assert "The first message, 0:10, the film is here" in names
    probe.click(tools.chapters.viewport(), tools.chapters.visualItemRect(tools.chapters.item(2)).center())
    assert fake.asked == [("seek_film", 30.0)]
    probe.press("Pause point")
    assert fake.asked[-1] == ("run", "pause-point")


def test_the_slider_says_chapter_repeat_and_rest(presenter: Make) -> None:
    window, fake, _probe = presenter(film_view())
    repeated = film_controls(repeat_from_s=11.0, repeat_to_s=14.0, repeat_words="Repeats 0:11 to 0:14")
    fake.show(film_view(film=repeated))
    said = accessible(window.parts.bar.film_time.slider).text(QAccessible.Text.Description)
    assert said == (
        "0:12 of 0:40. Chapter 2 of 3: The first message. Repeats 0:11 to 0:14. It rests at 0:25."
    )


@pytest.mark.parametrize("page", [Page.TRANSCRIPT, Page.TOOLS])
@pytest.mark.parametrize(("width", "height", "scale"), [*WHOLE, *FOLDED])
def test_the_window_is_as_whole_with_these_pages_as_with_the_notes(
    presenter: Make, page: Page, width: int, height: int, scale: float
) -> None:
    size = QSize(round(width / scale), round(height / scale))
    window, _fake, probe = presenter(film_view(), size.width(), size.height())
    window.parts.side.turn_to(page)
    probe.settle()
    assert window.size() == size
    assert cut_off(window) == []
    # What a page has scrolled away stands under the row below it, and is not seen there.
    seen = [inside(window, each) for each in probe.buttons()]
    assert not any(one.intersects(other) for one, other in combinations(seen, 2))
    for words in ("Next", "Hide", "Calm"):
        button = [each for each in probe.buttons() if each.text() == words][-1 if words == "Next" else 0]
        assert inside(window, button).size() == button.size(), words
    if window.body.folded:
        strip = window.body.stacked.widget()
        assert strip is not None
        assert strip.width() <= window.body.stacked.viewport().width(), "something is cut off at the side"
    else:
        assert window.body.middle.verticalScrollBar().maximum() == 0, "not whole"


@pytest.mark.parametrize("command", ["transcript", "film-tools"])
def test_where_parts_stand_under_one_another_a_key_brings_its_page_into_view(
    presenter: Make, command: str
) -> None:
    window, fake, probe = presenter(film_view(), 640, 360)
    assert window.body.folded
    fake.wanted.emit(command)
    probe.settle()
    row = window.parts.side.tab_row
    assert inside(window, row).height() == row.height()
    first = window.parts.side.transcript.search if command == "transcript" else window.parts.side.tools.where
    assert inside(window, first).height() == first.height()
