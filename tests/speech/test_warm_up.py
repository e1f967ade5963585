"""A sound output is opened unheard before the first word; at other speeds words are heard later."""

from __future__ import annotations

from pathlib import Path
from unittest.mock import create_autospec

import pytest
from PySide6.QtCore import QObject
from PySide6.QtMultimedia import QAudioOutput, QMediaPlayer
from pytestqt.qtbot import QtBot

from lesson_player.model.voice import WordTime
from lesson_player.speech import warm_up
from lesson_player.speech.recorded import behind_s, heard_at_s
from lesson_player.speech.utterance import FASTEST, SLOWEST, Sound
from lesson_player.speech.warm_up import WarmUp


def test_the_player_runs_unheard_once_and_is_stopped(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(warm_up, "_FOR_MS", 1)
    player, audio, owner = create_autospec(QMediaPlayer), create_autospec(QAudioOutput), QObject()
    made = WarmUp(owner)
    assert made.needed
    with qtbot.waitSignal(made.done):
        made.run(player, audio)
        assert made.running
    audio.setVolume.assert_called_once_with(0.0)
    player.play.assert_called_once_with()
    player.stop.assert_called_once_with()
    assert (made.needed, made.running) == (False, False)


def test_a_voice_that_is_closed_meanwhile_is_left_alone(qtbot: QtBot) -> None:
    player, owner = create_autospec(QMediaPlayer), QObject()
    made = WarmUp(owner)
    made.run(player, create_autospec(QAudioOutput))
    made.stop()
    assert not made.running
    player.stop.assert_not_called()


def test_at_the_usual_speed_nothing_is_behind_and_at_others_half_a_block_twice() -> None:
    assert behind_s(1.0) == 0.0
    assert behind_s(SLOWEST) / SLOWEST == pytest.approx(0.146, abs=0.001), "seconds of time"
    assert behind_s(FASTEST) / FASTEST == pytest.approx(0.106, abs=0.001)


def test_a_word_of_a_stretch_is_heard_where_it_stands_in_the_file() -> None:
    word = WordTime(word="one", start=0.5, end=1.0, at=0)
    assert heard_at_s(Sound(Path("a.opus"), 2.0), word, 1.0) == 2.5
    assert heard_at_s(Sound(Path("a.opus"), 2.0), word, 0.7) == pytest.approx(2.602)
