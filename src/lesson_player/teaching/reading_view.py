"""What the teacher is told of reading aloud and line focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.teaching import line_focus
from lesson_player.teaching.readable import lines_on
from lesson_player.teaching.reading import is_recorded, plain, stopped
from lesson_player.teaching.views import ReadingSettings

if TYPE_CHECKING:
    from lesson_player.model.slide import ClassView
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


def reading_settings(course: Course, state: LessonState, shown: ClassView) -> ReadingSettings:
    """How slides are read, and what of the class screen as it is *shown* can be."""
    lines = lines_on(course, shown)
    silent = [line for line in lines if state.no_voice and not is_recorded(course, line)]
    return ReadingSettings(
        choice=state.reading_choice,
        reading=state.reading is not None,
        readable=bool(lines),
        without_voice=tuple(plain(line) for line in silent),
    )


def reading_words(state: LessonState) -> str:
    """What a voice and the line focus do on the class screen; empty where they do nothing."""
    reads = tr("Reading aloud") if state.reading is not None else ""
    focus = tr("Line focus") if state.reading_choice.line_focus else ""
    return " · ".join(part for part in (reads, focus) if part)


def unread(course: Course, state: LessonState, following: LessonState) -> LessonState:
    """*following*, which comes after *state*, as it looks before anybody reads it."""
    return line_focus.following(course, state, stopped(following))
