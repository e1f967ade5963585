"""Moves for when screens come and go: the film rests, the teacher alone is told, and the place is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.teaching.film_legs import silence, with_film
from lesson_player.teaching.moves import tell_teacher
from lesson_player.teaching.state import FilmStatus

if TYPE_CHECKING:
    from lesson_player.teaching.state import LessonState


def interrupted(state: LessonState, message: str) -> LessonState:
    """The class cannot see the lesson as it should: the film rests, and the teacher is told in *message*.

    A part that was repeated is not repeated any more, so that nothing begins again by itself.
    """
    resting = {"status": FilmStatus.RESTING} if state.film.status is FilmStatus.PLAYING else {}
    rested = with_film(state, **silence(state.film), **resting, repeat=None)
    return tell_teacher(rested, message)


def told_anew(state: LessonState, former: str, message: str) -> LessonState:
    """*message*, once, in place of *former*, which is no longer true."""
    left = tuple(each for each in state.messages if each not in {former, message})
    return tell_teacher(state.model_copy(update={"messages": left}), message)
