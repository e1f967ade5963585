"""The times of two versions of one story."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.playback.story_map import StoryMap

SLOWER = StoryMap(((0.0, 0.0), (10.0, 11.0), (20.0, 31.0)))
STOPS = StoryMap(((0.0, 0.0), (10.0, 10.0), (15.0, 10.0), (20.0, 15.0)))

knots = st.lists(st.tuples(st.floats(0.05, 30.0), st.floats(0.0, 30.0)), min_size=1, max_size=8).map(
    lambda steps: tuple(
        (sum(a for a, _ in steps[:i]), sum(b for _, b in steps[:i])) for i in range(len(steps) + 1)
    )
)


@pytest.mark.parametrize(
    ("here_s", "there_s"), [(-3.0, 0.0), (0.0, 0.0), (5.0, 5.5), (10.0, 11.0), (15.0, 21.0), (99.0, 31.0)]
)
def test_moments_meet_and_between_them_runs_a_straight_line(here_s: float, there_s: float) -> None:
    assert SLOWER.at(here_s) == pytest.approx(there_s)


@pytest.mark.parametrize(
    ("here_s", "pace"), [(0.0, 1.1), (9.99, 1.1), (10.0, 2.0), (20.0, 0.0), (99.0, 0.0), (-1.0, 0.0)]
)
def test_pace_is_that_of_the_stretch_that_follows_a_moment(here_s: float, pace: float) -> None:
    assert SLOWER.stretch(here_s).pace == pytest.approx(pace)


def test_a_pause_in_one_version_is_a_standstill_in_the_other() -> None:
    assert [STOPS.at(at_s) for at_s in (9.0, 10.0, 12.5, 15.0, 16.0)] == [9.0, 10.0, 10.0, 10.0, 11.0]
    assert STOPS.stretch(12.0).pace == 0.0


@pytest.mark.parametrize("wrong", [(), ((0.0, 0.0), (0.0, 1.0)), ((0.0, 1.0), (1.0, 0.5))])
def test_a_story_does_not_run_backwards(wrong: tuple[tuple[float, float], ...]) -> None:
    with pytest.raises(ValueError, match="moments"):
        StoryMap(wrong)


@given(knots, st.lists(st.floats(-5.0, 250.0), min_size=2, max_size=20))
def test_later_here_is_never_earlier_there(made: tuple[tuple[float, float], ...], times: list[float]) -> None:
    story = StoryMap(made)
    there = [story.at(at_s) for at_s in sorted(times)]
    assert all(b >= a - 1e-9 for a, b in pairwise(there))
    assert made[0][1] <= there[0]
    assert there[-1] <= made[-1][1] + 1e-9
