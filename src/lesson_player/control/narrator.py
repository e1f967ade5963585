"""The narrator: makes a voice say what the lesson's state says is told over the film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from lesson_player.model.lesson import FilmStep
from lesson_player.speech.utterance import Sound, Utterance
from lesson_player.teaching import film_moves, moves, telling
from lesson_player.teaching.state import Telling, TellingKind

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.control.commands import Move
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.speech.port import Voice
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

_LOOKS_AFTER_MS = 2000
"""When the computer's voice is looked for: by then the lesson is on the screens."""
_ANY_WORDS = "."
"""For asking whether a voice can speak a language at all, and to get it ready."""


class Narrator:
    """Follows the lesson's state with one voice, as the film director does with one player.

    It compares what ought to be said with what it last asked for, and asks for the difference. What the
    voice reports becomes a move of the lesson.
    """

    def __init__(
        self, course: Course, voice: Voice, make: Callable[[Move], None], tell: Callable[[str], None]
    ) -> None:
        """Args: make: makes a move from where the lesson stands. tell: tells the teacher something."""
        self._course = course
        self._voice = voice
        self._make = make
        self._tell = tell
        self._telling: Telling | None = None
        self._ready_for: tuple[object, ...] = ()
        self._coming: Utterance | None = None
        self._no_voice: str | None = None
        self._told: set[str] = set()
        self._soon = QTimer(voice, singleShot=True)
        self._soon.timeout.connect(self._prepare)
        voice.finished.connect(self._on_finished)
        voice.failed.connect(self._on_failed)

    def begin(self) -> None:
        """Find out soon whether the computer has a voice of its own."""
        self._soon.start(_LOOKS_AFTER_MS)

    def follow(self, state: LessonState) -> None:
        """Have said what *state* says."""
        if self._voice.volume != state.volume:
            self._voice.set_volume(state.volume)
        if state.film.telling != self._telling:
            self._telling = state.film.telling
            if self._telling is None:
                self._voice.stop()
            else:
                self._voice.speak(self._utterance(self._telling, state))
        self._get_ready(state)

    def close(self) -> None:
        """Be silent and let go of the voice."""
        self._telling = None
        self._soon.stop()
        self._voice.close()

    def _get_ready(self, state: LessonState) -> None:
        """Open what will be needed once this move has been shown: the first sound would come late."""
        film, choice = self._film(state), state.film_choice
        if film is None or not (choice.description or choice.spoken_captions):
            return
        version = self._course.version_of(film, choice.version)
        wanted = (film.film.id, version, choice.description, choice.spoken_captions)
        if wanted != self._ready_for:
            self._ready_for = wanted
            sound = film.description_sound(version) if choice.description else None
            self._coming = Utterance(_ANY_WORDS, film.film.language, Sound(sound) if sound else None)
            self._soon.start(0)

    def _prepare(self) -> None:
        if self._coming is not None:
            self._voice.prepare(self._coming)
        self._look()

    def _look(self) -> None:
        film = self._course.main_film()
        language = film.film.language if film is not None else self._course.lesson.language
        no_voice = self._voice.why_not(Utterance(_ANY_WORDS, language))
        if no_voice != self._no_voice:
            self._no_voice = no_voice
            self._make(lambda course, state: telling.voice_found(course, state, no_voice))

    def _film(self, state: LessonState) -> LoadedFilm | None:
        step = moves.current_step(self._course, state)
        return self._course.film(step) if isinstance(step, FilmStep) else None

    def _utterance(self, what: Telling, state: LessonState) -> Utterance:
        step = moves.current_step(self._course, state)
        film = self._film(state)
        if film is None or not isinstance(step, FilmStep):
            return Utterance(what.text)
        recording = film.description_sound(film_moves.version_on(self._course, step, state))
        if what.kind is not TellingKind.DESCRIPTION or recording is None:
            return Utterance(what.text, film.film.language)
        # A recording is as long as its film: its words stand where their cue stands.
        return Utterance(what.text, film.film.language, Sound(recording, what.from_s, what.to_s))

    def _on_finished(self, _utterance: Utterance) -> None:
        self._telling = None
        self._make(telling.over)

    def _on_failed(self, _utterance: Utterance, sentence: str) -> None:
        self._on_finished(_utterance)
        if sentence not in self._told:
            self._told.add(sentence)
            self._tell(sentence)
