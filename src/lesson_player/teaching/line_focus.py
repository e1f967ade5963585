"""Line focus: one line of the class screen keeps its full contrast, the others recede.

One key goes through the lines and, after the last one, ends it: arrows, Space and clickers keep their one
meaning, and one press is all that a switch needs. A line that Next brings has the focus at once.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.teaching.project import class_view
from lesson_player.teaching.readable import lines_on, newest

if TYPE_CHECKING:
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


def next_line(course: Course, state: LessonState) -> LessonState:
    """Line focus on, at the newest line; then at the line after it; after the last one, off."""
    shown = class_view(course, state)
    ids = [line.id for line in lines_on(course, shown)]
    if not ids:
        return state
    if not state.reading_choice.line_focus or state.focus not in ids:
        return _with(state, focus=newest(course, shown), on=True)
    following = ids[ids.index(state.focus) + 1 :]
    return _with(state, focus=following[0], on=True) if following else _with(state, focus="", on=False)


def focused(course: Course, state: LessonState, line: str) -> LessonState:
    """Line focus at the line of that id; the same state where it is off or there is no such line."""
    ids = [each.id for each in lines_on(course, class_view(course, state))]
    known = state.reading_choice.line_focus and line in ids
    return state.model_copy(update={"focus": line}) if known else state


def set_line_focus(course: Course, state: LessonState, *, on: bool) -> LessonState:
    """Line focus on or off."""
    return _with(state, focus=newest(course, class_view(course, state)) if on else "", on=on)


def following(course: Course, before: LessonState, after: LessonState) -> LessonState:
    """*after* with the focus on what has come since *before*, or where it was if that can still be seen."""
    if not after.reading_choice.line_focus:
        return after if not after.focus else after.model_copy(update={"focus": ""})
    shown = class_view(course, after)
    ids = [line.id for line in lines_on(course, shown)]
    moved = (after.step, after.beat, after.film.reached) != (before.step, before.beat, before.film.reached)
    chosen = after.focus != before.focus
    if not ids or (after.focus in ids and (chosen or not moved)):
        return after
    return after.model_copy(update={"focus": newest(course, shown)})


def _with(state: LessonState, *, focus: str, on: bool) -> LessonState:
    choice = state.reading_choice.model_copy(update={"line_focus": on})
    return state.model_copy(update={"focus": focus, "reading_choice": choice})
