"""What a voice is given to say: an utterance for what the state says, with its recording if there is one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.lesson import FilmStep
from lesson_player.speech.utterance import Sound, Utterance
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.state import TellingKind

if TYPE_CHECKING:
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState, ReadLine, Telling


def film_of(course: Course, state: LessonState) -> LoadedFilm | None:
    """The film of the step that the lesson stands in; None outside film steps."""
    step = moves.current_step(course, state)
    return course.film(step) if isinstance(step, FilmStep) else None


def told(course: Course, state: LessonState, what: Telling) -> Utterance:
    """What is told over the film."""
    step = moves.current_step(course, state)
    film = film_of(course, state)
    if film is None or not isinstance(step, FilmStep):
        return Utterance(what.text)
    recording = film.description_sound(film_moves.version_on(course, step, state))
    if what.kind is not TellingKind.DESCRIPTION or recording is None:
        return Utterance(what.text, film.film.language)
    # A recording is as long as its film: its words stand where their cue stands.
    return Utterance(what.text, film.film.language, Sound(recording, what.from_s, what.to_s))


def read_out(course: Course, line: ReadLine) -> Utterance:
    """A line of the class screen."""
    found = course.bundle.recorded(line.text, course.adaptations)
    if found is None:
        return Utterance(line.text, course.lesson.language)
    sound = Sound(found.path, to_s=found.recording.seconds)
    return Utterance(line.text, found.language, sound, found.recording.words)
