from __future__ import annotations

from collections.abc import Collection, Sequence

import pytest
from PySide6.QtCore import QCoreApplication

from lesson_player.control.pause_keeper import PauseKeeper
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.adaptation import AddedPause
from tests.control.conftest import Desk
from tests.support.hand_jobs import HandExecutor


class Layer:
    """Where pause points are kept: notes what it is given."""

    def __init__(self) -> None:
        self.kept: list[tuple[list[tuple[str, float]], list[str]]] = []
        self.broken = False

    def __call__(self, added: Sequence[AddedPause], removed: Collection[str]) -> None:
        if self.broken:
            raise OSError(28, "No space left on device")
        self.kept.append(([(one.pause.at, one.pause.after) for one in added], list(removed)))


@pytest.fixture
def layer() -> Layer:
    return Layer()


@pytest.fixture
def jobs(desk: Desk, layer: Layer) -> HandExecutor:
    executor = HandExecutor()
    PauseKeeper(layer, JobRunner(executor), desk.controller)
    desk.press("next")
    desk.player.advance(2.0)
    return executor


def turn(jobs: HandExecutor) -> None:
    """Do what waits, and hear what came of it."""
    jobs.turn()
    QCoreApplication.processEvents()


def test_a_pause_point_that_is_added_is_kept_in_the_background(
    desk: Desk, layer: Layer, jobs: HandExecutor
) -> None:
    desk.press("pause-point")
    assert layer.kept == []
    turn(jobs)
    assert layer.kept == [([("start", 2.0)], [])]


def test_one_that_is_taken_back_is_taken_out(desk: Desk, layer: Layer, jobs: HandExecutor) -> None:
    desk.press("pause-point", "pause-point")
    turn(jobs)
    turn(jobs)
    assert layer.kept[-1] == ([], ["my-pause-1"])


def test_nothing_else_is_written(desk: Desk, layer: Layer, jobs: HandExecutor) -> None:
    desk.press("captions", "repeat", "slower")
    desk.player.advance(1.0)
    turn(jobs)
    desk.controller.end()
    assert layer.kept == []


def test_what_was_added_last_is_written_when_the_lesson_ends(
    desk: Desk, layer: Layer, jobs: HandExecutor
) -> None:
    desk.press("pause-point")
    turn(jobs)
    desk.player.advance(0.5)
    desk.controller.seek_film(5.0)
    desk.player.advance(0.2)
    desk.press("pause-point")
    turn(jobs)
    desk.controller.end()
    assert [name for name, _ in layer.kept[-1][0]] == ["start", "clue"]


def test_a_disk_that_is_full_is_said_once_and_the_pause_holds_in_this_lesson(
    desk: Desk, layer: Layer, jobs: HandExecutor
) -> None:
    layer.broken = True
    desk.press("pause-point")
    turn(jobs)
    assert "cannot be saved" in desk.controller.view.messages[0]
    desk.controller.seek_film(1.0)
    desk.player.advance(1.5)
    assert desk.controller.state.film.reached
    assert desk.controller.state.film.at_s == 2.0
    desk.controller.seek_film(6.0)
    desk.press("pause-point")
    turn(jobs)
    assert len(desk.controller.view.messages) == 1
