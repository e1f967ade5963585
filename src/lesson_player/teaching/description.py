"""Audio description: which one is due, and what the teacher is told of it.

A description begins where its cue begins. One that was cut off, or whose cue the film was put into, is told
from its beginning. A film waits for one that is longer than its gap (extended audio description, WCAG 2.2,
1.2.7), but not for a voice that is only a breath behind.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.teaching import film_moves
from lesson_player.teaching.state import FilmStatus, Telling, TellingKind
from lesson_player.teaching.time_words import minutes_seconds

if TYPE_CHECKING:
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.captions import Cue
    from lesson_player.model.lesson import FilmStep
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

BREATH_S = 0.25
"""A voice that is behind its cue by less needs no wait: starting one takes a few hundredths of a second."""
_ANNOUNCED_S = 10.0
"""How long before it comes a teacher sees a description that nobody but the teacher can read aloud."""


def due(course: Course, step: FilmStep, state: LessonState, at_s: float) -> Telling | None:
    """The description that a voice has to begin when the film comes to *at_s*; None when there is none."""
    film = course.film(step)
    if film is None or not state.film_choice.description:
        return None
    version = film_moves.version_on(course, step, state)
    if not has_voice(film, version, state):
        return None
    cut_off = _cut_off(film, version, state)
    if cut_off is not None and cut_off.wait_s is not None and at_s <= cut_off.wait_s + BREATH_S:
        return cut_off
    found = film.described(version).at(at_s)
    if not found or found[-1].start_s == state.film.described_s:
        return None
    return _telling(film, version, found[-1])


def has_voice(film: LoadedFilm, version: str, state: LessonState) -> bool:
    """Whether the description of *version* is recorded, or the computer has a voice to speak it."""
    return film.description_sound(version) is not None or state.no_voice == ""


def no_description(film: LoadedFilm, version: str) -> str:
    """Why *version* has no audio description; empty where it has one."""
    return "" if film.described(version).cues else tr("This version of the film has no audio description.")


def words_now(course: Course, step: FilmStep, state: LessonState) -> str:
    """The description that began last before where the film is; empty while descriptions are off."""
    film = course.film(step)
    started = state.film.status in {FilmStatus.PLAYING, FilmStatus.RESTING}
    if film is None or not state.film_choice.description or not started:
        return ""
    version = film_moves.version_on(course, step, state)
    start_s = course.span(step, version)[0]
    begun = [cue for cue in film.described(version).cues if start_s <= cue.start_s <= state.film.at_s]
    return one_line(begun[-1]) if begun else ""


def teacher_words(course: Course, step: FilmStep, state: LessonState) -> str:
    """What the teacher is told of the descriptions; empty while they are off or there are none."""
    film = course.film(step)
    version = film_moves.version_on(course, step, state)
    if film is None or not state.film_choice.description or no_description(film, version):
        return ""
    telling = state.film.telling
    if telling is not None and telling.kind is TellingKind.DESCRIPTION:
        if state.film.held:
            return tr("The film waits for the description: “{words}”", words=telling.text)
        return tr("Description: “{words}”", words=telling.text)
    if has_voice(film, version, state) and not state.muted:
        return tr("Audio description on")
    return _to_read_aloud(film, version, state)


def one_line(cue: Cue) -> str:
    """The words of a cue without its line breaks."""
    return " ".join(cue.text.split())


def _to_read_aloud(film: LoadedFilm, version: str, state: LessonState) -> str:
    """What the teacher may read out where no voice does: the description that is on, or comes soon."""
    at_s = state.film.at_s
    cues = film.described(version).cues
    near = [cue for cue in cues if cue.end_s > at_s and cue.start_s < at_s + _ANNOUNCED_S]
    if not near or state.film.status is FilmStatus.READY:
        return tr("Audio description: no voice here. You can read it aloud; it will stand here.")
    return tr(
        "Read aloud at {time}: “{words}”", time=minutes_seconds(near[0].start_s), words=one_line(near[0])
    )


def _cut_off(film: LoadedFilm, version: str, state: LessonState) -> Telling | None:
    start_s = state.film.cut_off_s
    found = [cue for cue in film.described(version).cues if cue.start_s == start_s]
    return _telling(film, version, found[0]) if found else None


def _telling(film: LoadedFilm, version: str, cue: Cue) -> Telling:
    following = [other.start_s for other in film.described(version).cues if other.start_s > cue.start_s]
    return Telling(
        kind=TellingKind.DESCRIPTION,
        text=one_line(cue),
        from_s=cue.start_s,
        to_s=cue.end_s,
        wait_s=min([cue.end_s + BREATH_S, *following]),
    )
