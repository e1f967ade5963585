"""A film that waits for a description plays on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import film_moves
from lesson_player.teaching.course import SAME_MOMENT_S
from lesson_player.teaching.film_legs import silence, wait_s, with_film

if TYPE_CHECKING:
    from lesson_player.model.lesson import Step
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


def let_go(course: Course, step: Step, state: LessonState) -> LessonState:
    """Let a film that waited for a description play on, unless another one is told.

    A film that waited at its mark has now come to it.
    """
    if not state.film.held or wait_s(state.film) is not None or not isinstance(step, FilmStep):
        return state
    state = with_film(state, held=False)
    end_s = film_moves.leg_end_s(course, step, state)
    at_the_end = end_s is not None and state.film.at_s > end_s - SAME_MOMENT_S
    return film_moves.reached(course, step, state) if at_the_end else state


def silenced(course: Course, step: Step, state: LessonState) -> LessonState:
    """Nothing is told over the film any more; one that waited plays on."""
    return let_go(course, step, with_film(state, **{**silence(state.film), "held": state.film.held}))
