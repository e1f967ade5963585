"""The voice without sound, turned by hand."""

from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.speech.silent import WORD_S, SilentVoice
from lesson_player.speech.utterance import Sound, Utterance
from tests.speech.conftest import WatchedVoice


@pytest.fixture
def watched(qtbot: object) -> WatchedVoice:
    return WatchedVoice(SilentVoice(by_hand=True), qtbot)  # type: ignore[arg-type]


def silent(watched: WatchedVoice) -> SilentVoice:
    assert isinstance(watched.voice, SilentVoice)
    return watched.voice


def test_nothing_moves_until_it_is_advanced(watched: WatchedVoice) -> None:
    watched.voice.speak(Utterance("Two words"))
    assert watched.heard == []
    silent(watched).advance(0.0)
    assert [signal for signal, _ in watched.heard] == ["started", "word"]
    silent(watched).advance(WORD_S)
    assert watched.of("word") == [(0, 3), (4, 5)]
    silent(watched).advance(WORD_S * 0.9)
    assert watched.of("finished") == []
    silent(watched).advance(WORD_S * 0.2)
    assert len(watched.of("finished")) == 1


def test_a_recording_takes_as_long_as_its_stretch(watched: WatchedVoice) -> None:
    watched.voice.speak(Utterance("Hi", sound=Sound(Path("a.opus"), 3.0, 5.5)))
    silent(watched).advance(2.4)
    assert watched.of("finished") == []
    silent(watched).advance(0.11)
    assert len(watched.of("finished")) == 1


def test_a_faster_voice_is_done_sooner(watched: WatchedVoice) -> None:
    watched.voice.set_rate(1.25)
    watched.voice.speak(Utterance("Hi", sound=Sound(Path("a.opus"), 0.0, 2.5)))
    silent(watched).advance(1.99)
    assert watched.of("finished") == []
    silent(watched).advance(0.02)
    assert len(watched.of("finished")) == 1
