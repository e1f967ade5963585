"""How the class stands against the plan: time spent and left, and what to leave out to finish on time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.skipping import may_skip
from lesson_player.teaching.views import Pace

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

BEHIND_S = 60.0
"""Nearer than this to the plan counts as on time: nobody plans a lesson by seconds."""


def pace_of(course: Course, state: LessonState, names: tuple[str, ...]) -> Pace:
    """The pace of a sitting whose steps are called *names*."""
    steps = course.steps(state.sitting)
    now = steps[state.step].minutes * 60.0
    planned = sum(step.minutes * 60.0 for step in steps)
    behind = _behind_s(course, state)
    leave_out = to_skip(course, state)
    saved = sum(steps[index].minutes * 60.0 for index in leave_out)
    return Pace(
        spent_s=state.spent_s,
        planned_s=planned,
        left_s=planned - state.spent_s,
        behind_s=behind,
        step_left_s=now - state.step_spent_s,
        paused=state.timer_paused,
        skippable=tuple(names[index] for index in _skippable(course, state)),
        to_skip=tuple(names[index] for index in leave_out),
        late_s=max(0.0, behind - saved),
    )


def to_skip(course: Course, state: LessonState) -> tuple[int, ...]:
    """Indexes of the coming steps to leave out so that the sitting ends on time; none when all is well.

    As few as will do, and where one is enough the shortest such one. All that may be skipped where even
    that is not enough.
    """
    behind = _behind_s(course, state)
    if state.timer_paused or behind < BEHIND_S:
        return ()
    steps = course.steps(state.sitting)
    return _fewest(((index, steps[index].minutes * 60.0) for index in _skippable(course, state)), behind)


def _behind_s(course: Course, state: LessonState) -> float:
    """Time spent against the plan, the current step counted as due at its end; negative when ahead."""
    steps = course.steps(state.sitting)
    now = steps[state.step].minutes * 60.0
    done = sum(step.minutes * 60.0 for step in steps[: state.step])
    return state.spent_s - done - min(state.step_spent_s, now)


def _skippable(course: Course, state: LessonState) -> tuple[int, ...]:
    """The coming steps that may be left out. One without a planned length would save nothing."""
    steps = course.steps(state.sitting)
    coming = range(state.step + 1, len(steps))
    return tuple(index for index in coming if may_skip(steps[index]) and steps[index].minutes)


def _fewest(lengths: Iterable[tuple[int, float]], needed_s: float) -> tuple[int, ...]:
    left = sorted(lengths, key=lambda one: one[1], reverse=True)
    chosen: list[int] = []
    while left and needed_s > 0:
        enough = [one for one in left if one[1] >= needed_s]
        pick = enough[-1] if enough else left[0]
        left.remove(pick)
        chosen.append(pick[0])
        needed_s -= pick[1]
    return tuple(sorted(chosen))
