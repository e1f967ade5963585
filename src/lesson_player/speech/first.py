"""Several voices as one: each utterance is spoken by the first of them that can."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.speech.port import Voice

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtCore import QObject

    from lesson_player.speech.utterance import Utterance


class FirstVoice(Voice):
    """Asks its voices in order, such as recordings before the computer's own voice.

    They are made when first one is asked for: loading the sound of Qt takes longer than a slide.

    A voice that fails before any sound was heard is followed by the next one; its sentence is told only when
    none is left.
    """

    def __init__(self, make: Callable[[], Sequence[Voice]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._made: tuple[Voice, ...] | None = None
        self._output = ""
        self._speaking: Voice | None = None
        self._heard = False

    @property
    def _voices(self) -> tuple[Voice, ...]:
        if self._made is None:
            self._made = tuple(self._make())
            for voice in self._made:
                voice.setParent(self)
                voice.set_rate(self._rate)
                voice.set_volume(self._volume)
                voice.set_sound_output(self._output)
                voice.started.connect(self._on_started)
                voice.word.connect(self._on_word)
                voice.finished.connect(self._on_finished)
                voice.failed.connect(self._on_failed)
        return self._made

    def why_not(self, utterance: Utterance) -> str:
        """Why the last of the voices cannot speak it, when none can."""
        if not self._voices:
            return tr("There is no voice here.")
        reasons = [voice.why_not(utterance) for voice in self._voices]
        return "" if "" in reasons else reasons[-1]

    def prepare(self, utterance: Utterance) -> None:
        """Have the voice that will speak it get ready."""
        if self._utterance is None:
            voice = next((each for each in self._voices if not each.why_not(utterance)), None)
            if voice is not None:
                voice.prepare(utterance)

    def set_sound_output(self, name: str) -> None:
        """Send the sound of all of them there."""
        self._output = name
        for voice in self._made or ():
            voice.set_sound_output(name)

    def close(self) -> None:
        """Close all of them."""
        super().close()
        for voice in self._made or ():
            voice.close()

    def _begin(self, utterance: Utterance) -> None:
        self._speak_with(utterance, self._voices)

    def _halt(self) -> None:
        speaking, self._speaking = self._speaking, None
        if speaking is not None:
            speaking.stop()

    def _rate_changed(self) -> None:
        for voice in self._made or ():
            voice.set_rate(self._rate)

    def _volume_changed(self) -> None:
        for voice in self._made or ():
            voice.set_volume(self._volume)

    def _speak_with(self, utterance: Utterance, voices: Sequence[Voice]) -> bool:
        """Whether one of *voices* takes it on."""
        self._heard = False
        self._speaking = next((voice for voice in voices if not voice.why_not(utterance)), None)
        if self._speaking is not None:
            self._speaking.speak(utterance)
        return self._speaking is not None

    def _on_started(self, _utterance: Utterance) -> None:
        if self.sender() is self._speaking:
            self._heard = True
            self._has_started()

    def _on_word(self, at: int, length: int) -> None:
        if self.sender() is self._speaking:
            self.word.emit(at, length)

    def _on_finished(self, _utterance: Utterance) -> None:
        if self.sender() is self._speaking:
            self._speaking = None
            self._has_finished()

    def _on_failed(self, utterance: Utterance, sentence: str) -> None:
        failed = self._speaking
        if failed is None or self.sender() is not failed:
            return
        others = self._voices[self._voices.index(failed) + 1 :]
        if self._heard or not self._speak_with(utterance, others):
            self._speaking = None
            self._has_failed(sentence)
