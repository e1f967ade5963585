"""Maya's story from the library to its end and back, in each way of reaching the program alone.

Keyboard, clicker, finger, resting pointer, one switch: each sends real events to the windows, nothing else.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application.program import Program
from lesson_player.control.dwelling import DwellChoice
from lesson_player.control.switches import SwitchChoice
from lesson_player.model.bundle import LessonBundle
from lesson_player.rendering.placed import Target
from lesson_player.teaching.switch_scanner import ScanTimes
from lesson_player.teaching.views import TeacherView
from lesson_player.ui.presenter.own import TourSeen
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.widgets.class_picture import ClassPicture
from tests.journeys.conftest import StartDesk
from tests.support.hands import Finger, Hand, Keyboard, OneSwitch, Pointer, settle

SITTING = "Something is not right, 12 min"
"""It has a film, choices and slides."""
ALONE, SHARED = "I am preparing alone", "The class sees this screen too"


@dataclass
class School:
    """The program, open at its library."""

    program: Program
    bot: QtBot

    def window(self) -> QWidget:
        """What somebody sees before them: a question, the lesson, its last picture, or the library."""
        asked = QApplication.activeModalWidget()
        if asked is not None:
            return asked
        if self.program.desk is not None:
            closing = self.program.desk.shown.closing
            return closing.pictures[0] if closing is not None else self.program.desk.windows[-1]
        assert self.program.library is not None
        return self.program.library

    @property
    def view(self) -> TeacherView:
        assert self.program.desk is not None
        return self.program.desk.controller.view

    def begin(self, hand: Hand, where: str) -> None:
        """Choose the sitting in the library, and say where the class sees it."""
        hand.press(SITTING)
        hand.press("Teach: Maya’s story")
        hand.press(where)
        hand.press("Start")
        self.bot.waitUntil(lambda: self.program.desk is not None)
        settle()

    def teach(self, go_on: Callable[[int], None], chooses: Hand | None = None) -> None:
        """Go on until there is nothing more; all steps are seen, the film plays, cards are chosen."""
        seen, played = [], False
        cards: set[int] = set()
        for turn in range(100):
            seen.append(self.view.number)
            if chooses is not None and self.view.number not in cards and self.cards():
                cards.add(self.view.number)
                self.choose_last(chooses)
            film = self.view.film
            played = played or (film is not None and film.status == "playing")
            if not self.view.can_go_on:
                break
            go_on(turn)
        assert list(dict.fromkeys(seen)) == [step.number for step in self.view.steps]
        assert played
        assert self.view.messages == ()
        assert cards or chooses is None

    def cards(self) -> tuple[Target, ...]:
        """The choices on the class screen."""
        picture = self.window().findChild(ClassPicture)
        layout = picture.screen_layout() if picture is not None else None
        return layout.targets_of("card") if layout is not None else ()

    def choose_last(self, hand: Hand) -> None:
        """Choose the last one; it is then the chosen one."""
        wanted = self.cards()[-1]
        hand.press(wanted.name)
        assert [card.id for card in self.cards() if card.chosen] == [wanted.id]

    def leave(self, hand: Hand, *, last_picture: bool) -> None:
        """End the lesson; the library is there again, and knows that the sitting was taught."""
        hand.press("End")
        hand.press("End the lesson")
        if last_picture:
            hand.press("Put the picture away")
        library = self.program.library
        assert library is not None
        self.bot.waitUntil(lambda: self.program.desk is None and library.isVisible())
        places, problems = self.program.journal.finished(), self.program.journal.places()[1]
        assert [place.state.sitting for place in places] == ["something-is-not-right"]
        assert problems == ()


@pytest.fixture
def school(qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> Iterator[School]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    apply_theme(qapp)
    program = Program("silent")
    # Nobody's first lesson: the tour has tests of its own.
    program.own.keep_tour(TourSeen.SHOWN)
    program.show_library()
    library = program.library
    assert library is not None
    library.showNormal()
    library.resize(1366, 900)
    qtbot.waitUntil(lambda: bool(library.views), timeout=20_000)
    settle()
    yield School(program, qtbot)
    program.close()


def test_keyboard(school: School) -> None:
    hand = Keyboard(school.window)
    school.begin(hand, ALONE)
    school.teach(lambda turn: hand.type(Qt.Key.Key_Right if turn % 2 else Qt.Key.Key_PageDown))
    hand.type(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    school.bot.waitUntil(lambda: school.program.desk is None)
    assert [place.state.sitting for place in school.program.journal.finished()] == ["something-is-not-right"]


def test_finger(school: School) -> None:
    hand = Finger(school.window)
    school.begin(hand, SHARED)

    def go_on(turn: int) -> None:
        window = school.window()
        if turn % 2:
            hand.press("Next")
        else:
            right, middle = window.width() - 5, window.height() // 2
            hand.stroke(QPoint(right, middle), QPoint(right - window.width() // 3, middle))

    school.teach(go_on, hand)
    school.leave(hand, last_picture=True)


def test_resting_pointer(school: School) -> None:
    school.program.keys.book.use_dwell(DwellChoice(on=True, rest_s=1.0))
    hand = Pointer(school.window)
    school.begin(hand, SHARED)
    school.teach(lambda _turn: hand.press("Next"), hand)
    school.leave(hand, last_picture=True)


@pytest.mark.parametrize(("where", "last_picture"), [(ALONE, False), (SHARED, True)])
def test_one_switch(school: School, where: str, last_picture: bool) -> None:
    times = ScanTimes(switches=1, scan_s=0.5, first_s=0.0, hold_s=0.0, accept_s=0.0)
    school.program.keys.book.use_switches(SwitchChoice(times))
    hand = OneSwitch(school.window)
    school.begin(hand, where)
    school.teach(lambda _turn: hand.press("Next"), hand)
    school.leave(hand, last_picture=last_picture)


def test_clicker(mayas_story: LessonBundle, start_desk: StartDesk) -> None:
    """A clicker has no key for the library and none to end: its lesson is opened for it."""
    teacher = start_desk(mayas_story, "something-is-not-right", "silent")
    seen = []
    for turn in range(100):
        seen.append(teacher.view.number)
        if not teacher.view.can_go_on:
            break
        if turn % 7 == 3:
            # Its third button covers the screen, and Next shows it again.
            teacher.press(".")
            assert teacher.view.class_view.screen.value == "hidden"
        teacher.press(Qt.Key.Key_PageDown)
    assert list(dict.fromkeys(seen)) == [step.number for step in teacher.view.steps]
    last = teacher.view.class_view
    teacher.press(Qt.Key.Key_PageUp)
    assert teacher.view.class_view != last
    teacher.press(Qt.Key.Key_PageDown)
    QTest.keyClick(teacher.window, Qt.Key.Key_PageDown)
    assert teacher.view.class_view == last, "pressed once too often it stays on the last picture"
