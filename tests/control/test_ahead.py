from __future__ import annotations

from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from lesson_player.control.ahead import Ahead
from tests.control.conftest import Desk


def test_what_next_brings_is_made_before_it_is_pressed(desk: Desk, qtbot: QtBot) -> None:
    Ahead(desk.course, desk.controller)
    desk.controller.go_to(2)
    at_once = set(desk.course.made)
    qtbot.waitUntil(lambda: set(desk.course.made) > at_once)
    here, ready = desk.controller.state, set(desk.course.made)
    while desk.controller.state.step == here.step:
        desk.press("next")
    assert set(desk.course.made) == ready


def test_nothing_is_made_for_a_lesson_that_is_over(desk: Desk, qtbot: QtBot) -> None:
    Ahead(desk.course, desk.controller)
    desk.controller.go_to(2)
    made = set(desk.course.made)
    desk.controller.end()
    qtbot.wait(150)
    assert set(desk.course.made) == made


def test_a_clock_and_a_film_that_go_on_make_nothing_again(desk: Desk, qtbot: QtBot) -> None:
    timer = Ahead(desk.course, desk.controller).findChild(QTimer)
    assert timer is not None
    desk.press("play")
    qtbot.waitUntil(lambda: not timer.isActive())
    seen: list[object] = []
    desk.controller.view_changed.connect(seen.append)
    for _ in range(10):
        desk.player.advance(0.2)
        assert not timer.isActive()
    assert seen
    desk.press("next")
    assert timer.isActive()
