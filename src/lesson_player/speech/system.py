"""The computer's own voice, through Qt TextToSpeech: SAPI or WinRT, AVFoundation, speech-dispatcher."""

from __future__ import annotations

import logging
import math
from typing import TYPE_CHECKING

from PySide6.QtCore import QLocale, QObject, QTimer, Slot
from PySide6.QtTextToSpeech import QTextToSpeech

from lesson_player.foundation.i18n import tr
from lesson_player.speech.port import Voice
from lesson_player.speech.quiet import without_known_noise
from lesson_player.speech.system_engine import best_engine, why_no_engine
from lesson_player.speech.system_loading import SLOW, EngineLoading

if TYPE_CHECKING:
    from lesson_player.speech.utterance import Utterance

_LOG = logging.getLogger(__name__)
_ANSWERS_WITHIN_MS = 5000
"""A voice from which nothing was heard by then will not speak. Speech services start on the first word."""
_FALLS_SILENT_WITHIN_MS = 1000
_LOADS_WITHIN_MS = 20_000
_State = QTextToSpeech.State


class SystemVoice(Voice):
    """Speaks with the voice of the operating system, British English before any other English.

    The engine is loaded when first something is prepared or spoken. Speech-dispatcher takes seconds to list
    its voices; what is to be spoken meanwhile waits for it. Words are told only where the system tells them.
    """

    def __init__(self, parent: QObject | None = None, *, engine: str | None = None) -> None:
        """Uses the Qt engine of that name; None for the best that this computer has."""
        super().__init__(parent)
        self._name = engine
        self._engine: QTextToSpeech | None = None
        self._loading: EngineLoading | None = None
        self._coming = ""
        """The language that was prepared last."""
        self._language = ""
        self._said = False
        """From `say` until the engine has fallen silent again."""
        self._unwanted = False
        """Whether what was said has been stopped; some engines can be stopped only once they are heard."""
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._lose_patience)

    def why_not(self, utterance: Utterance) -> str:
        """Whether the computer has a voice for the language, as far as is known before it is loaded."""
        if self._engine is None:
            return "" if self._name else why_no_engine()
        if self._engine.state() is _State.Error:
            return tr("The computer's own voice does not work.")
        if _locale_for(utterance.language, self._engine) is None:
            return tr("This computer has no voice for the language {language}.", language=utterance.language)
        return ""

    def prepare(self, utterance: Utterance) -> None:
        """Load the engine and choose the voice."""
        if self._utterance is None and not self.why_not(utterance):
            self._coming = utterance.language
            self._load()
            if self._engine is not None:
                self._choose(self._engine, utterance.language)

    def close(self) -> None:
        """Be silent and let go of the engine."""
        super().close()
        self._patience.stop()
        if self._loading is not None:
            self._loading.give_up()
            self._loading = None
        engine, self._engine = self._engine, None
        self._said = self._unwanted = False
        if engine is not None:
            engine.stateChanged.disconnect(self._on_state)
            engine.deleteLater()

    def _begin(self, utterance: Utterance) -> None:
        self._load()
        engine = self._engine
        if engine is None:
            self._patience.start(_LOADS_WITHIN_MS)
            return
        why_not = self.why_not(utterance)
        if why_not:
            self._fail_soon(why_not)
            return
        self._choose(engine, utterance.language)
        if self._said:
            self._patience.start(_FALLS_SILENT_WITHIN_MS)
        else:
            turn = self._turn
            QTimer.singleShot(0, self, lambda: self._say() if turn == self._turn else None)

    def _halt(self) -> None:
        self._patience.stop()
        if self._engine is not None and self._said:
            self._unwanted = True
            self._engine.stop()

    def _rate_changed(self) -> None:
        if self._engine is not None:
            self._engine.setRate(engine_rate(self._rate))

    def _volume_changed(self) -> None:
        if self._engine is not None:
            self._engine.setVolume(self._volume / 100)

    def _load(self) -> None:
        """Have the engine at once, or, where it is slow, soon."""
        if self._engine is not None or self._loading is not None:
            return
        name = self._name or best_engine()
        if name in SLOW:
            self._loading = EngineLoading()
            self._loading.loaded.connect(self._take)
            self._loading.begin(name)
        else:
            with without_known_noise():
                self._take(QTextToSpeech(name, self))

    @Slot(object)
    def _take(self, engine: QTextToSpeech) -> None:
        if self._loading is not None:
            self._loading = None
            engine.setParent(self)
        self._engine = engine
        self._language = ""
        self._rate_changed()
        self._volume_changed()
        engine.stateChanged.connect(self._on_state)
        engine.sayingWord.connect(self._on_word)
        if self._utterance is not None and self._patience.isActive():
            self._patience.stop()
            self._begin(self._utterance)
        elif self._coming:
            self._choose(engine, self._coming)

    def _choose(self, engine: QTextToSpeech, language: str) -> None:
        locale = _locale_for(language, engine)
        if language == self._language or locale is None:
            return
        self._language = language
        engine.setLocale(locale)
        voices = engine.availableVoices()
        if voices:
            engine.setVoice(voices[0])

    def _say(self) -> None:
        if self._engine is None or self._utterance is None:
            return
        self._said, self._unwanted = True, False
        self._patience.start(_ANSWERS_WITHIN_MS)
        self._engine.say(self._utterance.text)

    def _on_state(self, state: QTextToSpeech.State) -> None:
        if state is _State.Speaking:
            self._on_speaking()
        elif state is _State.Ready and self._said:
            self._on_silent()
        elif state is _State.Error:
            self._said = False
            self._break_off()

    def _on_speaking(self) -> None:
        if self._unwanted:
            if self._engine is not None:
                self._engine.stop()
        elif self._said:
            self._patience.stop()
            self._has_started()

    def _on_silent(self) -> None:
        was_unwanted = self._unwanted
        self._said = self._unwanted = False
        self._patience.stop()
        if was_unwanted:
            turn = self._turn
            QTimer.singleShot(0, self, lambda: self._say() if turn == self._turn else None)
        else:
            self._has_finished()

    def _on_word(self, _text: str, _number: int, start: int, length: int) -> None:
        if self._said and not self._unwanted:
            self.word.emit(start, length)

    def _lose_patience(self) -> None:
        if self._unwanted:
            # It does not say that it has fallen silent: speak over it rather than never again.
            self._say()
        else:
            self._said = False
            self._break_off()

    def _break_off(self) -> None:
        if self._engine is not None:
            _LOG.warning("The system voice failed: %s", self._engine.errorString())
        self._patience.stop()
        if self._utterance is not None:
            self._fail_soon(tr("The computer's own voice does not answer."))


def engine_rate(rate: float) -> float:
    """Qt's rate, -1 to 1, for a speed of which 1.0 is normal.

    Qt hands it on to scales whose ends are a third and three times the normal speed (SAPI 5,
    ISpVoice::SetRate).
    """
    return math.log(rate) / math.log(3)


def _locale_for(language: str, engine: QTextToSpeech) -> QLocale | None:
    """The engine's locale nearest to *language*; None when it cannot speak it."""
    wanted = QLocale(language.replace("-", "_"))
    there = [locale for locale in engine.availableLocales() if locale.language() == wanted.language()]
    at_home = [locale for locale in there if locale.territory() == wanted.territory()]
    return next(iter([*at_home, *there]), None)
