"""What the moves inside a film step are made of: which leg a time is in, and a film that is put elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.teaching.course import SAME_MOMENT_S
from lesson_player.teaching.state import Repeat

if TYPE_CHECKING:
    from lesson_player.model.film import Film
    from lesson_player.teaching.course import Mark
    from lesson_player.teaching.state import LessonState


def with_film(state: LessonState, **changes: object) -> LessonState:
    """*state* with its film standing otherwise."""
    return state.model_copy(update={"film": state.film.model_copy(update=changes)})


def jumped(state: LessonState, at_s: float, **changes: object) -> LessonState:
    """*state* with its film put to *at_s* seconds on purpose, so that the player seeks."""
    return with_film(state, **{"at_s": at_s, "jump": state.film.jump + 1, "said": "", **changes})


def is_at(mark: Mark, at_s: float) -> bool:
    """Whether a film at *at_s* seconds has come to the mark."""
    return at_s > mark.at_s - SAME_MOMENT_S


def leg_at(stops: tuple[Mark, ...], at_s: float) -> int:
    """The leg that a film at *at_s* seconds is in: the one that ends at the next mark."""
    return next((index for index, mark in enumerate(stops) if not is_at(mark, at_s)), len(stops) - 1)


def repeat_in(film: Film, repeat: Repeat | None, here: str, there: str) -> Repeat | None:
    """The part that is repeated in version *here*, as it lies in version *there*."""
    if repeat is None:
        return None
    to_s = None if repeat.to_s is None else film.same_moment_s(repeat.to_s, here, there)
    return Repeat(from_s=film.same_moment_s(repeat.from_s, here, there), to_s=to_s)
