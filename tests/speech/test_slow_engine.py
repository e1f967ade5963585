"""A system voice that answers late, as speech services do, turned by hand."""

# ruff: noqa: N802, N815 - the names are Qt's

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QObject, Signal
from PySide6.QtTextToSpeech import QTextToSpeech

from lesson_player.speech import system
from lesson_player.speech.port import Voice
from lesson_player.speech.system import SystemVoice
from lesson_player.speech.utterance import Utterance
from tests.speech.conftest import WatchedVoice

State = QTextToSpeech.State
ONE, TWO = Utterance("The first words."), Utterance("The second words.")


class SlowEngine(QObject):
    """Does what it is asked for only when the test says that it does."""

    stateChanged = Signal(object)
    sayingWord = Signal(str, int, int, int)
    made: ClassVar[list[SlowEngine]] = []

    def __init__(self, _name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.said: list[str] = []
        self.stops = 0
        self._state = State.Ready
        self.made.append(self)

    def become(self, state: QTextToSpeech.State) -> None:
        self._state = state
        self.stateChanged.emit(state)

    def state(self) -> QTextToSpeech.State:
        return self._state

    def say(self, text: str) -> None:
        self.said.append(text)

    def stop(self) -> None:
        self.stops += 1

    def availableLocales(self) -> list[QLocale]:
        return [QLocale("en_GB")]

    def availableVoices(self) -> list[object]:
        return []

    def setLocale(self, locale: QLocale) -> None:
        """It has one only."""

    def setRate(self, rate: float) -> None:
        """It cannot."""

    def setVolume(self, volume: float) -> None:
        """It cannot."""

    def errorString(self) -> str:
        return "the service has gone"


@pytest.fixture
def watched(watch: Callable[[Voice], WatchedVoice], monkeypatch: pytest.MonkeyPatch) -> WatchedVoice:
    monkeypatch.setattr(system, "QTextToSpeech", SlowEngine)
    SlowEngine.made.clear()
    return watch(SystemVoice(engine="slow"))


def engine() -> SlowEngine:
    return SlowEngine.made[0]


def says(watched: WatchedVoice, utterance: Utterance, count: int = 1) -> None:
    """Ask for an utterance, and wait until the engine was asked for it."""
    watched.voice.speak(utterance)
    watched.until(lambda: bool(SlowEngine.made) and len(engine().said) == count)


def turn_the_loop() -> None:
    for _ in range(20):
        QCoreApplication.processEvents()


def test_it_starts_and_finishes_when_the_engine_does(watched: WatchedVoice) -> None:
    says(watched, ONE)
    assert watched.heard == []
    engine().become(State.Speaking)
    engine().become(State.Ready)
    assert watched.heard == [("started", ONE), ("finished", ONE)]


def test_stopped_while_heard_the_engine_is_stopped_and_its_end_is_not_told(watched: WatchedVoice) -> None:
    says(watched, ONE)
    engine().become(State.Speaking)
    watched.voice.stop()
    assert engine().stops == 1
    engine().become(State.Ready)
    turn_the_loop()
    assert watched.heard == [("started", ONE)]


def test_stopped_before_it_is_heard_it_is_stopped_once_it_is(watched: WatchedVoice) -> None:
    says(watched, ONE)
    watched.voice.stop()
    stopped = engine().stops
    engine().become(State.Speaking)
    assert engine().stops == stopped + 1
    assert watched.heard == []


def test_the_next_words_wait_until_the_former_ones_are_silent(watched: WatchedVoice) -> None:
    says(watched, ONE)
    engine().become(State.Speaking)
    watched.voice.speak(TWO)
    turn_the_loop()
    assert engine().said == [ONE.text]
    engine().become(State.Ready)
    watched.until(lambda: engine().said == [ONE.text, TWO.text])
    engine().become(State.Speaking)
    engine().sayingWord.emit("second", 0, 4, 6)
    engine().become(State.Ready)
    assert watched.heard == [("started", ONE), ("started", TWO), ("word", (4, 6)), ("finished", TWO)]


def test_an_engine_that_never_falls_silent_is_spoken_over(
    watched: WatchedVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_FALLS_SILENT_WITHIN_MS", 1)
    says(watched, ONE)
    engine().become(State.Speaking)
    says(watched, TWO, count=2)
    assert engine().said == [ONE.text, TWO.text]


def test_an_engine_that_does_not_answer_fails_in_one_sentence(
    watched: WatchedVoice, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_ANSWERS_WITHIN_MS", 1)
    watched.voice.speak(ONE)
    watched.until_over()
    assert watched.of("failed") == [(ONE, "The computer's own voice does not answer.")]


def test_an_engine_that_breaks_off_fails_in_one_sentence(watched: WatchedVoice) -> None:
    says(watched, ONE)
    engine().become(State.Speaking)
    engine().become(State.Error)
    watched.until_over()
    assert watched.of("failed") == [(ONE, "The computer's own voice does not answer.")]
    assert watched.voice.why_not(TWO) == "The computer's own voice does not work."
