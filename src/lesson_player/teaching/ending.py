"""When a sitting has been taught: nothing more comes, or nothing more that the class would see."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.lesson import TeacherStep
from lesson_player.teaching import moves
from lesson_player.teaching.state import Screen

if TYPE_CHECKING:
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


def nothing_follows(course: Course, state: LessonState) -> bool:
    """Whether the sitting has come to its end; a cover over the class screen does not count."""
    return _next(course, state) is None


def class_has_seen_all(course: Course, state: LessonState) -> bool:
    """Whether all that still comes is for the teacher alone, such as what to do after class."""
    following = _next(course, state)
    if following is None:
        return True
    left = course.steps(state.sitting)[following.step :]
    return all(isinstance(step, TeacherStep) for step in left)


def _next(course: Course, state: LessonState) -> LessonState | None:
    uncovered = state.model_copy(update={"screen": Screen.OPEN})
    following = moves.next_beat(course, uncovered)
    return None if following == uncovered else following
