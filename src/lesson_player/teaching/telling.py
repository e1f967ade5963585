"""What a voice says over a film: one text at a time, one more waiting, and the film that waits for it.

Descriptions come before captions, and of the captions that wait the newest is kept: a voice that is slower
than the film never falls far behind, and no sentence is cut off to catch up.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import description, film_moves, moves, spoken_captions
from lesson_player.teaching.film_legs import silence, wait_s, with_film
from lesson_player.teaching.film_waiting import let_go
from lesson_player.teaching.state import FilmStatus, Screen, TellingKind

if TYPE_CHECKING:
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState, Telling


FRAME_S = 0.02
"""Less than a frame: a film within it has come to a place."""


def film_at(course: Course, step: FilmStep, state: LessonState, at_s: float) -> LessonState:
    """*state* with what begins to be told when the film comes to *at_s*; the same when nothing does."""
    if state.film.status is not FilmStatus.PLAYING or state.screen is not Screen.OPEN or state.muted:
        return state
    new = [description.due(course, step, state, at_s), spoken_captions.due(course, step, state, at_s)]
    begun = [telling for telling in new if telling is not None]
    came = film_moves.came_to(course, step, state, at_s)
    for telling in begun:
        came = taken_up(came, telling)
    held = _held_if_late(came)
    if begun or held != came:
        return held
    now, before = (description.words_now(course, step, one) for one in (came, state))
    return came if now != before else state


def as_it_plays_on(course: Course, before: LessonState, after: LessonState) -> LessonState:
    """*after* with what has to be told where a film that rested *before* plays on; else *after* itself."""
    step = moves.current_step(course, after)
    if before.film.status is FilmStatus.PLAYING or not isinstance(step, FilmStep):
        return after
    return film_at(course, step, after, after.film.at_s)


def over(course: Course, state: LessonState) -> LessonState:
    """The voice has finished what it was saying: it goes on with what waits, or the film plays on."""
    film = state.film
    following = film.next_telling if film.status is FilmStatus.PLAYING else None
    left = with_film(state, telling=following, next_telling=None)
    return let_go(course, moves.current_step(course, left), left)


def toggle_description(course: Course, state: LessonState) -> LessonState:
    """Audio description on or off."""
    on = not state.film_choice.description
    choice = state.film_choice.model_copy(update={"description": on})
    changed = state.model_copy(update={"film_choice": choice})
    return changed if on else _without(course, changed, TellingKind.DESCRIPTION)


def toggle_spoken_captions(course: Course, state: LessonState) -> LessonState:
    """Captions read aloud or not."""
    on = not state.film_choice.spoken_captions
    choice = state.film_choice.model_copy(update={"spoken_captions": on})
    changed = state.model_copy(update={"film_choice": choice})
    return changed if on else _without(course, changed, TellingKind.CAPTION)


def voice_found(_course: Course, state: LessonState, no_voice: str) -> LessonState:
    """It is known now whether the computer has a voice of its own; *no_voice* says why it has none."""
    return state.model_copy(update={"no_voice": no_voice})


def taken_up(state: LessonState, telling: Telling) -> LessonState:
    """*telling* is said now, or after what is being said."""
    film = state.film
    if telling.kind is TellingKind.DESCRIPTION:
        state = with_film(state, described_s=telling.from_s, cut_off_s=None)
    else:
        state = with_film(state, read_s=telling.from_s)
    if film.telling is None:
        return with_film(state, telling=telling)
    waiting = film.next_telling
    if telling.kind is TellingKind.CAPTION and waiting and waiting.kind is TellingKind.DESCRIPTION:
        return state
    return with_film(state, next_telling=telling)


def _held_if_late(state: LessonState) -> LessonState:
    """A film that stands where it has to wait, or has gone past it before anyone could stop it, waits."""
    waits_s = wait_s(state.film)
    late = waits_s is not None and state.film.at_s > waits_s - FRAME_S
    return with_film(state, held=True) if late else state


def _without(course: Course, state: LessonState, kind: TellingKind) -> LessonState:
    film = state.film
    left = [one for one in (film.telling, film.next_telling) if one is not None and one.kind is not kind]
    kept = dict(zip(("telling", "next_telling"), (*left, None, None), strict=False))
    state = with_film(state, **{**silence(film), **kept, "held": film.held})
    return let_go(course, moves.current_step(course, state), state)
