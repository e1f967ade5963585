"""Captions read aloud by the computer's voice (EN 301 549, 7.1.5): which one is due, and its words."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.teaching import film_moves
from lesson_player.teaching.state import Telling, TellingKind

if TYPE_CHECKING:
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.captions import Cue
    from lesson_player.model.lesson import FilmStep
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

_BRACKETS = re.compile(r"[\[\](){}♪]")
"""Round the names of sounds: read aloud they are noise."""


def due(course: Course, step: FilmStep, state: LessonState, at_s: float) -> Telling | None:
    """The caption that a voice has to begin when the film comes to *at_s*; None when there is none."""
    film = course.film(step)
    if film is None or not state.film_choice.spoken_captions or state.no_voice != "":
        return None
    track = film.cues(film_moves.version_on(course, step, state), state.film_choice.caption_track)
    found = track.at(at_s)
    if not found or found[-1].start_s == state.film.read_s:
        return None
    before = [cue for cue in track.cues if cue.start_s < found[-1].start_s]
    words = caption_words(found[-1], before[-1] if before else None)
    if not words:
        return None
    cue = found[-1]
    return Telling(kind=TellingKind.CAPTION, text=words, from_s=cue.start_s, to_s=cue.end_s)


def caption_words(cue: Cue, before: Cue | None) -> str:
    """A caption as it is read aloud: with the speaker where another speaks than in the one *before*."""
    speaker = before.speakers[-1] if before is not None and before.speakers else ""
    parts: list[str] = []
    for span in (span for line in cue.lines for span in (*line, None)):
        if span is None:
            parts.append(" ")
            continue
        if span.voice and span.voice != speaker:
            speaker = span.voice
            parts.append(f" {speaker}: ")
        parts.append(span.text)
    return " ".join(_BRACKETS.sub(" ", "".join(parts)).split())


def no_spoken_captions(film: LoadedFilm, version: str, state: LessonState) -> str:
    """Why captions cannot be read aloud; empty where they can."""
    if not film.film.versions[version].captions:
        return tr("This version of the film has no captions to read aloud.")
    if state.no_voice is None:
        return tr("It is not known yet whether this computer has a voice.")
    return state.no_voice
