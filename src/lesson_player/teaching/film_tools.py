"""Tools for watching closely: speed, single frames, and a part that is shown again and again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.film_legs import leg_at, with_film
from lesson_player.teaching.state import FilmStatus, Repeat
from lesson_player.teaching.time_words import minutes_seconds, speed_words

if TYPE_CHECKING:
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

SPEEDS = (0.5, 0.75, 0.9, 1.0, 1.1, 1.25, 1.5)
"""Speeds at which voices stay clear; finer near the usual one, where a little slower is often enough."""
USUAL = 1.0
SHORTEST_REPEAT_S = 0.5
"""A shorter part cannot be followed, and would ask the engine for more jumps than it can make."""


def faster(_course: Course, state: LessonState) -> LessonState:
    """One step faster."""
    return _at_speed(state, next((rate for rate in SPEEDS if rate > state.rate), state.rate))


def slower(_course: Course, state: LessonState) -> LessonState:
    """One step slower."""
    return _at_speed(state, next((rate for rate in reversed(SPEEDS) if rate < state.rate), state.rate))


def usual_speed(_course: Course, state: LessonState) -> LessonState:
    """The film as fast as it was made."""
    return _at_speed(state, USUAL)


def frame_on(course: Course, state: LessonState) -> LessonState:
    """The next frame of a film that rests."""
    return _step(course, state, 1)


def frame_back(course: Course, state: LessonState) -> LessonState:
    """The frame before, of a film that rests."""
    return _step(course, state, -1)


def shows_frame(course: Course, state: LessonState, at_s: float) -> LessonState:
    """The player, asked for another frame, shows the one at *at_s* seconds."""
    step = moves.current_step(course, state)
    if not isinstance(step, FilmStep) or state.film.status is not FilmStatus.RESTING:
        return state
    leg = leg_at(film_moves.marks(course, step, state), at_s)
    # A question that was asked is left.
    return with_film(state.model_copy(update={"beat": 0}), at_s=at_s, leg=leg, reached=False)


def repeat(course: Course, state: LessonState) -> LessonState:
    """Repeat from here; pressed again, to here; pressed a third time, no more."""
    step = moves.current_step(course, state)
    if not isinstance(step, FilmStep) or not _started(state):
        return state
    here, set_before = state.film.at_s, state.film.repeat
    if set_before is None:
        words = tr("Repeats from {time}. Press L again where it ends.", time=minutes_seconds(here))
        return film_moves.say(with_film(state, repeat=Repeat(from_s=here)), words)
    if set_before.to_s is not None:
        return film_moves.say(with_film(state, repeat=None), tr("It no longer repeats."))
    first, last = sorted((set_before.from_s, here))
    if last - first < SHORTEST_REPEAT_S:
        return film_moves.say(state, tr("That is too short to repeat. Press L a little later."))
    looped = with_film(state, repeat=Repeat(from_s=first, to_s=last))
    return film_moves.to_place(course, step, looped, first)


def repeat_words(state: LessonState) -> str:
    """Which part is repeated, in words; empty when none is."""
    part = state.film.repeat
    if part is None:
        return ""
    start = minutes_seconds(part.from_s)
    if part.to_s is None:
        return tr("Repeats from {start}", start=start)
    return tr("Repeats {start} to {end}", start=start, end=minutes_seconds(part.to_s))


def _at_speed(state: LessonState, rate: float) -> LessonState:
    if rate == state.rate:
        return state
    return film_moves.say(state.model_copy(update={"rate": rate}), speed_words(rate))


def _step(course: Course, state: LessonState, frames: int) -> LessonState:
    step = moves.current_step(course, state)
    if not isinstance(step, FilmStep) or state.film.status is not FilmStatus.RESTING:
        return state
    return with_film(state, frames=state.film.frames + frames, said="")


def _started(state: LessonState) -> bool:
    return state.film.status in {FilmStatus.PLAYING, FilmStatus.RESTING}
