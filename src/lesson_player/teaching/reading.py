"""Reading the class screen aloud: what is read, which word is heard, and what stops it.

A slide is read only while it stays as it is: whatever changes the place, the screen or the film ends the
reading. So it never meets what a voice tells over a film, which is told only while a film plays.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.teaching import line_focus, moves
from lesson_player.teaching.project import class_view
from lesson_player.teaching.readable import lines_on
from lesson_player.teaching.state import Reading, Screen

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.model.reading import ReadingChoice
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState, ReadLine

_QUIETEST = 30
"""Volume of a reading at least: a film that was turned down to nothing does not make it silent."""


def read_or_stop(course: Course, state: LessonState) -> LessonState:
    """Read the class screen, with line focus only that line; or stop reading."""
    if state.reading is not None:
        return stopped(state)
    lines = lines_on(course, class_view(course, state))
    in_focus = tuple(line for line in lines if line.id == state.focus)
    return begun(course, state, in_focus or lines)


def begun(course: Course, state: LessonState, lines: tuple[ReadLine, ...]) -> LessonState:
    """These lines are read, one after the other; the same state without lines."""
    if not lines:
        return state
    turn = state.readings + 1
    recorded = is_recorded(course, lines[0])
    reading = Reading(line=lines[0], left=lines[1:], turn=turn, recorded=recorded)
    return state.model_copy(update={"reading": reading, "readings": turn})


def stopped(state: LessonState) -> LessonState:
    """Nothing is read any more."""
    return state if state.reading is None else state.model_copy(update={"reading": None})


def touched(course: Course, state: LessonState, target: str) -> LessonState:
    """Choose what was touched; with line focus, or while the slide is read, that line is read."""
    chosen = moves.choose(course, state, target)
    if not (state.reading_choice.line_focus or state.reading):
        return chosen
    lines = tuple(line for line in lines_on(course, class_view(course, chosen)) if line.id == target)
    return begun(course, line_focus.focused(course, chosen, target), lines)


def word_heard(at: int) -> Callable[[Course, LessonState], LessonState]:
    """The move by which the word at that place of the text is heard."""

    def heard(_course: Course, state: LessonState) -> LessonState:
        reading = state.reading
        if reading is None:
            return state
        starts = [found.start() for found in re.finditer(r"\S+", reading.line.text)]
        word = max(sum(start <= at for start in starts) - 1, 0)
        return state.model_copy(update={"reading": reading.model_copy(update={"word": word})})

    return heard


def line_over(course: Course, state: LessonState) -> LessonState:
    """The line has been read: the next one follows, if there is one and it can still be seen."""
    if state.reading is None:
        return state
    there = lines_on(course, class_view(course, state))
    left = tuple(line for line in state.reading.left if line in there)
    return begun(course, state, left) if left else stopped(state)


def line_failed(course: Course, state: LessonState) -> LessonState:
    """No voice can read the line: the teacher is told which, and the next one follows."""
    if state.reading is None:
        return state
    words = tr("No voice yet for “{line}”. You can read it aloud.", line=plain(state.reading.line))
    told = state if words in state.messages else moves.tell_teacher(state, words)
    return line_over(course, told)


def as_shown(course: Course, before: LessonState, after: LessonState) -> LessonState:
    """*after* with no more being read than what the class still sees, and the line focus where people look.

    Where the version wants it, what has come new is read.
    """
    choice = after.reading_choice
    if not (after.reading or after.focus or choice.line_focus or choice.on_arrival):
        return after
    if _standing(before) == _standing(after):
        return after
    carried_over = after.reading is not None and after.reading == before.reading
    quiet = stopped(after) if carried_over and not _still_there(course, before, after) else after
    at_it = line_focus.following(course, before, quiet)
    return begun(course, at_it, _arrived(course, before, at_it)) if choice.on_arrival else at_it


def choose(choice: ReadingChoice) -> Callable[[Course, LessonState], LessonState]:
    """The move by which slides are read as *choice* says."""

    def chosen(course: Course, state: LessonState) -> LessonState:
        changed = state.model_copy(update={"reading_choice": choice})
        if choice.line_focus == state.reading_choice.line_focus:
            return changed
        return line_focus.set_line_focus(course, changed, on=choice.line_focus)

    return chosen


def change(**fields: object) -> Callable[[Course, LessonState], LessonState]:
    """The move by which these fields of a reading choice are set; the others stay."""

    def changed(course: Course, state: LessonState) -> LessonState:
        return choose(state.reading_choice.model_copy(update=fields))(course, state)

    return changed


def is_recorded(course: Course, line: ReadLine) -> bool:
    """Whether somebody has recorded the line."""
    return course.bundle.recorded(line.text, course.adaptations) is not None


def volume(state: LessonState) -> int:
    """Loudness of a reading, 0 to 100: the film's own, but never too faint to be heard."""
    return max(state.volume, _QUIETEST)


def _standing(state: LessonState) -> tuple[object, ...]:
    """All that decides what the class sees, and whether it hears it."""
    film = state.film
    place = (state.step, state.beat, state.screen, film.status, film.leg, film.reached, film.jump)
    return (*place, state.appearance, state.muted, state.reading_choice.line_focus)


def _still_there(course: Course, before: LessonState, after: LessonState) -> bool:
    """Whether only the look has changed, and the line that is read can still be seen."""
    same_look = {"appearance": before.appearance, "reading_choice": before.reading_choice}
    if _standing(after.model_copy(update=same_look)) != _standing(before):
        return False
    return after.reading is not None and after.reading.line in lines_on(course, class_view(course, after))


def _arrived(course: Course, before: LessonState, after: LessonState) -> tuple[ReadLine, ...]:
    """The lines that the class did not see before; none where the screen was only uncovered."""
    if after.reading is not None or after.screen is not Screen.OPEN or before.screen is not Screen.OPEN:
        return ()
    former = lines_on(course, class_view(course, before)) if before.step == after.step else ()
    if before.step == after.step and before.appearance != after.appearance:
        return ()
    return tuple(line for line in lines_on(course, class_view(course, after)) if line not in former)


def plain(line: ReadLine) -> str:
    """The words of a line, as the teacher is told them."""
    return ": ".join(part for part in line.text.split("\n") if part)
