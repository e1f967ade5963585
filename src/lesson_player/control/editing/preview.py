"""What the class will see of the step that is being worked on, by the very functions that teach it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.control.editing.view import Preview
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.project import class_view
from lesson_player.teaching.state import FilmStanding, FilmStatus

if TYPE_CHECKING:
    from lesson_player.model.slide import ClassView, Slide
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


def preview_of(course: Course, start: LessonState, step_id: str, line: str, slide: int | None) -> Preview:
    """The class screen of a step.

    Args:
        course: the version that is edited.
        start: its sitting as it begins.
        step_id: the step.
        line: id of the line that is being worked on: the slide that has it is shown.
        slide: which slide of the step was asked for, counted from 0; None for the one with the line.
    """
    steps = [step.id for step in course.steps(start.sitting)]
    if step_id not in steps:
        return Preview(None, words=tr("The class does not see this step."))
    place = steps.index(step_id)
    together = start.appearance.model_copy(update={"reveal": "together"})
    state = moves.go_to(course, start.model_copy(update={"appearance": together}), place)
    shown = list(_slides(course, state))
    at = slide if slide is not None else _with_line([one for _, one in shown], line)
    at = min(max(at, 0), len(shown) - 1)
    # The appearance is the version's own again: only which lines are there was asked of the other one.
    view = class_view(course, shown[at][0])
    view = view.model_copy(update={"appearance": start.appearance, "announcement": ""})
    return Preview(view, at + 1, len(shown))


def playing_view(
    course: Course, start: LessonState, step_id: str, captions: tuple[str, str], at_s: float
) -> ClassView | None:
    """The class screen while a film step plays at *at_s* seconds; None where the class does not see the step.

    *captions* are the version of the film and its caption track.
    """
    steps = [step.id for step in course.steps(start.sitting)]
    if step_id not in steps:
        return None
    version, track = captions
    wanted = {"version": version, "captions": True, "caption_track": track}
    choice = start.film_choice.model_copy(update=wanted)
    state = moves.go_to(course, start.model_copy(update={"film_choice": choice}), steps.index(step_id))
    playing = FilmStanding(status=FilmStatus.PLAYING, at_s=at_s)
    return class_view(course, state.model_copy(update={"film": playing}))


def _slides(course: Course, state: LessonState) -> list[tuple[LessonState, Slide]]:
    """Every slide of the step with the state that shows it: a film's notice, then each question."""
    step = moves.current_step(course, state)
    slides = [
        (state.model_copy(update={"beat": beat}), slide)
        for beat, slide in enumerate(moves.current_beats(course, state))
    ]
    if isinstance(step, FilmStep) and state.film.status is not FilmStatus.MISSING:
        for leg, mark in enumerate(film_moves.marks(course, step, state)):
            rest = FilmStanding(status=FilmStatus.RESTING, leg=leg, reached=True, at_s=mark.at_s)
            resting = state.model_copy(update={"film": rest, "beat": 0})
            slides += [
                (resting.model_copy(update={"beat": beat}), slide)
                for beat, slide in enumerate(film_moves.asked(course, step, resting))
            ]
    return slides


def _with_line(slides: list[Slide], line: str) -> int:
    """The first slide that shows the line; the first of all where none does."""
    for at, slide in enumerate(slides):
        rows = any(row.id == line and row.shown for row in slide.rows)
        if rows or any(card.id == line for card in slide.cards) or slide.id == line:
            return at
    return 0
