"""The spoken cue of the switches: the computer's own voice says softly what is lit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lesson_player.speech.utterance import Utterance

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.speech.port import Voice

VOLUME: Final = 40
"""Loudness of the cue, 0 to 100: for whoever sits at this computer, and not for the class."""


class ScanCue:
    """Says one name at a time. A voice that cannot speak is not waited for again."""

    def __init__(self, make: Callable[[], Voice]) -> None:
        """``make``: makes the voice, which is done when first something is said."""
        self._make = make
        self._voice: Voice | None = None
        self.trouble = ""
        """For the user: why nothing is heard; empty while the voice speaks."""

    @property
    def speaking(self) -> bool:
        """Whether a name is being said."""
        return self._voice is not None and self._voice.utterance is not None

    def say(self, words: str) -> None:
        """Say *words*, in place of what is being said."""
        if self.trouble:
            return
        if self._voice is None:
            self._voice = self._make()
            self._voice.set_volume(VOLUME)
            self._voice.failed.connect(self._fail)
        self._voice.speak(Utterance(words))

    def stop(self) -> None:
        """Be silent at once."""
        if self._voice is not None:
            self._voice.stop()

    def try_again(self) -> str:
        """Look anew whether the voice can speak; gives the reason why it cannot, or nothing."""
        self.close()
        self.trouble = self._make_ready()
        return self.trouble

    def close(self) -> None:
        """Let go of the voice. It comes back when something is said."""
        voice, self._voice = self._voice, None
        if voice is not None:
            voice.close()
            voice.deleteLater()

    def _make_ready(self) -> str:
        voice = self._make()
        try:
            return voice.why_not(Utterance("."))
        finally:
            voice.close()
            voice.deleteLater()

    def _fail(self, _utterance: Utterance, sentence: str) -> None:
        self.trouble = sentence
