"""The second version finds its way back into step: as a table, and against simulated engines."""

from __future__ import annotations

from dataclasses import dataclass, field

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.playback.in_step import (
    DEAD_ZONE_S,
    LEAP_BEYOND_S,
    Leap,
    Order,
    Play,
    Wait,
    learned_lead,
    nudge,
    order,
)
from lesson_player.playback.story_map import StoryMap

EVEN = StoryMap(((0.0, 0.0), (1000.0, 1000.0)))
SLOWER = StoryMap(((0.0, 0.0), (1000.0, 1080.0)))
_TICK_S = 0.05
SCENES = StoryMap(((0.0, 0.0), (4.0, 4.0), (8.0, 4.0), (12.0, 16.0), (20.0, 24.0)))
"""A scene, a standstill, a scene three times as long, a scene."""


@pytest.mark.parametrize(
    ("shown_s", "second_s", "asked"),
    [
        (10.0, 10.0, Play(1.0)),
        (10.0, 10.016, Play(0.996)),
        (10.0, 9.984, Play(1.004)),
        (10.0, 10.04, Play(0.92)),
        (10.0, 9.96, Play(1.08)),
        (10.0, 10.15, Play(0.9)),
        (10.0, 9.85, Play(1.1)),
        (10.0, 10.3, Leap(10.0)),
        (10.0, 2.0, Leap(10.0)),
    ],
)
def test_small_gaps_are_closed_by_speed_and_large_ones_by_a_leap(
    shown_s: float, second_s: float, asked: Order
) -> None:
    got = order(EVEN, shown_s, 1.0, second_s)
    assert type(got) is type(asked)
    if isinstance(got, Play) and isinstance(asked, Play):
        assert got.rate == pytest.approx(asked.rate)
    else:
        assert got == asked


@pytest.mark.parametrize(
    ("shown_s", "asked"),
    [(2.0, Play(1.0)), (5.0, Wait(4.0)), (9.0, Wait(16.0)), (13.0, Play(1.0)), (25.0, Wait(24.0))],
)
def test_what_no_speed_can_follow_is_waited_for_at_the_next_moment(shown_s: float, asked: Order) -> None:
    assert order(SCENES, shown_s, 1.0, SCENES.at(shown_s)) == asked


def test_speed_is_that_of_the_shown_version_times_the_pace() -> None:
    assert order(SLOWER, 100.0, 0.5, 108.0) == Play(0.54)
    assert order(SLOWER, 100.0, 1.5, 108.0) == Play(1.62)


def test_the_next_leap_learns_from_the_last() -> None:
    assert learned_lead(0.1, -0.04) == pytest.approx(0.12)
    assert learned_lead(0.1, 0.5) == 0.0
    assert learned_lead(0.4, -2.0) == 0.5


@given(st.floats(-LEAP_BEYOND_S, LEAP_BEYOND_S))
def test_a_nudge_goes_the_right_way_and_never_too_far(gap_s: float) -> None:
    assert abs(nudge(gap_s)) <= 0.1
    assert nudge(gap_s) * gap_s >= 0.0
    assert abs(nudge(gap_s)) <= 0.005 or abs(gap_s) > DEAD_ZONE_S


@dataclass
class Simulated:
    """A shown film and a second one that is a little too fast or slow, takes up a speed late, and leaps
    inexactly."""

    story: StoryMap
    rate: float
    gap_s: float
    speed: float = 1.0
    late_s: float = 0.0
    shown_s: float = 5.0
    orders: list[Order] = field(default_factory=list)
    gaps: list[float] = field(default_factory=list)

    @property
    def takes_up_after(self) -> int:
        """How many ticks it plays on at the speed of the first version before it takes up another."""
        return round(self.late_s / _TICK_S) + 1

    def run(self, seconds: float) -> None:
        second_s = self.story.at(self.shown_s) + self.gap_s
        tick_s, asked = _TICK_S, [self.rate] * self.takes_up_after
        for _ in range(round(seconds / tick_s)):
            now = order(self.story, self.shown_s, self.rate, second_s)
            self.orders.append(now)
            if isinstance(now, Leap):
                second_s = now.to_s - 0.03
            asked.append(now.rate if isinstance(now, Play) else asked[-1])
            second_s += asked.pop(0) * self.speed * tick_s
            self.shown_s += self.rate * tick_s
            self.gaps.append(second_s - self.story.at(self.shown_s))


simulated = st.builds(
    Simulated,
    story=st.sampled_from([EVEN, SLOWER, StoryMap(((0.0, 0.0), (1000.0, 900.0)))]),
    rate=st.sampled_from([0.5, 0.75, 1.0, 1.25, 1.5]),
    gap_s=st.floats(-3.0, 3.0),
    speed=st.floats(0.998, 1.002),
    late_s=st.sampled_from([0.0, 0.05, 0.1]),
)


@given(simulated)
def test_it_is_back_in_step_within_two_seconds_and_stays(made: Simulated) -> None:
    made.run(30.0)
    if made.rate == 1.0:
        assert max(abs(gap_s) for gap_s in made.gaps[40:]) <= 0.042
    assert max(abs(gap_s) for gap_s in made.gaps[100:]) <= DEAD_ZONE_S + 0.002


@given(simulated)
def test_it_never_leaps_again_and_never_swings(made: Simulated) -> None:
    made.run(30.0)
    leaps = [index for index, asked in enumerate(made.orders) if isinstance(asked, Leap)]
    # A gap just too small for a leap may grow into one until the first speed asked for is taken up.
    assert len(leaps) <= 1
    assert all(index <= made.takes_up_after for index in leaps)
    gaps = made.gaps[max(leaps, default=0) :]
    sign = 1 if gaps[0] > 0 else -1
    assert min(sign * gap_s for gap_s in gaps) >= -DEAD_ZONE_S


@given(st.floats(-0.019, 0.019), st.floats(0.9995, 1.0005))
def test_inside_the_dead_zone_it_never_leaps_and_comes_to_the_middle(gap_s: float, speed: float) -> None:
    made = Simulated(EVEN, 1.0, gap_s, speed)
    made.run(60.0)
    assert all(isinstance(asked, Play) and abs(asked.rate - 1.0) <= 0.006 for asked in made.orders)
    assert abs(made.gaps[-1]) <= 0.006
