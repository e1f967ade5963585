"""Windows stay on the screens that they belong to; notes never come where the class looks."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.application.screen_keeper import ScreenKeeper
from lesson_player.desktop.displays import Display
from tests.support.fake_screens import FakeScreen, FakeScreens, FakeWindow

LAPTOP = Display("laptop", 1366, 768, primary=True)
BOARD = Display("board", 1920, 1080, primary=False)
SECOND = Display("second", 1280, 720, primary=False)
OTHER = Display("other", 1024, 768, primary=False)


@dataclass
class Room:
    """A lesson's windows in a room, and what was said and stopped."""

    screens: FakeScreens
    board: FakeWindow = field(default_factory=FakeWindow)
    second: FakeWindow = field(default_factory=FakeWindow)
    teacher: FakeWindow = field(default_factory=FakeWindow)
    interrupted: list[str] = field(default_factory=list)
    told: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)
    """What stands in the teacher's window."""

    def begin(self, *boards: Display, presenter: bool = True) -> Room:
        self.keeper = ScreenKeeper(self.screens.as_watch(), self._interrupt, self._tell_anew)
        for window, display in zip((self.board, self.second), boards, strict=False):
            self.keeper.place_board(window.as_board(), display)
        if presenter:
            self.keeper.place_presenter(self.teacher.as_window())
        return self

    def _interrupt(self, words: str) -> None:
        self.interrupted.append(words)
        self.said.append(words)

    def _tell_anew(self, former: str, words: str) -> None:
        self.told.append(words)
        self.said = [each for each in self.said if each not in {former, words}] + [words]


def room(*connected: Display) -> Room:
    return Room(FakeScreens(*connected))


def test_the_class_window_goes_with_its_screen_and_comes_back_with_it() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    assert (here.board.on, here.teacher.on, here.board.alone) == ("board", "laptop", False)

    here.screens.become(LAPTOP)
    assert (here.board.on, here.teacher.on) == ("", "laptop")
    assert "“board” has gone" in here.interrupted[0]
    assert not here.keeper.class_display

    here.screens.become(LAPTOP, BOARD)
    assert (here.board.on, here.teacher.on) == ("board", "laptop")
    assert here.keeper.class_display == BOARD
    assert "is back" in here.told[0]
    assert len(here.interrupted) == len(here.told) == 1


def test_it_is_hidden_before_qt_moves_it() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    here.screens.gone.emit(BOARD)
    assert not here.board.visible


def test_a_window_that_the_system_moved_first_is_hidden_at_once() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    here.board.screenChanged.emit(here.screens.screen(LAPTOP))
    assert not here.board.visible
    assert here.interrupted
    assert here.screens.asked_again == 1
    here.screens.changed.emit()
    assert here.board.on == "board"


def test_a_system_that_moves_it_each_time_is_not_argued_with_for_ever() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    for _ in range(5):
        here.board.screenChanged.emit(here.screens.screen(LAPTOP))
        assert not here.board.visible
        here.screens.changed.emit()
    assert here.screens.asked_again == 2


def test_the_same_board_at_another_resolution_is_filled_again() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    here.screens.become(LAPTOP, replace(BOARD, width=1280, height=720))
    assert here.board.on == "board"
    assert here.board.geometry().width() == 1280
    assert here.keeper.class_display == replace(BOARD, width=1280, height=720)
    assert not here.interrupted, "nobody has lost anything"


def test_another_projector_in_its_place_is_taken() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    here.screens.become(LAPTOP)
    here.screens.become(LAPTOP, OTHER)
    assert (here.board.on, here.teacher.on) == ("other", "laptop")
    assert "“other” is back" in here.told[0]


def test_without_her_own_screen_the_notes_go_and_the_class_window_has_the_keys() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    here.screens.become(BOARD)
    assert (here.board.on, here.teacher.on, here.board.alone) == ("board", "", True)
    assert here.interrupted
    here.screens.become(LAPTOP, BOARD)
    assert (here.board.on, here.teacher.on, here.board.alone) == ("board", "laptop", False)
    assert "Your notes are back" in here.told[0]


def test_on_duplicated_screens_there_are_no_notes() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    here.screens.become(LAPTOP, cloned=True)
    assert (here.board.on, here.teacher.on, here.board.alone) == ("laptop", "", True)
    here.screens.become(LAPTOP, BOARD)
    assert (here.board.on, here.teacher.on, here.board.alone) == ("board", "laptop", False)


def test_a_single_screen_that_nobody_knows_gets_no_notes() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    here.screens.become(OTHER)
    assert (here.board.on, here.teacher.on) == ("other", "")


def test_a_second_board_goes_and_comes_without_stopping_the_lesson() -> None:
    here = room(LAPTOP, BOARD, SECOND).begin(BOARD, SECOND)
    assert (here.board.on, here.second.on, here.teacher.on) == ("board", "second", "laptop")
    here.screens.become(LAPTOP, BOARD)
    assert (here.board.on, here.second.on, here.teacher.on) == ("board", "", "laptop")
    assert not here.interrupted
    here.screens.become(LAPTOP, BOARD, SECOND)
    assert here.second.on == "second"
    assert ["second" in words for words in here.told] == [True, True]


def test_where_the_class_sees_the_one_screen_the_window_moves_to_what_is_left() -> None:
    here = room(LAPTOP).begin(LAPTOP, presenter=False)
    here.screens.become(OTHER)
    assert here.board.on == "other"
    assert here.board.alone


def test_a_teacher_who_prepares_alone_keeps_her_notes() -> None:
    here = room(LAPTOP).begin()
    here.screens.become(LAPTOP, cloned=True)
    assert here.teacher.on == "laptop"
    assert not here.interrupted


def test_of_each_thing_only_the_newest_is_said() -> None:
    here = room(LAPTOP, BOARD).begin(BOARD)
    for _ in range(3):
        here.screens.become(LAPTOP)
        here.screens.become(LAPTOP, BOARD, cloned=True)
        here.screens.become(LAPTOP, BOARD)
    said = " ".join(here.said)
    assert len(here.said) == 2
    assert "“board” is back" in said
    assert "has gone" not in said, "it is there"
    assert "Your notes are back" in said


SETS = st.lists(st.sampled_from((LAPTOP, BOARD, SECOND, OTHER)), min_size=1, max_size=4, unique=True)


@given(st.lists(st.tuples(SETS, st.booleans()), max_size=12))
def test_whatever_happens_no_two_windows_share_a_screen(steps: list[tuple[list[Display], bool]]) -> None:
    here = room(LAPTOP, BOARD, SECOND).begin(BOARD, SECOND)
    for connected, cloned in steps:
        here.screens.become(*connected, cloned=cloned)
        names = {display.name for display in connected}
        seen = [each for each in (here.board.on, here.second.on, here.teacher.on) if each]
        assert len(seen) == len(set(seen)), "notes where the class looks, or two pictures on one screen"
        assert set(seen) <= names
        assert not (cloned and here.teacher.visible)
        if "board" in names:
            assert here.board.on == "board"
        if {"laptop", "board"} <= names and not cloned:
            assert here.teacher.on == "laptop"
        assert here.board.visible or here.teacher.visible, "somebody can go on"
    here.screens.become(LAPTOP, BOARD, SECOND)
    assert (here.board.on, here.second.on, here.teacher.on) == ("board", "second", "laptop")


def test_a_fake_screen_has_the_size_of_its_display() -> None:
    assert FakeScreen(BOARD, 1).geometry().size().width() == BOARD.width


@pytest.fixture(autouse=True)
def application(qapp: object) -> None:
    """Signals need an application."""
