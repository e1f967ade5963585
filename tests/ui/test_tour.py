"""The tour of the teacher's window: by itself once, by keyboard, and never over a class."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QRect, Qt

from lesson_player.ui.presenter.guided import Guided
from lesson_player.ui.presenter.own import TeachersOwn, TourSeen
from lesson_player.ui.presenter.tour import beside, seen_of, stops
from tests.support.probes import accessible, name_of
from tests.support.teacher_views import film_view, teacher_view
from tests.ui.conftest import Presenter

WORDS_A_MINUTE = 200
"""Of an adult who reads silently (Brysbaert 2019: 238 for non-fiction); less, to be on the safe side."""


class Kept:
    """How far the tour has come, in a test."""

    def __init__(self, seen: TourSeen = TourSeen.NEW) -> None:
        self.seen = seen

    def keep(self, seen: TourSeen) -> str:
        self.seen = seen
        return ""

    def own(self) -> TeachersOwn:
        return TeachersOwn(tour=lambda: self.seen, keep_tour=self.keep)


def guided(made: Presenter, kept: Kept, *, with_class: bool = False) -> Guided:
    window, fake, _ = made
    window.guided = Guided(window, fake.as_controller(), kept.own())
    window.guided.with_class = with_class
    return window.guided


def test_a_new_user_who_prepares_alone_is_shown_round_once(presenter: Callable[..., Presenter]) -> None:
    made, kept = presenter(), Kept()
    guide = guided(made, kept)
    guide.welcome()
    assert guide.tour.isVisible()
    made[2].key(Qt.Key.Key_Escape)
    assert not guide.tour.isVisible()
    assert kept.seen is TourSeen.SHOWN
    guide.welcome()
    assert not guide.tour.isVisible()
    assert made[1].asked == [], "Esc left the tour, not the lesson"


def test_over_a_class_it_is_only_named_and_comes_when_the_teacher_prepares(
    presenter: Callable[..., Presenter],
) -> None:
    made, kept = presenter(), Kept()
    guide = guided(made, kept, with_class=True)
    guide.welcome()
    guide.welcome()
    told = [asked for asked in made[1].asked if asked[0] == "tell"]
    assert len(told) == 1
    assert "F4" in str(told[0][1])
    assert guide._tour is None
    assert kept.seen is TourSeen.OFFERED
    guide.with_class = False
    guide.welcome()
    assert guide.tour.isVisible()


def test_f4_asks_first_where_a_class_is_taught(presenter: Callable[..., Presenter]) -> None:
    made = presenter()
    guide = guided(made, Kept(TourSeen.SHOWN), with_class=True)
    _, _, probe = made
    probe.key(Qt.Key.Key_F4)
    assert guide._tour is None
    assert "A class sees this lesson." in probe.texts()
    probe.key(Qt.Key.Key_Return)
    assert "A class sees this lesson." not in probe.texts(), "the safe answer comes first"
    assert guide._tour is None
    probe.key(Qt.Key.Key_F4)
    probe.press("Show me round")
    assert guide.tour.isVisible()


@pytest.mark.parametrize("on", [Qt.Key.Key_Right, Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_PageDown])
def test_keys_go_from_control_to_control_and_none_is_the_lessons(
    presenter: Callable[..., Presenter], on: Qt.Key
) -> None:
    window, fake, probe = presenter()
    probe.key(Qt.Key.Key_F4)
    tour = window.guided.tour
    shown = [tour.stop]
    for _ in range(len(stops(window.parts)) - 1):
        probe.key(on)
        shown.append(tour.stop)
    assert shown == list(stops(window.parts))
    probe.key(Qt.Key.Key_Left)
    assert tour.stop == shown[-2]
    probe.type("bkt5")
    probe.key(Qt.Key.Key_F9)
    assert tour.isVisible()
    probe.key(on)
    probe.key(on)
    assert not tour.isVisible(), "after the last one it ends"
    assert fake.asked == [("run", "tour")]
    assert probe.focus() is window


@pytest.mark.parametrize("size", [(1366, 768), (853, 480), (683, 384), (455, 256)])
@pytest.mark.parametrize("view", [teacher_view(), film_view()], ids=["rows", "film"])
def test_each_stop_is_a_control_that_is_seen_beside_the_card(
    presenter: Callable[..., Presenter], view: object, size: tuple[int, int]
) -> None:
    window, _, probe = presenter(view, *size)
    window.guided.start()
    tour = window.guided.tour
    for stop in stops(window.parts):
        probe.settle()
        tour._fit()
        assert tour.stop == stop
        seen = seen_of(stop.control, window)
        assert seen.width() > 20
        assert seen.height() > 20
        assert window.rect().contains(tour.geometry())
        both = seen & tour.geometry()
        free = seen.width() * seen.height() - both.width() * both.height() * both.isValid()
        picture = stop == stops(window.parts)[0]
        least = 0.0 if size == (455, 256) else 0.9 if picture else 0.5
        assert free >= least * seen.width() * seen.height(), stop.words
        probe.key(Qt.Key.Key_Right)


def test_all_of_it_is_read_in_less_than_a_minute(presenter: Callable[..., Presenter]) -> None:
    window, _, _ = presenter()
    found = stops(window.parts)
    assert 6 <= len(found) <= 8
    assert sum(len(stop.words.split()) for stop in found) < WORDS_A_MINUTE * 0.75


def test_a_screen_reader_hears_each_stop_on_its_button(presenter: Callable[..., Presenter]) -> None:
    from PySide6.QtGui import QAccessible

    window, _, probe = presenter()
    probe.key(Qt.Key.Key_F4)
    for stop in stops(window.parts):
        button = accessible(probe.focus())
        assert name_of(button) in {"Next", "Finish"}
        assert button.text(QAccessible.Text.Description) == stop.words
        probe.key(Qt.Key.Key_Right)


def test_a_click_beside_the_card_presses_nothing(presenter: Callable[..., Presenter]) -> None:
    window, fake, probe = presenter()
    probe.key(Qt.Key.Key_F4)
    button = window.parts.bar.buttons["end"]
    place = button.mapTo(window, button.rect().center())
    cover = window.childAt(place)
    assert cover is not None
    probe.click(cover, cover.mapFrom(window, place))
    assert fake.asked == [("run", "tour")]


@given(
    st.tuples(*[st.integers(0, 900)] * 4),
    st.tuples(st.integers(50, 400), st.integers(50, 300)),
)
def test_the_card_always_lies_in_the_window(control: tuple[int, ...], card: tuple[int, int]) -> None:
    room = QRect(0, 0, 1000, 600)
    left, top, width, height = control
    at = beside(QRect(0, 0, *card), QRect(left, top, width, height) & room, room, 10)
    assert room.contains(QRect(at, QRect(0, 0, *card).size()))


def test_where_there_is_room_the_card_does_not_cover_the_control() -> None:
    room, card = QRect(0, 0, 1000, 600), QRect(0, 0, 300, 200)
    for control in (QRect(0, 0, 200, 600), QRect(800, 0, 200, 600), QRect(0, 0, 1000, 100)):
        at: QPoint = beside(card, control, room, 10)
        assert not QRect(at, card.size()).intersects(control)
