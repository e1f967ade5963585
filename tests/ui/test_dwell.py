"""A pointer that rests on a control presses it: real pointer events, and no button."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QListWidget, QWidget

from lesson_player.control.dwelling import DwellChoice, read_dwell
from lesson_player.control.key_book import KeyBook
from lesson_player.model.slide import Card, ScreenKind, Slide, SlideLayout
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.widgets.dwell_access import DwellAccess
from lesson_player.ui.widgets.spots import cards_on
from lesson_player.ui.widgets.window_access import WindowAccess, give_access
from lesson_player.ui.widgets.word_button import WordButton
from tests.support.hands import Finger, seen_place, settle
from tests.support.teacher_views import teacher_view
from tests.ui.conftest import Audience, Presenter

ON = DwellChoice(on=True, rest_s=1.0)


class Bench:
    """A window with two buttons and a list, and a pointer over it."""

    def __init__(self, *, still: bool = False) -> None:
        self.window = QWidget()
        self.pressed: list[str] = []
        for at, words in enumerate(("One", "Two")):
            button = WordButton(words, parent=self.window)
            button.setGeometry(200 * at + 100, 200, 120, 60)
            button.clicked.connect(lambda _on=False, words=words: self.pressed.append(words))
        self.lines = QListWidget(self.window)
        self.lines.setGeometry(100, 300, 300, 150)
        self.lines.addItems(["first", "second"])
        self.lines.itemClicked.connect(lambda item: self.pressed.append(item.text()))
        self.book = KeyBook()
        self.access: WindowAccess = give_access(self.window, self.book, still=lambda: still)
        self.window.resize(600, 500)
        self.window.show()
        settle()

    @property
    def dwell(self) -> DwellAccess:
        return self.access.dwell

    def move(self, x: int, y: int) -> None:
        QTest.mouseMove(self.window.windowHandle(), QPoint(x, y))
        settle()

    def rest(self, seconds: float) -> None:
        for _ in range(round(seconds * 10)):
            self.dwell.pass_time(0.1)


@pytest.fixture
def bench(qapp: QApplication, windows: list[QWidget]) -> Callable[..., Bench]:
    def make(choice: DwellChoice = ON, *, still: bool = False) -> Bench:
        made = Bench(still=still)
        windows.append(made.window)
        made.book.use_dwell(choice)
        made.move(5, 480)
        return made

    return make


ONE, TWO, BESIDE, SECOND = (160, 230), (360, 230), (20, 250), (150, 330)


def test_it_is_off_until_somebody_turns_it_on(bench: Callable[..., Bench]) -> None:
    made = bench(DwellChoice())
    made.move(*ONE)
    made.rest(9.0)
    assert made.pressed == []
    assert not made.dwell.ring.isVisible()


def test_resting_presses_once_and_the_ring_fills_before(bench: Callable[..., Bench]) -> None:
    made = bench(DwellChoice(on=True, rest_s=5.0))
    made.move(*ONE)
    made.rest(2.5)
    assert made.pressed == []
    assert made.dwell.ring.isVisible()
    assert 0.4 < made.dwell.ring.share < 0.9
    made.rest(9.0)
    assert made.pressed == ["One"]
    assert not made.dwell.ring.isVisible()


def test_leaving_cancels_and_coming_back_begins_anew(bench: Callable[..., Bench]) -> None:
    made = bench(DwellChoice(on=True, rest_s=5.0))
    for _ in range(3):
        made.move(*ONE)
        made.rest(3.0)
        made.move(*BESIDE)
        assert not made.dwell.ring.isVisible()
    assert made.pressed == []
    made.move(*TWO)
    made.rest(5.1)
    made.move(*BESIDE)
    made.move(*TWO)
    made.rest(5.1)
    assert made.pressed == ["Two", "Two"]


def test_a_line_of_a_list_is_pressed(bench: Callable[..., Bench]) -> None:
    made = bench()
    made.move(*SECOND)
    made.rest(1.1)
    assert made.pressed in (["first"], ["second"])


def test_a_click_by_hand_is_not_followed_by_another(bench: Callable[..., Bench]) -> None:
    made = bench(DwellChoice(on=True, rest_s=5.0))
    made.move(*ONE)
    QTest.mouseClick(
        made.window.windowHandle(), Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, QPoint(*ONE)
    )
    made.rest(9.0)
    assert made.pressed == ["One"]


def test_a_finger_never_rests(bench: Callable[..., Bench]) -> None:
    made = bench()
    Finger(lambda: made.window).touch(QPoint(*ONE))
    made.rest(9.0)
    assert made.pressed == ["One"]


def test_a_finger_or_a_button_that_is_held_never_rests(bench: Callable[..., Bench]) -> None:
    made = bench()
    handle, device = made.window.windowHandle(), QTest.createTouchDevice()
    QTest.touchEvent(handle, device).press(0, QPoint(*BESIDE)).commit()
    QTest.touchEvent(handle, device).move(0, QPoint(*ONE)).commit()
    made.rest(9.0)
    QTest.touchEvent(handle, device).release(0, QPoint(*ONE)).commit()
    left, none = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QTest.mousePress(handle, left, none, QPoint(*BESIDE))
    made.move(*ONE)
    made.rest(9.0)
    QTest.mouseRelease(handle, left, none, QPoint(*BESIDE))
    assert made.pressed == []


def test_what_comes_up_beneath_a_pointer_that_lies_still_is_not_pressed(bench: Callable[..., Bench]) -> None:
    made = bench(DwellChoice(on=True, rest_s=5.0))
    made.move(*ONE)
    made.rest(3.0)
    cover = WordButton("Cover", parent=made.window)
    cover.clicked.connect(lambda: made.pressed.append("Cover"))
    cover.setGeometry(90, 190, 200, 100)
    cover.show()
    made.rest(9.0)
    assert made.pressed == []


def test_a_button_that_cannot_be_pressed_is_not(bench: Callable[..., Bench]) -> None:
    made = bench()
    button = made.window.findChild(WordButton)
    assert button is not None
    button.setEnabled(False)
    made.move(*ONE)
    made.rest(0.5)
    assert not made.dwell.ring.isVisible()
    made.rest(9.0)
    assert made.pressed == []


def test_the_rest_zone_pauses_and_goes_on(bench: Callable[..., Bench]) -> None:
    made = bench()
    zone = made.dwell.zone
    assert not zone.isVisible()
    made.move(300, 3)
    assert zone.isVisible()
    made.move(zone.geometry().center().x(), zone.geometry().center().y())
    made.rest(1.1)
    assert zone.pauses
    made.move(*ONE)
    made.rest(9.0)
    assert made.pressed == []
    assert zone.isVisible(), "the way back stays in sight"
    made.move(zone.geometry().center().x(), zone.geometry().center().y())
    made.rest(1.1)
    made.move(*ONE)
    made.rest(1.1)
    assert made.pressed == ["One"]
    made.move(*BESIDE)
    assert not zone.isVisible()


def test_where_nothing_shall_move_the_ring_fills_in_steps(bench: Callable[..., Bench]) -> None:
    made = bench(DwellChoice(on=True, rest_s=5.0), still=True)
    made.move(*ONE)
    shares = set()
    for _ in range(20):
        made.rest(0.2)
        shares.add(made.dwell.ring.share)
    assert shares <= {0.0, 0.25, 0.5, 0.75}


def test_turned_off_while_it_fills_nothing_is_pressed(bench: Callable[..., Bench]) -> None:
    made = bench(DwellChoice(on=True, rest_s=5.0))
    made.move(*ONE)
    made.rest(3.0)
    made.book.use_dwell(DwellChoice())
    assert not made.dwell.ring.isVisible()
    made.rest(9.0)
    assert made.pressed == []


def rest_over(window: QWidget, access: DwellAccess, place: QPoint) -> None:
    """Come from the edge to a place in the window, and rest there."""
    QTest.mouseMove(window.windowHandle(), QPoint(1, window.height() // 2))
    QTest.mouseMove(window.windowHandle(), place)
    settle()
    access.pass_time(9.0)


def test_it_presses_in_the_teachers_window_and_in_the_strip(
    presenter: Callable[..., Presenter], audience: Callable[..., Audience]
) -> None:
    window, fake, _ = presenter()
    fake.keys.use_dwell(ON)
    button = window.parts.bar.buttons["next"]
    rest_over(window, window.dwell, button.mapTo(window, button.rect().center()))
    assert ("run", "next") in fake.asked
    window.hide()
    board, beside, _ = audience(teacher_view().model_copy(update={"private": False}))
    beside.keys.use_dwell(ON)
    QTest.mouseMove(board.windowHandle(), QPoint(board.width() // 2, board.height() - 2))
    settle()
    back = board.strip.buttons["back"]
    rest_over(board, board.dwell, back.mapTo(board, back.rect().center()))
    assert ("run", "back") in beside.asked


def test_a_card_is_not_taken_again_because_it_says_that_it_is_chosen(
    audience: Callable[..., Audience],
) -> None:
    view = teacher_view()

    def shown(*, chosen: bool) -> TeacherView:
        cards = tuple(
            Card(id=f"card-{n}", number=n, text=f"Choice {n}", chosen=chosen and n == 1) for n in (1, 2)
        )
        slide = Slide(id="choose", layout=SlideLayout.CARDS, heading="Which?", cards=cards)
        changes = {"slide": slide, "film": None, "screen": ScreenKind.SLIDE}
        return view.model_copy(update={"class_view": view.class_view.model_copy(update=changes)})

    board, fake, _ = audience(shown(chosen=False))
    fake.keys.use_dwell(ON)
    place = seen_place(board, cards_on(board.picture)[0].name)
    rest_over(board, board.dwell, place)
    fake.show(shown(chosen=True))
    board.dwell.pass_time(0.1)
    QTest.mouseMove(board.windowHandle(), place + QPoint(3, 2))
    settle()
    board.dwell.pass_time(9.0)
    assert fake.asked == [("choose", "card-1")]


@pytest.mark.parametrize(
    ("values", "wrong"),
    [
        ({"on": 1}, "on"),
        ({"rest_s": 0.1}, "rest_s"),
        ({"rest_s": "x"}, "rest_s"),
        ({"rest_s": True}, "rest_s"),
    ],
)
def test_settings_that_make_no_sense_are_left_out_and_said(values: dict[str, object], wrong: str) -> None:
    choice, problems = read_dwell(values)
    assert choice == DwellChoice()
    assert wrong in problems[0]


def test_what_is_kept_is_there_next_time() -> None:
    choice = DwellChoice(on=True, rest_s=2.0)
    assert read_dwell(choice.values()) == (choice, ())
