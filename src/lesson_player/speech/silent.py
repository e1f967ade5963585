"""A voice without sound, which keeps the time that speaking would take: for tests and rehearsals."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, QTimer

from lesson_player.speech.port import Voice

if TYPE_CHECKING:
    from lesson_player.speech.utterance import Utterance

WORD_S = 0.375
"""Seconds a word takes: 160 words a minute, the pace of captions (docs/design.md)."""


class SilentVoice(Voice):
    """Can speak everything; takes as long as the recording would, or as its words would.

    With ``by_hand`` nothing moves until `advance` is called, and all signals come from within that call.
    """

    def __init__(self, parent: QObject | None = None, *, by_hand: bool = False) -> None:
        super().__init__(parent)
        self.spoken: list[Utterance] = []
        """All that was begun, oldest first."""
        self._by_hand = by_hand
        self._begun: Utterance | None = None
        self._at_s = 0.0
        self._due: list[tuple[float, int, int]] = []
        self._end_s = 0.0
        self._timer = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._timer.timeout.connect(self._come_due)

    def why_not(self, _utterance: Utterance) -> str:
        """It can always."""
        return ""

    def advance(self, seconds: float) -> None:
        """Let time pass, word by word. 0 delivers what is due."""
        left_s = seconds * self._rate
        while self._utterance is not None and self._utterance is self._begun:
            if self._at_s < 0.0:
                self._start()
                continue
            due_s = self._due[0][0] if self._due else self._end_s
            if due_s - self._at_s > left_s + 1e-9:
                self._at_s += left_s
                return
            left_s -= max(due_s - self._at_s, 0.0)
            self._at_s = max(due_s, self._at_s)
            self._take_due()

    def _begin(self, utterance: Utterance) -> None:
        self.spoken.append(utterance)
        self._begun = utterance
        self._at_s = -1.0
        self._due = _words(utterance)
        self._end_s = _seconds(utterance, len(self._due))
        self._wait()

    def _halt(self) -> None:
        self._timer.stop()

    def _come_due(self) -> None:
        if self._at_s < 0.0:
            self._start()
        else:
            self._at_s = self._due[0][0] if self._due else self._end_s
            self._take_due()
        if self._utterance is not None:
            self._wait()

    def _start(self) -> None:
        self._at_s = 0.0
        self._has_started()

    def _take_due(self) -> None:
        if self._due:
            _, at, length = self._due.pop(0)
            self.word.emit(at, length)
        else:
            self._has_finished()

    def _wait(self) -> None:
        if not self._by_hand:
            due_s = self._due[0][0] if self._due else self._end_s
            wait_s = 0.0 if self._at_s < 0.0 else (due_s - self._at_s) / self._rate
            self._timer.start(max(0, round(wait_s * 1000)))


def _words(utterance: Utterance) -> list[tuple[float, int, int]]:
    """When each word is due, where it stands, and its letters."""
    if utterance.words:
        return [(word.start, word.at, len(word.word)) for word in utterance.words]
    found = re.finditer(r"\S+", utterance.text)
    return [(number * WORD_S, word.start(), len(word.group())) for number, word in enumerate(found)]


def _seconds(utterance: Utterance, words: int) -> float:
    sound = utterance.sound.seconds if utterance.sound is not None else None
    if sound is not None:
        return sound
    return utterance.words[-1].end if utterance.words else words * WORD_S
