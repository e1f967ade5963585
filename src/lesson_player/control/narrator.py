"""The narrator: makes a voice say what the lesson's state says is read aloud or told over the film."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer

from lesson_player.control.utterances import film_of, read_out, told
from lesson_player.speech.utterance import Sound, Utterance
from lesson_player.teaching import reading, telling

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.control.commands import Move
    from lesson_player.speech.port import Voice
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState, Telling

_LOOKS_AFTER_MS = 2000
"""When the computer's voice is looked for: by then the lesson is on the screens."""
_ANY_WORDS = "."
"""For asking whether a voice can speak a language at all, and to get it ready."""
_USUAL_SPEED = 1.0


class Narrator:
    """Follows the lesson's state with one voice, as the film director does with one player.

    It compares what ought to be said with what it last asked for, and asks for the difference. What the
    voice reports becomes a move of the lesson. One voice says one thing at a time, so a slide that is read
    and a film that is described are never heard at once.
    """

    def __init__(
        self, course: Course, voice: Voice, make: Callable[[Move], None], tell: Callable[[str], None]
    ) -> None:
        """Args: make: makes a move from where the lesson stands. tell: tells the teacher something."""
        self._course = course
        self._voice = voice
        self._make = make
        self._tell = tell
        self._saying: Telling | int | None = None
        """What is told over the film, or the turn of the line that is read."""
        self._ready_for: tuple[object, ...] = ()
        self._coming: Utterance | None = None
        self._no_voice: str | None = None
        self._told: set[str] = set()
        self._soon = QTimer(voice, singleShot=True)
        self._soon.timeout.connect(self._prepare)
        voice.word.connect(self._on_word)
        voice.finished.connect(self._on_finished)
        voice.failed.connect(self._on_failed)

    def begin(self) -> None:
        """Find out soon whether the computer has a voice of its own."""
        self._soon.start(_LOOKS_AFTER_MS)

    def follow(self, state: LessonState) -> None:
        """Have said what *state* says."""
        self._set_voice(state)
        line = state.reading
        said = state.film.telling if line is None else line.turn
        if said != self._saying:
            self._saying = said
            if state.film.telling is not None:
                self._voice.speak(told(self._course, state, state.film.telling))
            elif line is not None:
                self._voice.speak(read_out(self._course, line.line))
            else:
                self._voice.stop()
        self._get_ready(state)

    def close(self) -> None:
        """Be silent and let go of the voice."""
        self._saying = None
        self._soon.stop()
        self._voice.close()

    def _set_voice(self, state: LessonState) -> None:
        reads = state.reading is not None
        volume = reading.volume(state) if reads else state.volume
        rate = state.reading_choice.speed if reads else _USUAL_SPEED
        if self._voice.volume != volume:
            self._voice.set_volume(volume)
        if self._voice.rate != rate:
            self._voice.set_rate(rate)

    def _get_ready(self, state: LessonState) -> None:
        """Open what will be needed once this move has been shown: the first sound would come late."""
        film, choice = film_of(self._course, state), state.film_choice
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

    def _on_word(self, at: int, _length: int) -> None:
        if isinstance(self._saying, int):
            self._make(reading.word_heard(at))

    def _on_finished(self, _utterance: Utterance) -> None:
        reads, self._saying = isinstance(self._saying, int), None
        self._make(reading.line_over if reads else telling.over)

    def _on_failed(self, utterance: Utterance, sentence: str) -> None:
        if isinstance(self._saying, int):
            self._saying = None
            self._make(reading.line_failed)
            return
        self._on_finished(utterance)
        if sentence not in self._told:
            self._told.add(sentence)
            self._tell(sentence)
