"""The place goes to the disk soon, in the background; the newest one never waits for longer than it must."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control.keeper import PlaceKeeper
from lesson_player.desktop.jobs import JobRunner
from lesson_player.teaching import moves
from lesson_player.teaching.journal import Journal
from lesson_player.teaching.state import LessonState
from tests.control.conftest import Desk
from tests.support.hand_jobs import HandExecutor
from tests.support.small_lesson import at_step


@pytest.fixture
def states(desk: Desk) -> list[LessonState]:
    first = at_step(desk.course, "rules")
    return [first, *(moves.tick(first, float(number)) for number in range(1, 4))]


def on_disk(journal: Journal) -> LessonState | None:
    place = journal.place("other")
    return place.state if place is not None else None


def test_a_run_of_moves_makes_one_file_with_the_last(
    qtbot: QtBot, desk: Desk, states: list[LessonState]
) -> None:
    executor = HandExecutor()
    keeper = PlaceKeeper(desk.course, desk.journal, "other", JobRunner(executor))
    for state in states:
        keeper.keep(state)
    qtbot.waitUntil(lambda: bool(executor.waiting))
    assert len(executor.waiting) == 1
    executor.turn()
    assert on_disk(desk.journal) == states[-1]


def test_what_came_while_a_slow_disk_wrote_is_written_as_soon_as_it_has(
    qtbot: QtBot, desk: Desk, states: list[LessonState]
) -> None:
    executor = HandExecutor()
    keeper = PlaceKeeper(desk.course, desk.journal, "other", JobRunner(executor))
    keeper.keep(states[0])
    qtbot.waitUntil(lambda: bool(executor.waiting))
    keeper.keep(states[1])
    qtbot.waitUntil(lambda: not keeper._timer.isActive())
    assert len(executor.waiting) == 1, "one file at a time"
    executor.turn()
    with qtbot.assertNotEmitted(keeper._timer.timeout):
        qtbot.waitUntil(lambda: bool(executor.waiting))
    executor.turn()
    assert on_disk(desk.journal) == states[1]


def test_a_disk_that_takes_one_file_in_two_still_gets_the_newest_place(
    qtbot: QtBot, desk: Desk, states: list[LessonState], monkeypatch: pytest.MonkeyPatch
) -> None:
    executor = HandExecutor()
    keeper = PlaceKeeper(desk.course, desk.journal, "other", JobRunner(executor))
    whole = desk.journal.keep

    def full(*_args: object) -> None:
        raise OSError("No space left on device")

    monkeypatch.setattr(desk.journal, "keep", full)
    keeper.keep(states[0])
    qtbot.waitUntil(lambda: bool(executor.waiting))
    keeper.keep(states[1])
    qtbot.waitUntil(lambda: not keeper._timer.isActive())
    with qtbot.waitSignal(keeper.told):
        executor.turn()
    monkeypatch.setattr(desk.journal, "keep", whole)
    executor.turn()
    assert on_disk(desk.journal) == states[1]


def test_a_film_that_plays_is_on_its_way_to_the_disk_in_time(desk: Desk) -> None:
    """A second may be lost; the disk has the rest of it, also where it is slow."""
    controller = desk.controller
    assert controller._timer.interval() + controller._keeper._timer.interval() <= 700
    desk.press("next")
    before = controller._keeper._newest
    desk.player.advance(0.6)
    controller._timer.timeout.emit()
    newest = controller._keeper._newest
    assert newest is not None
    assert newest is not before
    assert newest.film.at_s == pytest.approx(0.6, abs=0.1)
