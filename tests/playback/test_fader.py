"""Sound comes up from silence and crosses over in small steps, on a clock that the test turns."""

from __future__ import annotations

from itertools import pairwise

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from lesson_player.playback.fader import CROSS_S, RISE_S, Fader
from lesson_player.playback.silent import HandClock, SilentPlayer


class Loudness(SilentPlayer):
    """A player that notes the shares of its volume."""

    def __init__(self) -> None:
        super().__init__(clock=HandClock())
        self.gains: list[float] = []

    def set_gain(self, gain: float) -> None:
        super().set_gain(gain)
        self.gains.append(gain)


class Heard:
    """A fader, two players, and the clock they go by."""

    def __init__(self) -> None:
        self.clock, self.owner = HandClock(), QObject()
        self.fader = Fader(self.owner, self.clock)
        self.one, self.two = Loudness(), Loudness()

    def pass_by(self, seconds: float) -> None:
        for _ in range(round(seconds / 0.002)):
            self.clock.turn(0.002)
            if self.fader._timer.isActive():
                self.fader._step()

    @property
    def gains(self) -> tuple[float, float]:
        return (self.one.gains[-1], self.two.gains[-1])


@pytest.fixture
def heard(qtbot: QtBot) -> Heard:
    return Heard()


def steps(gains: list[float]) -> list[float]:
    return [abs(b - a) for a, b in pairwise(gains)]


def test_a_film_comes_up_from_silence(heard: Heard) -> None:
    heard.fader.rise(heard.one)
    assert heard.one.gains == [0.0]
    heard.pass_by(0.1 + RISE_S / 2)
    assert heard.one.gains[-1] == pytest.approx(0.5, abs=0.03)
    heard.pass_by(RISE_S / 2 + 0.01)
    assert heard.one.gains[-1] == 1.0, "within about 300 ms"
    assert max(steps(heard.one.gains)) <= 0.021


def test_one_version_takes_over_from_the_other_after_a_while(heard: Heard) -> None:
    heard.fader.cross(heard.one, heard.two, 0.5)
    heard.pass_by(0.49)
    assert heard.two.gains == [0.0]
    assert heard.one.gains == []
    heard.pass_by(CROSS_S / 2)
    assert sum(heard.gains) == pytest.approx(1.0)
    assert 0.3 < heard.one.gains[-1] < 0.7
    heard.pass_by(CROSS_S)
    assert heard.gains == (0.0, 1.0)


def test_a_step_stays_small_when_the_machine_was_busy(heard: Heard) -> None:
    heard.fader.cross(heard.one, heard.two, 0.0)
    for _ in range(60):
        heard.clock.turn(0.05)
        if heard.fader._timer.isActive():
            heard.fader._step()
    assert heard.gains == (0.0, 1.0)
    assert max(steps(heard.two.gains)) <= 0.021


def test_swapping_back_before_anything_was_heard_leaves_the_sound_alone(heard: Heard) -> None:
    heard.fader.cross(heard.one, heard.two, 0.5)
    heard.pass_by(0.2)
    heard.fader.cross(heard.two, heard.one, 0.5)
    heard.pass_by(1.0)
    assert set(heard.one.gains) == {1.0}
    assert set(heard.two.gains) == {0.0}


def test_swapping_back_in_the_middle_goes_back_from_there(heard: Heard) -> None:
    heard.fader.cross(heard.one, heard.two, 0.0)
    heard.pass_by(CROSS_S / 2)
    before = heard.gains
    heard.fader.cross(heard.two, heard.one, 0.5)
    heard.pass_by(CROSS_S)
    assert heard.gains == (1.0, 0.0)
    assert before[0] == pytest.approx(0.5, abs=0.05)
    assert max(steps(heard.one.gains)) <= 0.021


def test_stopping_ends_a_fade_at_once(heard: Heard) -> None:
    heard.fader.cross(heard.one, heard.two, 0.0)
    heard.pass_by(0.05)
    heard.fader.stop()
    assert heard.gains == (0.0, 1.0)
    assert not heard.fader._timer.isActive()
