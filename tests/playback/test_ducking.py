"""A film's sound gives way to a voice in small steps, on a clock that the test turns."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lesson_player.playback.ducking import TURNS_IN_S, Ducking
from lesson_player.playback.silent import HandClock


class Heard:
    def __init__(self) -> None:
        self.clock, self.owner = HandClock(), QObject()
        self.shares: list[float] = [1.0]
        self.ducking = Ducking(self.shares.append, self.owner, self.clock)

    def pass_by(self, seconds: float, every_s: float = 0.004) -> None:
        for _ in range(round(seconds / every_s)):
            self.clock.turn(every_s)
            if self.ducking._timer.isActive():
                self.ducking.step()


@pytest.fixture
def heard(qtbot: QtBot) -> Iterator[Heard]:
    made = Heard()
    yield made
    made.ducking.stop()


@pytest.mark.parametrize("every_s", [0.004, 0.05])
def test_it_goes_down_and_up_in_steps_that_nobody_hears(heard: Heard, every_s: float) -> None:
    heard.ducking.turn_to(0.1)
    heard.pass_by(3.0, every_s)
    assert heard.shares[-1] == heard.ducking.wanted == 0.1
    heard.ducking.turn_to(1.0)
    heard.pass_by(3.0, every_s)
    assert heard.shares[-1] == heard.ducking.share == 1.0
    assert max(abs(after - before) for before, after in pairwise(heard.shares)) <= 0.02 + 1e-9


def test_it_takes_a_fifth_of_a_second(heard: Heard) -> None:
    heard.ducking.turn_to(0.1)
    heard.pass_by(TURNS_IN_S / 2)
    assert heard.shares[-1] == pytest.approx(0.5, abs=0.03)
    heard.pass_by(TURNS_IN_S / 2)
    assert heard.shares[-1] == 0.1


def test_turning_back_half_way_does_not_jump(heard: Heard) -> None:
    heard.ducking.turn_to(0.1)
    heard.pass_by(TURNS_IN_S / 2)
    heard.ducking.turn_to(1.0)
    heard.pass_by(0.02)
    assert heard.shares[-1] == pytest.approx(0.6, abs=0.05)


def test_stopping_is_there_at_once(heard: Heard) -> None:
    heard.ducking.turn_to(0.1)
    heard.ducking.stop()
    assert heard.ducking.share == heard.shares[-1] == 0.1
