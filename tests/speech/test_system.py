"""The computer's own voice: which one, when there is none, and that it never reaches over a network."""

from __future__ import annotations

import math
import threading
from collections.abc import Callable
from unittest.mock import create_autospec

import pytest
from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtMultimedia import QAudioDevice, QMediaDevices
from PySide6.QtTextToSpeech import QTextToSpeech
from pytestqt.qtbot import QtBot

from lesson_player.speech import system, system_engine, system_loading
from lesson_player.speech.port import Voice
from lesson_player.speech.system import SystemVoice, engine_rate
from lesson_player.speech.utterance import Utterance
from tests.speech.conftest import WatchedVoice

WORDS = Utterance("Maya draws.")


class Machine:
    """What a computer has, for the functions that look."""

    def __init__(self, patch: pytest.MonkeyPatch) -> None:
        self._patch = patch
        self.has(engines=["speechd"], library=True, sound=True)

    def has(self, *, engines: list[str], library: bool, sound: bool) -> None:
        device = create_autospec(QAudioDevice, instance=True)
        self._patch.setattr(QTextToSpeech, "availableEngines", lambda: [*engines, "mock"])
        self._patch.setattr(QMediaDevices, "audioOutputs", lambda: [device] if sound else [])
        self._patch.setattr(system_engine, "_has_library", lambda: library)
        self._patch.delenv("SPEECHD_ADDRESS", raising=False)


@pytest.fixture
def machine(monkeypatch: pytest.MonkeyPatch, qapp: object) -> Machine:
    return Machine(monkeypatch)


@pytest.mark.usefixtures("machine")
def test_a_computer_with_a_voice_and_sound_has_no_reason_against_it() -> None:
    assert system_engine.best_engine() == "speechd"
    assert SystemVoice().why_not(WORDS) == ""


@pytest.mark.parametrize(
    ("engines", "library", "sound", "sentence"),
    [
        ([], True, True, "This computer has no voice of its own."),
        (["speechd"], False, True, "This computer has no voice of its own."),
        (["speechd"], True, False, "This computer has no sound output."),
        (["winrt"], False, False, "This computer has no sound output."),
        (["winrt"], False, True, ""),
    ],
)
def test_why_there_is_no_voice(
    machine: Machine, engines: list[str], library: bool, sound: bool, sentence: str
) -> None:
    machine.has(engines=engines, library=library, sound=sound)
    assert SystemVoice().why_not(WORDS) == sentence


