"""The chapters of a film part: where they start, which one is on, and the moves between them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.course import SAME_MOMENT_S

if TYPE_CHECKING:
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

_AGAIN_S = 2.0
"""Further into a chapter than this, "the chapter before" goes to its own start first, as players do."""


@dataclass(frozen=True, slots=True)
class ChapterStart:
    """A chapter with the second at which the part shows it first."""

    title: str
    at_s: float


def chapters(course: Course, step: FilmStep, version: str) -> tuple[ChapterStart, ...]:
    """The chapters that the part shows some of, in order; one that began before it starts with the part."""
    film = course.film(step)
    if film is None:
        return ()
    start, end = course.span(step, version)
    moments = film.film.versions[version].moments
    timed = sorted(
        (moments[chapter.moment], chapter.title)
        for chapter in film.film.chapters
        if chapter.moment in moments
    )
    ends = [*(at_s for at_s, _ in timed), float("inf")][1:]
    return tuple(
        ChapterStart(title, max(at_s, start))
        for (at_s, title), until in zip(timed, ends, strict=True)
        if at_s < end - SAME_MOMENT_S and until > start + SAME_MOMENT_S
    )


def chapter_at(found: tuple[ChapterStart, ...], at_s: float) -> int | None:
    """Index of the chapter that is on at *at_s* seconds; None before the first one."""
    before = [index for index, chapter in enumerate(found) if chapter.at_s <= at_s + SAME_MOMENT_S]
    return before[-1] if before else None


def next_chapter(course: Course, state: LessonState) -> LessonState:
    """The start of the chapter after this one; the same place, with words, in the last one."""
    step = moves.current_step(course, state)
    if not isinstance(step, FilmStep):
        return state
    found = _found(course, step, state)
    here = chapter_at(found, state.film.at_s)
    following = 0 if here is None else here + 1
    if following >= len(found):
        return film_moves.say(state, tr("This is the last chapter of this part."))
    return _go(course, step, state, found[following])


def chapter_before(course: Course, state: LessonState) -> LessonState:
    """The start of this chapter, or of the one before it when this one has only just begun."""
    step = moves.current_step(course, state)
    if not isinstance(step, FilmStep):
        return state
    found = _found(course, step, state)
    here = chapter_at(found, state.film.at_s)
    if here is None:
        return film_moves.say(state, tr("This is the first chapter of this part."))
    begun = state.film.at_s - found[here].at_s > _AGAIN_S
    return _go(course, step, state, found[here if begun else max(0, here - 1)])


def _found(course: Course, step: FilmStep, state: LessonState) -> tuple[ChapterStart, ...]:
    return chapters(course, step, film_moves.version_on(course, step, state))


def _go(course: Course, step: FilmStep, state: LessonState, chapter: ChapterStart) -> LessonState:
    moved = film_moves.seek(course, step, state, chapter.at_s)
    return film_moves.say(moved, tr("Chapter: {title}", title=chapter.title))
