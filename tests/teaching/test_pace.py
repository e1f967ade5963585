"""Planned time against real time, and what to leave out to finish on time."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from lesson_player.teaching import moves
from lesson_player.teaching.course import Course
from lesson_player.teaching.desk import teacher_view
from lesson_player.teaching.pace import _fewest, pace_of
from lesson_player.teaching.state import LessonState
from lesson_player.teaching.step_names import step_names
from lesson_player.teaching.views import Pace
from tests.support.small_lesson import at_step, course, lesson, press_next


def pace(made: Course, state: LessonState) -> Pace:
    return pace_of(made, state, step_names(made.steps(state.sitting)))


def with_optional(*names: str) -> Course:
    """The small lesson in which these steps may be skipped."""
    written = lesson()
    steps = tuple(step.model_copy(update={"optional": step.id in names}) for step in written.steps)
    return course(steps=steps)


def test_time_left_of_the_step_and_of_the_sitting() -> None:
    made = course()
    now = pace(made, moves.tick(at_step(made, "rules"), 60))
    assert (now.planned_s, now.spent_s) == (27 * 60, 60)
    assert (now.left_s, now.step_left_s) == (26 * 60, 120)


def test_a_step_that_takes_longer_than_planned_puts_the_class_behind() -> None:
    made = course()
    in_time = moves.tick(at_step(made, "welcome"), 120)
    assert pace(made, in_time).behind_s == 0
    late = moves.tick(in_time, 90)
    assert pace(made, late).behind_s == 90
    assert pace(made, late).step_left_s == -90


def test_a_stopped_timer_stays_stopped_through_every_move() -> None:
    made = course()
    state = moves.toggle_timer(made, at_step(made, "welcome"))
    for move in (moves.next_beat, moves.hide, moves.next_beat, moves.calm, moves.next_beat, moves.last):
        state = moves.tick(move(made, state), 30)
    for _ in range(40):
        state = moves.tick(press_next(made, state), 30)
    assert state.timer_paused
    assert (state.spent_s, state.step_spent_s) == (0, 0)


def test_nothing_is_to_be_skipped_while_all_is_well_or_the_timer_is_off() -> None:
    made = with_optional("practise")
    on_time = at_step(made, "welcome")
    late = moves.tick(on_time, 120 + 100)
    assert pace(made, on_time).to_skip == ()
    assert pace(made, late).to_skip == ("Practise",)
    assert pace(made, moves.toggle_timer(made, late)).to_skip == ()


def test_the_shortest_single_step_that_is_enough_is_left_out() -> None:
    made = with_optional("rules", "talk", "recap")
    late = moves.tick(at_step(made, "welcome"), 120 + 110)
    assert pace(made, late).to_skip == ("Recap",)
    assert pace(made, late).late_s == 0
    later = moves.tick(at_step(made, "welcome"), 120 + 230)
    assert pace(made, later).to_skip == ("Talk",)


def test_where_all_that_may_be_skipped_is_not_enough_the_rest_is_told() -> None:
    made = with_optional("practise")
    late = pace(made, moves.tick(at_step(made, "welcome"), 120 + 300))
    assert late.to_skip == ("Practise",)
    assert late.late_s == 120
    none = pace(with_optional(), moves.tick(at_step(with_optional(), "welcome"), 120 + 300))
    assert (none.to_skip, none.late_s) == ((), 300)


def test_a_step_that_is_past_or_now_is_never_to_be_skipped() -> None:
    made = with_optional("welcome", "rules")
    assert pace(made, moves.tick(at_step(made, "rules"), 900)).to_skip == ()


def test_the_list_of_steps_marks_what_may_and_what_is_to_be_skipped() -> None:
    made = with_optional("practise", "recap")
    view = teacher_view(made, moves.tick(at_step(made, "welcome"), 120 + 110))
    assert [entry.title for entry in view.steps if entry.optional] == ["Practise", "Recap"]
    assert [entry.title for entry in view.steps if entry.skip] == ["Recap"]


@given(st.lists(st.integers(min_value=1, max_value=60), max_size=20), st.integers(min_value=1, max_value=600))
def test_what_is_left_out_is_enough_and_no_step_of_it_is_spare(minutes: list[int], needed: int) -> None:
    chosen = _fewest(enumerate(map(float, minutes)), float(needed))
    saved = sum(minutes[index] for index in chosen)
    assert list(chosen) == sorted(set(chosen))
    if sum(minutes) < needed:
        assert len(chosen) == len(minutes)
    else:
        assert saved >= needed
        assert saved - max(minutes[index] for index in chosen) < needed


def test_help_calm_and_what_is_locked_are_never_to_be_skipped_whatever_the_file_says() -> None:
    every = tuple(step.id for step in lesson().steps)
    made = with_optional(*every)
    late = teacher_view(made, moves.tick(at_step(made, "welcome"), 120 + 6000))
    assert "Recap" in late.pace.to_skip
    assert not {"Help", "Calm"} & {*late.pace.to_skip, *late.pace.skippable}
    assert not {"Help", "Calm"} & {entry.title for entry in late.steps if entry.optional or entry.skip}