def test_speech_over_the_network_is_refused(machine: Machine, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SPEECHD_ADDRESS", "inet_socket:192.0.2.1:6560")
    assert "over the network" in SystemVoice().why_not(WORDS)
    monkeypatch.setenv("SPEECHD_ADDRESS", "unix_socket:/run/user/1000/speech-dispatcher/speechd.sock")
    assert SystemVoice().why_not(WORDS) == ""


def test_asking_whether_there_is_a_voice_does_not_load_it(machine: Machine, qtbot: object) -> None:
    voice = SystemVoice()
    assert voice.why_not(WORDS) == ""
    assert voice.findChildren(QTextToSpeech) == []


def test_an_engine_that_is_not_there_fails_with_a_sentence(
    watch: Callable[[Voice], WatchedVoice],
) -> None:
    watched = watch(SystemVoice(engine="no-such-engine"))
    watched.voice.speak(WORDS)
    watched.until_over()
    assert watched.of("failed") == [(WORDS, "The computer's own voice does not work.")]


@pytest.mark.parametrize(
    ("language", "chosen"), [("en-GB", "en_GB"), ("en-US", "en_US"), ("en-AU", "en_GB"), ("nb-NO", "nb_NO")]
)
def test_the_voice_nearest_to_the_language_is_chosen(
    watch: Callable[[Voice], WatchedVoice], language: str, chosen: str
) -> None:
    watched = watch(SystemVoice(engine="mock"))
    watched.voice.prepare(Utterance("Hello", language))
    (engine,) = watched.voice.findChildren(QTextToSpeech)
    assert engine.locale().name() == chosen
    assert engine.voice().locale().name() == chosen


def test_a_language_without_a_voice_is_said_in_one_sentence(
    watch: Callable[[Voice], WatchedVoice],
) -> None:
    watched = watch(SystemVoice(engine="mock"))
    welsh = Utterance("Helo", "cy-GB")
    watched.voice.speak(welsh)
    watched.until_over()
    assert watched.of("failed") == [(welsh, "This computer has no voice for the language cy-GB.")]


class Slow:
    """A voice whose engine is loaded on a thread of its own, as speech-dispatcher is."""

    def __init__(self, watched: WatchedVoice) -> None:
        self.watched = watched
        self.voice = watched.voice

    def engines(self) -> list[QTextToSpeech]:
        return self.voice.findChildren(QTextToSpeech)


@pytest.fixture
def slow(watch: Callable[[Voice], WatchedVoice], monkeypatch: pytest.MonkeyPatch) -> Slow:
    """Qt's stand-in speaks only on the thread it was made on, so the stand-in for loading is a turn of the
    loop."""

    def begin(loading: system_loading.EngineLoading, name: str) -> None:
        QTimer.singleShot(0, loading, lambda: loading._made.emit(QTextToSpeech(name)))

    monkeypatch.setattr(system, "SLOW", {"mock"})
    monkeypatch.setattr(system_loading.EngineLoading, "begin", begin)
    return Slow(watch(SystemVoice(engine="mock")))


def test_what_is_spoken_while_the_engine_is_loaded_is_heard_after_it(slow: Slow) -> None:
    slow.voice.speak(WORDS)
    assert slow.engines() == [], "nobody waits for it"
    slow.watched.until_over()
    assert (slow.watched.heard[0], slow.watched.heard[-1]) == (("started", WORDS), ("finished", WORDS))
    assert len(slow.engines()) == 1


def test_what_is_stopped_while_the_engine_is_loaded_is_never_heard(slow: Slow) -> None:
    slow.voice.speak(WORDS)
    slow.voice.stop()
    slow.watched.until(lambda: bool(slow.engines()))
    other = Utterance("Other words.")
    slow.voice.speak(other)
    slow.watched.until_over()
    assert slow.watched.of("started") == [other]


def test_a_slow_engine_that_is_prepared_has_its_voice_chosen(slow: Slow) -> None:
    slow.voice.prepare(Utterance("Hello", "nb-NO"))
    slow.watched.until(lambda: [engine.locale().name() for engine in slow.engines()] == ["nb_NO"])


def test_closing_while_the_engine_is_loaded_lets_go_of_it(slow: Slow) -> None:
    slow.voice.speak(WORDS)
    slow.voice.close()
    for _ in range(20):
        QCoreApplication.processEvents()
    assert slow.engines() == []
    assert slow.watched.heard == []


def test_an_engine_is_loaded_beside_the_windows_and_handed_over(qtbot: QtBot) -> None:
    loading, made = system_loading.EngineLoading(), list[QTextToSpeech]()
    loading.loaded.connect(made.append)
    with qtbot.waitSignal(loading.loaded, timeout=20_000):
        loading.begin("mock")
        assert made == []
    (engine,) = made
    assert (engine.engine(), engine.thread()) == ("mock", loading.thread())
    assert "en_GB" in {locale.name() for locale in engine.availableLocales()}
    qtbot.waitUntil(lambda: not any(thread.name == "loading mock" for thread in threading.enumerate()))


def test_an_engine_that_nobody_waits_for_any_more_ends_on_the_thread_of_the_application(
    qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended, here = list[threading.Thread](), threading.current_thread()

    class Engine(QTextToSpeech):
        def deleteLater(self) -> None:  # noqa: N802 - Qt's name
            ended.append(threading.current_thread())
            super().deleteLater()

    monkeypatch.setattr(system_loading, "QTextToSpeech", Engine)
    loading, made = system_loading.EngineLoading(), list[QTextToSpeech]()
    loading.loaded.connect(made.append)
    loading.begin("mock")
    loading.give_up()
    del loading
    qtbot.waitUntil(lambda: ended == [here], timeout=20_000)
    assert made == []


def test_a_service_that_never_answers_is_said_in_one_sentence(
    slow: Slow, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(system, "_LOADS_WITHIN_MS", 1)
    monkeypatch.setattr(system_loading.EngineLoading, "begin", lambda *_: None)
    slow.voice.speak(WORDS)
    slow.watched.until_over()
    assert slow.watched.of("failed") == [(WORDS, "The computer's own voice does not answer.")]


def test_speeds_of_the_engine() -> None:
    assert engine_rate(1.0) == 0.0
    assert engine_rate(1.3) == pytest.approx(-engine_rate(1 / 1.3))
    assert math.isclose(3 ** engine_rate(0.7), 0.7)
