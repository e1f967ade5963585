from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.playback.clock import Clock

seconds = st.floats(0, 10_000)
rates = st.floats(0.25, 2.0)


@given(seconds, seconds, rates, st.floats(0, 100))
def test_no_change_makes_time_jump(media_s: float, now_s: float, rate: float, later_s: float) -> None:
    clock = Clock(media_s, now_s, 1.0, running=True)
    moment = now_s + later_s
    at_s = clock.at(moment)
    for changed in (clock.at_rate(rate, moment), clock.stopped(moment), clock.started(moment)):
        assert changed.at(moment) == pytest.approx(at_s)


@given(seconds, seconds, rates, st.floats(0, 100))
def test_the_moment_of_a_time_is_when_the_clock_shows_it(
    media_s: float, now_s: float, rate: float, ahead_s: float
) -> None:
    clock = Clock(media_s, now_s, rate, running=True)
    assert clock.at(clock.moment_of(media_s + ahead_s)) == pytest.approx(media_s + ahead_s)


def test_a_resting_clock_stands() -> None:
    assert Clock(4.0, 100.0).at(900.0) == 4.0


def test_a_correction_counts_from_its_own_moment() -> None:
    clock = Clock(4.0, 100.0, 1.0, running=True).based_on(5.0, 100.5)
    assert clock.at(101.0) == 5.5
