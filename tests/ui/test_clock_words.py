"""The clock in words."""

from __future__ import annotations

import pytest

from lesson_player.teaching.time_words import minutes_seconds
from lesson_player.teaching.views import Pace
from lesson_player.ui.presenter import clock_words


def pace(behind_s: float = 0, *, paused: bool = False, spent_s: float = 760, **more: object) -> Pace:
    return Pace(
        spent_s=spent_s,
        planned_s=2400,
        behind_s=behind_s,
        step_left_s=0,
        paused=paused,
        skippable=("Practice",),
    ).model_copy(update=more)


@pytest.mark.parametrize(
    ("behind_s", "words"),
    [
        (-130, "of 40 · 2 min ahead"),
        (-59, "of 40 · on time"),
        (0, "of 40 · on time"),
        (59, "of 40 · on time"),
        (60, "of 40 · 1 min behind"),
        (185, "of 40 · 3 min behind"),
    ],
)
def test_the_plan(behind_s: float, words: str) -> None:
    assert clock_words.of_plan(pace(behind_s)) == words


def test_a_timer_that_is_off_says_so() -> None:
    assert clock_words.of_plan(pace(300, paused=True)) == "of 40 · timer off"


@pytest.mark.parametrize(
    ("seconds", "words"), [(0, "0:00"), (9.9, "0:09"), (760, "12:40"), (3725, "62:05"), (-3, "0:00")]
)
def test_minutes_and_seconds(seconds: float, words: str) -> None:
    assert minutes_seconds(seconds) == words


def test_what_is_to_be_skipped_is_said_only_when_time_is_short() -> None:
    practice = ("Practice",)
    assert clock_words.skip_words(pace(30)) == ""
    assert clock_words.skip_words(pace(120, paused=True, to_skip=practice)) == ""
    assert clock_words.skip_words(pace(120, to_skip=practice)) == "To finish on time, skip: Practice."
    late = pace(300, to_skip=practice, late_s=185)
    assert clock_words.skip_words(late) == "Skip: Practice. The end is then about 3 min late."
    none = pace(300, late_s=300)
    assert clock_words.skip_words(none) == "About 5 min late at the end. Nothing that is left may be skipped."


def test_what_is_left_is_said_in_whole_minutes_and_not_while_the_timer_is_off() -> None:
    now = pace(left_s=1640, step_left_s=80)
    assert clock_words.left_lines(now) == ("Step: 1 min left", "Sitting: 27 min left")
    assert clock_words.left_lines(pace(paused=True, left_s=1640)) == ("", "")
