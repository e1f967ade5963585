"""The voice that the rest of the program uses, whichever adapter makes the sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.foundation.i18n import tr
from lesson_player.speech.utterance import within_speeds

if TYPE_CHECKING:
    from lesson_player.speech.utterance import Utterance


class Voice(QObject):
    """Speaks one utterance at a time; a new one takes the place of the one before.

    Signals come on the thread of this object and never from within `speak`. For each utterance: ``started``,
    then ``word`` for every word where the adapter knows it, then either ``finished`` or ``failed``. After
    `stop`, and after a new utterance was asked for, the former one says nothing more.
    """

    started = Signal(object)
    """The utterance whose sound begins."""
    word = Signal(int, int)
    """A word is heard: the place of its first letter in the utterance's text, and how many letters it has."""
    finished = Signal(object)
    """The utterance that was spoken to its end."""
    failed = Signal(object, str)
    """An utterance that cannot be spoken, and one plain sentence why. The detail goes to the log."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._utterance: Utterance | None = None
        self._turn = 0
        self._rate = 1.0
        self._volume = 100

    @property
    def utterance(self) -> Utterance | None:
        """What is being spoken, from `speak` on; None when nothing is."""
        return self._utterance

    @property
    def rate(self) -> float:
        """Speed, 1.0 being normal."""
        return self._rate

    @property
    def volume(self) -> int:
        """Loudness, 0 to 100."""
        return self._volume

    def why_not(self, utterance: Utterance) -> str:
        """One plain sentence why this voice cannot speak *utterance*; empty when it can."""
        raise NotImplementedError

    def prepare(self, utterance: Utterance) -> None:
        """Get ready to speak *utterance* soon, without sound. Nothing happens while another is spoken."""

    def speak(self, utterance: Utterance) -> None:
        """Speak *utterance* now; what was being spoken stops."""
        self.stop()
        self._turn += 1
        self._utterance = utterance
        why_not = self.why_not(utterance) if utterance.text.strip() else tr("There is nothing to read aloud.")
        if why_not:
            self._fail_soon(why_not)
        else:
            self._begin(utterance)

    def stop(self) -> None:
        """Be silent at once."""
        if self._utterance is not None:
            self._turn += 1
            self._utterance = None
            self._halt()

    def set_rate(self, rate: float) -> None:
        """Set the speed, 0.7 to 1.3, with the pitch kept."""
        self._rate = within_speeds(rate)
        self._rate_changed()

    def set_volume(self, volume: int) -> None:
        """Set the loudness, 0 to 100."""
        self._volume = min(max(volume, 0), 100)
        self._volume_changed()

    def set_sound_output(self, name: str) -> None:
        """Send the sound to the output of that name, where the voice can choose; empty for the usual one."""

    def close(self) -> None:
        """Be silent and let go of whatever was opened. Call it before the voice is forgotten."""
        self.stop()

    def _begin(self, utterance: Utterance) -> None:
        """Make the sound of *utterance*."""
        raise NotImplementedError

    def _halt(self) -> None:
        """Stop the sound."""
        raise NotImplementedError

    def _rate_changed(self) -> None:
        """Take on the speed."""

    def _volume_changed(self) -> None:
        """Take on the loudness."""

    def _fail_soon(self, sentence: str) -> None:
        turn = self._turn
        QTimer.singleShot(0, self, lambda: self._has_failed(sentence) if turn == self._turn else None)

    def _has_started(self) -> None:
        if self._utterance is not None:
            self.started.emit(self._utterance)

    def _has_finished(self) -> None:
        utterance, self._utterance = self._utterance, None
        if utterance is not None:
            self._turn += 1
            self.finished.emit(utterance)

    def _has_failed(self, sentence: str) -> None:
        utterance, self._utterance = self._utterance, None
        if utterance is not None:
            self._turn += 1
            self.failed.emit(utterance, sentence)
