"""What on the class screen can be read aloud, line by line, in the order of reading."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.slide import ScreenKind
from lesson_player.model.voice import spoken_text
from lesson_player.teaching.state import ReadLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.appearance import Appearance
    from lesson_player.model.slide import ClassView, Row, Slide
    from lesson_player.teaching.course import Course

HEADING, REPLY = "heading", "reply"
"""Ids of a slide's heading and of the reply to a choice; they are the names of the layout's targets too."""


def lines_on(course: Course, shown: ClassView) -> tuple[ReadLine, ...]:
    """The lines that the class sees now. None while the screen is covered or a film is on it."""
    slide = _slide(shown)
    if slide is None:
        return ()
    lines = ((name, spoken_text(text, lead)) for name, text, lead in _texts(course, slide, shown.appearance))
    return tuple(ReadLine(id=name, text=text) for name, text in lines if text)


def newest(course: Course, shown: ClassView) -> str:
    """Id of the line that people look at first: the one just come, else the first; empty without lines."""
    slide = _slide(shown)
    lines = lines_on(course, shown)
    if slide is None or not lines:
        return ""
    wanted = slide.current or (REPLY if slide.reply else "")
    return next((line.id for line in lines if line.id == wanted), lines[0].id)


def _slide(shown: ClassView) -> Slide | None:
    if shown.screen is ScreenKind.SLIDE:
        return shown.slide
    film = shown.film
    if shown.screen is not ScreenKind.FILM or film is None:
        return None
    if film.prompt is not None:
        return film.prompt
    return shown.slide if film.status == "ready" else None


def _texts(course: Course, slide: Slide, appearance: Appearance) -> Iterator[tuple[str, str, str]]:
    """Id, words and bold word of each line."""
    yield HEADING, slide.heading, ""
    for row in _rows_in_view(course, slide, appearance):
        yield row.id, row.text, row.lead
    for card in slide.cards:
        yield card.id, card.text, ""
    yield REPLY, slide.reply, ""


def _rows_in_view(course: Course, slide: Slide, appearance: Appearance) -> list[Row]:
    """The rows shown in the part of the slide that is on the screen."""
    shown = [row for row in slide.rows if row.shown]
    if not shown:
        return []
    last = slide.current or shown[-1].id
    part = next((part for part in course.pages(slide, appearance) if last in part), (last,))
    return [row for row in shown if row.id in part]
