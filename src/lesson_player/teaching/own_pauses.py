"""Pause points that a teacher adds while watching, and takes away again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import AddedPause
from lesson_player.model.film_places import place_of
from lesson_player.model.lesson import FilmStep, Pause
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.course import SAME_MOMENT_S
from lesson_player.teaching.film_legs import leg_at, with_film
from lesson_player.teaching.state import FilmStatus
from lesson_player.teaching.time_words import minutes_seconds

if TYPE_CHECKING:
    from lesson_player.teaching.course import Course, Mark
    from lesson_player.teaching.state import LessonState

_UNDO_S = 2.0
"""A film that plays has gone on when the key is pressed again: so long, that press takes back the first."""
_PREFIX = "my-pause-"


def add_or_remove(course: Course, state: LessonState) -> LessonState:
    """Add a pause point here, or take away the teacher's own one that the film rests at or has just passed.

    A film that plays goes on: it rests there the next time. Pause points of the lesson are never taken away.
    """
    step = moves.current_step(course, state)
    if not isinstance(step, FilmStep) or state.film.status not in {FilmStatus.PLAYING, FilmStatus.RESTING}:
        return state
    stops = film_moves.marks(course, step, state)
    own = _own_here(course, state, stops)
    if own is not None and own.pause is not None:
        words = tr("The pause point at {time} is taken away.", time=minutes_seconds(own.at_s))
        return _changed(course, step, state, _without(state, own.pause.id), words)
    at_s = state.film.at_s
    if any(abs(mark.at_s - at_s) < SAME_MOMENT_S for mark in stops):
        return film_moves.say(state, tr("The film rests here already."))
    if at_s - film_moves.leg_start_s(course, step, state, 0) < SAME_MOMENT_S:
        return film_moves.say(state, tr("The film starts here, so there is nothing to rest from."))
    added = _with_pause(course, step, state)
    if added is None:
        return film_moves.say(state, tr("No pause point can be added before the film's first moment."))
    words = tr("A pause point is added at {time}. A again takes it away.", time=minutes_seconds(at_s))
    return _changed(course, step, state, added, words)


def _own_here(course: Course, state: LessonState, stops: tuple[Mark, ...]) -> Mark | None:
    """The teacher's own pause point that is meant when the key is pressed again."""
    ids = {one.pause.id for one in state.own_pauses} | course.own_pauses()
    back_s = _UNDO_S * state.rate if state.film.status is FilmStatus.PLAYING else SAME_MOMENT_S
    at_s = state.film.at_s
    near = [
        mark
        for mark in stops
        if mark.pause is not None and mark.pause.id in ids and -SAME_MOMENT_S < at_s - mark.at_s < back_s
    ]
    return near[-1] if near else None


def _with_pause(course: Course, step: FilmStep, state: LessonState) -> LessonState | None:
    film = course.film(step)
    place = place_of(film.film, state.film.at_s, film_moves.version_on(course, step, state)) if film else None
    if place is None:
        return None
    moment, after_s = place
    pause = Pause(id=_new_id(course, state), at=moment, after=after_s)
    return state.model_copy(update={"own_pauses": (*state.own_pauses, AddedPause(step=step.id, pause=pause))})


def _new_id(course: Course, state: LessonState) -> str:
    taken = {one.pause.id for one in state.own_pauses} | course.own_pauses() | set(state.pauses_off)
    return next(name for n in range(1, len(taken) + 2) if (name := f"{_PREFIX}{n}") not in taken)


def _without(state: LessonState, pause: str) -> LessonState:
    kept = tuple(one for one in state.own_pauses if one.pause.id != pause)
    return state.model_copy(update={"own_pauses": kept, "pauses_off": (*state.pauses_off, pause)})


def _changed(
    course: Course, step: FilmStep, former: LessonState, changed: LessonState, words: str
) -> LessonState:
    """*changed* with the film where it was: a leg is counted from the marks, and those are others now."""
    asked = film_moves.marks(course, step, former)[former.film.leg].pause if former.film.reached else None
    return film_moves.say(_counted_anew(course, step, changed, asked), words)


def _counted_anew(course: Course, step: FilmStep, state: LessonState, asked: Pause | None) -> LessonState:
    """The film where it is, after its marks have changed; *asked* is the pause at which it rests, if any."""
    stops, film = film_moves.marks(course, step, state), state.film
    here = [
        leg
        for leg, mark in enumerate(stops)
        if (asked is not None and mark.pause == asked) or abs(mark.at_s - film.at_s) < SAME_MOMENT_S
    ]
    if here and film.status is not FilmStatus.PLAYING:
        return with_film(state, leg=here[0], reached=True)
    return with_film(state, leg=leg_at(stops, film.at_s), reached=False)
