"""The film of the current step as the teacher's window shows it: time, marks, chapters, speed, repeat."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.teaching import film_moves
from lesson_player.teaching.chapters import chapter_at, chapters
from lesson_player.teaching.film_tools import repeat_words
from lesson_player.teaching.views import ChapterEntry, FilmControls

if TYPE_CHECKING:
    from lesson_player.model.lesson import FilmStep
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState


def film_controls(course: Course, step: FilmStep, state: LessonState) -> FilmControls:
    """What the controls of the film show now."""
    version = film_moves.version_on(course, step, state)
    start_s, end_s = course.span(step, version)
    film, stops = state.film, film_moves.marks(course, step, state)
    found = chapters(course, step, version)
    here = chapter_at(found, film.at_s)
    repeat = film.repeat
    return FilmControls(
        status=film.status.value,
        at_s=film.at_s,
        start_s=start_s,
        end_s=end_s,
        next_pause_s=next((mark.at_s for mark in stops[film.leg :] if mark.at_s > film.at_s), None),
        at_mark=film.reached,
        chapters=tuple(
            ChapterEntry(title=chapter.title, at_s=chapter.at_s, current=index == here)
            for index, chapter in enumerate(found)
        ),
        repeat_from_s=repeat.from_s if repeat else None,
        repeat_to_s=repeat.to_s if repeat else None,
        repeat_words=repeat_words(state),
        rate=state.rate,
        said=film.said,
    )
