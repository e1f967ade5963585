"""What comes at an awkward moment: words of the player that are late, and commands between two of them."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.playback.events import Ended
from lesson_player.playback.state import Status
from tests.control.conftest import Desk
from tests.support.small_lesson import MOMENTS


def test_resting_between_the_mark_and_the_player_s_word_of_it_does_not_lose_the_question(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(MOMENTS["clue"] - 0.04)
    desk.clock.turn(0.05)
    desk.press("hide", "hide", "play")
    desk.player.advance(1.5)

    assert desk.controller.state.film.reached
    assert desk.player.position_s == pytest.approx(MOMENTS["clue"], abs=0.04)


def test_swapping_goes_by_where_the_film_is_now(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(3.4)
    desk.press("version")

    assert desk.player.position_s == pytest.approx(3.4 * 1.5, abs=0.1)


def test_a_swap_shows_the_version_that_was_waiting_and_opens_nothing(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(1.0)
    waiting = desk.player.second
    opened = []
    waiting.state_changed.connect(lambda state: opened.append(state.status is Status.OPENING))
    desk.press("version")

    assert desk.player.second is not waiting
    assert desk.player.state.status is Status.PLAYING
    assert not any(opened)
    desk.player.advance(MOMENTS["clue"])
    assert desk.controller.state.film.reached, "the new version rests at its own mark"
    desk.press("version")
    assert [player.state.status for player in desk.player.players] == [Status.RESTING, Status.RESTING]
    assert desk.player.position_s == pytest.approx(desk.controller.state.film.at_s, abs=0.041)


def test_a_swap_before_the_other_version_is_open_opens_it(desk: Desk) -> None:
    desk.press("next", "version")
    desk.player.advance(0.4)

    film = desk.course.main_film()
    assert film is not None
    assert desk.player.state.path == film.path("bsl")
    assert desk.player.state.status is Status.PLAYING


def test_a_film_that_ran_out_while_resting_does_not_start_again(desk: Desk) -> None:
    desk.controller.seek_film(9.7)
    desk.player.advance(0)
    desk.player.players[0]._bridge.post(Ended())
    desk.player.advance(0)
    desk.press("play")

    assert desk.player.position_s == pytest.approx(9.7, abs=0.05)


def test_nothing_happens_after_the_end(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.run("last")
    desk.controller.end()
    with qtbot.assertNotEmitted(desk.controller.finished):
        desk.controller.end()
    desk.controller.tell("A late word of the disk.")
    desk.controller.go_to(5)

    assert desk.player.state.status is Status.EMPTY
    assert not desk.controller._keeper._timer.isActive()


def test_a_move_that_a_window_asks_for_when_it_is_told_is_what_counts(desk: Desk) -> None:
    def leave(_view: object) -> None:
        desk.controller.view_changed.disconnect(leave)
        desk.controller.go_to(2)

    desk.controller.view_changed.connect(leave)
    desk.press("next")

    assert desk.controller.state.step == 1
    assert desk.player.state.status is Status.EMPTY
