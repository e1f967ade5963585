"""What the moves inside a film step are made of: which leg a time is in, and a film that is put elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.teaching.course import SAME_MOMENT_S
from lesson_player.teaching.state import Repeat, TellingKind

if TYPE_CHECKING:
    from lesson_player.model.film import Film
    from lesson_player.teaching.course import Mark
    from lesson_player.teaching.state import FilmStanding, LessonState


def with_film(state: LessonState, **changes: object) -> LessonState:
    """*state* with its film standing otherwise. One that begins to play, or rests, is silent at first."""
    if "status" in changes:
        changes = {**silence(state.film), **changes}
    return state.model_copy(update={"film": state.film.model_copy(update=changes)})


def silence(film: FilmStanding) -> dict[str, object]:
    """The changes by which nothing is told over *film* any more; what is cut off can be told again."""
    changes: dict[str, object] = {"telling": None, "next_telling": None, "held": False}
    for one in (film.telling, film.next_telling):
        if one is not None and one.kind is TellingKind.DESCRIPTION:
            changes["cut_off_s"] = one.from_s
        elif one is not None:
            changes["read_s"] = None
    return changes


def wait_s(film: FilmStanding) -> float | None:
    """Where *film* has to wait for a description that is being told, or is about to be."""
    found = [one.wait_s for one in (film.telling, film.next_telling) if one and one.wait_s is not None]
    return min(found, default=None)


def jumped(state: LessonState, at_s: float, **changes: object) -> LessonState:
    """*state* with its film put to *at_s* seconds on purpose, so that the player seeks."""
    afresh = {**silence(state.film), "described_s": None, "cut_off_s": None, "read_s": None}
    return with_film(state, **{"at_s": at_s, "jump": state.film.jump + 1, "said": "", **afresh, **changes})


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
