"""The last picture of a lesson: what the class sees when it is over, until the teacher puts it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.model.slide import ClassView, ScreenKind, Slide, SlideLayout

if TYPE_CHECKING:
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


@class_words()
def closing_view(course: Course, state: LessonState) -> ClassView:
    """The lesson's calm picture with words that say that the lesson is over, in the class's own look."""
    words = tr("The lesson is over.")
    slide = Slide(
        id="lesson-is-over",
        layout=SlideLayout.CALM,
        heading=words,
        picture=course.picture(course.lesson.calm.picture),
    )
    return ClassView(
        screen=ScreenKind.CALM,
        slide=slide,
        appearance=state.appearance,
        step_number=state.step + 1,
        step_count=len(course.steps(state.sitting)),
        announcement=words,
    )
