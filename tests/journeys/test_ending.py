"""How a lesson leaves the class screen: a quiet picture, never the desktop by surprise."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from lesson_player.application.afterwards import Afterwards
from lesson_player.application.desk import Screens
from lesson_player.desktop import awake
from lesson_player.model.bundle import LessonBundle
from lesson_player.ui.audience.closing import ClosingPicture
from lesson_player.ui.presenter.window import PresenterWindow
from tests.journeys.conftest import StartDesk
from tests.support.probes import WindowProbe


class NotedWay:
    """How the computer is kept awake, noted."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def hold(self) -> None:
        self.asked.append("hold")

    def let_go(self) -> None:
        self.asked.append("let go")


@pytest.fixture
def way(monkeypatch: pytest.MonkeyPatch) -> NotedWay:
    noted = NotedWay()
    monkeypatch.setattr(awake, "_way_here", lambda: noted)
    return noted


@pytest.fixture
def afterwards() -> Iterator[Afterwards]:
    made = Afterwards()
    yield made
    made.end()
    made.deleteLater()


def test_the_class_sees_a_quiet_picture_until_the_teacher_puts_it_away(
    way: NotedWay, afterwards: Afterwards, mayas_story: LessonBundle, start_desk: StartDesk, qtbot: QtBot
) -> None:
    teacher = start_desk(mayas_story, "getting-ready", "silent", screens=Screens.TWO)
    board = teacher.desk.windows[0]
    assert way.asked == ["hold"]
    with qtbot.waitSignal(teacher.desk.closed):
        teacher.press(Qt.Key.Key_Escape, Qt.Key.Key_Return)
    assert way.asked == ["hold", "let go"]
    assert teacher.desk.windows == []
    picture = board.findChild(ClosingPicture)
    assert picture is not None
    assert picture.isVisible()
    assert picture.geometry() == board.rect()

    assert afterwards.begin(teacher.desk, None)
    assert afterwards.bar is not None
    with qtbot.waitSignal(afterwards.over):
        WindowProbe(afterwards.bar).press("Put the picture away")
    assert not board.isVisible()
    assert afterwards.bar is None


def test_where_the_class_sees_the_one_screen_nothing_follows_before_it_is_put_away(
    mayas_story: LessonBundle, start_desk: StartDesk, qtbot: QtBot
) -> None:
    teacher = start_desk(mayas_story, "getting-ready", "silent", screens=Screens.SHARED)
    board = teacher.desk.windows[0]
    ended: list[bool] = []
    teacher.desk.closed.connect(lambda: ended.append(True))
    teacher.desk.controller.end()
    assert ended == []
    assert board.isVisible()
    WindowProbe(board).press("Put the picture away")
    assert ended == [True]
    assert not board.isVisible()


def test_a_teacher_who_prepares_alone_goes_straight_back(
    way: NotedWay, afterwards: Afterwards, mayas_story: LessonBundle, start_desk: StartDesk, qtbot: QtBot
) -> None:
    teacher = start_desk(mayas_story, "getting-ready", "silent")
    assert way.asked == [], "a laptop that lies open at home may sleep"
    assert isinstance(teacher.window, PresenterWindow)
    assert "No class sees this" in teacher.window.parts.now.screen_lines.text()
    with qtbot.waitSignal(teacher.desk.closed):
        teacher.desk.controller.end()
    assert not afterwards.begin(teacher.desk, None)
