"""Voices for the speech tests: each adapter, noting what it signals."""

from __future__ import annotations

import subprocess
import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.model.voice import WordTime
from lesson_player.speech.first import FirstVoice
from lesson_player.speech.port import Voice
from lesson_player.speech.recorded import RecordedVoice
from lesson_player.speech.silent import SilentVoice
from lesson_player.speech.system import SystemVoice
from lesson_player.speech.utterance import Sound, Utterance

PATIENCE_MS = 20_000
"""Only a broken voice takes that long."""
SOUNDS = Path(__file__).parents[2] / "build" / "sounds"
SECONDS = 3.0
TEXT = "Maya draws her dog"


class WatchedVoice:
    """Keeps every signal, in order, with the thread it came on."""

    def __init__(self, voice: Voice, qtbot: QtBot) -> None:
        self.voice = voice
        self.heard: list[tuple[str, object]] = []
        self.threads: set[int] = set()
        self._qtbot = qtbot
        voice.started.connect(lambda utterance: self._note("started", utterance))
        voice.word.connect(lambda at, length: self._note("word", (at, length)))
        voice.finished.connect(lambda utterance: self._note("finished", utterance))
        voice.failed.connect(lambda utterance, sentence: self._note("failed", (utterance, sentence)))

    def of(self, kind: str) -> list[object]:
        """What came with one of the signals."""
        return [what for signal, what in self.heard if signal == kind]

    def until(self, condition: Callable[[], bool]) -> None:
        """Let events come until the condition holds."""
        self._qtbot.waitUntil(condition, timeout=PATIENCE_MS)

    def until_over(self, count: int = 1) -> None:
        """Wait until that many utterances have been spoken or have failed."""
        self.until(lambda: len(self.of("finished")) + len(self.of("failed")) >= count)

    def _note(self, signal: str, what: object) -> None:
        self.heard.append((signal, what))
        self.threads.add(threading.get_ident())


@pytest.fixture(scope="session")
def sound_file() -> Path:
    """Three seconds of tone as Opus."""
    return make_tone(SOUNDS / "tone-3s.opus", SECONDS)


def make_tone(target: Path, seconds: float) -> Path:
    """Write a tone, unless it is there."""
    if not target.exists():
        target.parent.mkdir(parents=True, exist_ok=True)
        command = ["ffmpeg", "-nostdin", "-loglevel", "error", "-y", "-f", "lavfi"]
        tone = f"sine=frequency=440:duration={seconds}"
        subprocess.run([*command, "-i", tone, "-c:a", "libopus", str(target)], check=True)
    return target


@pytest.fixture
def utterance(sound_file: Path) -> Utterance:
    """Four words in a quarter of a second of the sound, from 1 s on."""
    return recorded(sound_file, 1.0, 1.25)


@pytest.fixture
def long_utterance(sound_file: Path) -> Utterance:
    """Twenty words in two seconds: it is not over before a busy machine gets round to stopping it."""
    return recorded(sound_file, 1.0, SECONDS, " ".join([TEXT] * 5))


def recorded(path: Path, from_s: float, to_s: float | None, text: str = TEXT) -> Utterance:
    """A text with its recording; each of its words takes a twentieth of a second."""
    words, at = [], 0
    for number, word in enumerate(text.split()):
        words.append(WordTime(word=word, start=number / 20, end=(number + 1) / 20, at=at))
        at += len(word) + 1
    return Utterance(text, sound=Sound(path, from_s, to_s), words=tuple(words))


VOICES: dict[str, Callable[[], Voice]] = {
    "recorded": RecordedVoice,
    # Qt's own stand-in behaves as a system voice that reports words: none is on every machine.
    "system": lambda: SystemVoice(engine="mock"),
    "silent": SilentVoice,
    "first of two": lambda: FirstVoice(lambda: [RecordedVoice(), SilentVoice()]),
}


@pytest.fixture
def watch(qtbot: QtBot) -> Iterator[Callable[[Voice], WatchedVoice]]:
    """Watches voices and closes them after the test."""
    watched: list[WatchedVoice] = []

    def make(voice: Voice) -> WatchedVoice:
        watched.append(WatchedVoice(voice, qtbot))
        return watched[-1]

    yield make
    for each in watched:
        each.voice.close()
        each.voice.deleteLater()


@pytest.fixture(params=sorted(VOICES))
def watched(request: pytest.FixtureRequest, watch: Callable[[Voice], WatchedVoice]) -> WatchedVoice:
    """Each voice in turn."""
    return watch(VOICES[request.param]())
