"""What every voice must do: recorded, system and silent alike, and several as one."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from lesson_player.speech.utterance import Utterance
from tests.speech.conftest import TEXT, WatchedVoice, recorded


def turn_the_loop() -> None:
    for _ in range(50):
        QCoreApplication.processEvents()


def test_an_utterance_starts_tells_its_words_and_finishes(
    watched: WatchedVoice, utterance: Utterance
) -> None:
    watched.voice.speak(utterance)
    watched.until_over()
    turn_the_loop()

    assert [signal for signal, _ in watched.heard] == ["started", *["word"] * 4, "finished"]
    assert watched.of("word") == [(0, 4), (5, 5), (11, 3), (15, 3)]
    assert watched.of("started") == watched.of("finished") == [utterance]


def test_nothing_is_signalled_from_within_speak(watched: WatchedVoice, utterance: Utterance) -> None:
    watched.voice.speak(utterance)
    assert watched.heard == []
    assert watched.voice.utterance is utterance
    watched.until_over()
    assert watched.voice.utterance is None


def test_a_stopped_utterance_says_nothing_more(
    watched: WatchedVoice, utterance: Utterance, long_utterance: Utterance
) -> None:
    watched.voice.speak(long_utterance)
    watched.until(lambda: len(watched.of("word")) >= 2)
    watched.voice.stop()
    heard = [signal for signal, _ in watched.heard]
    assert watched.voice.utterance is None
    watched.voice.speak(utterance)
    watched.until_over()

    # A busy machine hears more than two words before it gets round to stopping.
    assert heard[:3] == ["started", "word", "word"]
    assert "finished" not in heard
    assert [signal for signal, _ in watched.heard[len(heard) :]] == ["started", *["word"] * 4, "finished"]


def test_stopping_before_the_first_sound(watched: WatchedVoice, utterance: Utterance) -> None:
    watched.voice.speak(utterance)
    watched.voice.stop()
    turn_the_loop()
    assert watched.heard == []
    watched.voice.speak(utterance)
    watched.until_over()
    assert [signal for signal, _ in watched.heard] == ["started", *["word"] * 4, "finished"]


def test_a_new_utterance_takes_the_place_of_the_one_before(
    watched: WatchedVoice, long_utterance: Utterance, sound_file: Path
) -> None:
    other = recorded(sound_file, 2.0, 2.2, "Biscuit sleeps")
    watched.voice.speak(long_utterance)
    watched.until(lambda: len(watched.of("word")) >= 1)
    watched.voice.speak(other)
    watched.until_over()
    turn_the_loop()

    assert watched.of("finished") == [other]
    assert watched.of("started") == [long_utterance, other]
    assert watched.of("word")[-2:] == [(0, 7), (8, 6)]


def test_two_asked_for_in_one_breath_give_the_second(
    watched: WatchedVoice, utterance: Utterance, sound_file: Path
) -> None:
    other = recorded(sound_file, 2.0, 2.2, "Biscuit sleeps")
    watched.voice.speak(utterance)
    watched.voice.speak(other)
    watched.until_over()
    assert watched.of("started") == watched.of("finished") == [other]


def test_the_next_may_be_asked_for_when_one_is_finished(watched: WatchedVoice, utterance: Utterance) -> None:
    again = [utterance, utterance]
    watched.voice.finished.connect(lambda _one: watched.voice.speak(again.pop()) if again else None)
    watched.voice.speak(utterance)
    watched.until_over(3)
    assert len(watched.of("started")) == 3
    assert len(watched.of("word")) == 12


def test_a_voice_can_be_stopped_by_whoever_hears_a_word(watched: WatchedVoice, utterance: Utterance) -> None:
    watched.voice.word.connect(lambda _at, _length: watched.voice.stop())
    watched.voice.speak(utterance)
    watched.until(lambda: bool(watched.of("word")))
    turn_the_loop()
    assert [signal for signal, _ in watched.heard] == ["started", "word"]


@pytest.mark.parametrize("text", ["", "  \n"])
def test_an_empty_text_fails_with_a_sentence(watched: WatchedVoice, text: str, sound_file: Path) -> None:
    empty = recorded(sound_file, 0.0, 0.2, text)
    watched.voice.speak(empty)
    watched.until_over()
    assert watched.of("failed") == [(empty, "There is nothing to read aloud.")]
    assert watched.voice.utterance is None


def test_rate_and_volume_are_held_within_bounds(watched: WatchedVoice) -> None:
    for asked, kept in ((0.1, 0.7), (0.9, 0.9), (4.0, 1.3)):
        watched.voice.set_rate(asked)
        assert watched.voice.rate == kept
    for wanted, held in ((-5, 0), (40, 40), (400, 100)):
        watched.voice.set_volume(wanted)
        assert watched.voice.volume == held


def test_rate_and_volume_can_be_changed_while_it_speaks(watched: WatchedVoice, utterance: Utterance) -> None:
    watched.voice.speak(utterance)
    watched.until(lambda: bool(watched.of("word")))
    watched.voice.set_rate(0.7)
    watched.voice.set_volume(30)
    watched.until_over()
    assert [signal for signal, _ in watched.heard] == ["started", *["word"] * 4, "finished"]


def test_stopping_and_closing_a_silent_voice_is_harmless(watched: WatchedVoice, utterance: Utterance) -> None:
    watched.voice.stop()
    watched.voice.close()
    watched.voice.prepare(utterance)
    watched.voice.close()
    watched.voice.speak(utterance)
    watched.until_over()
    assert watched.of("finished") == [utterance]


def test_preparing_makes_no_sound_and_disturbs_none(watched: WatchedVoice, utterance: Utterance) -> None:
    watched.voice.prepare(utterance)
    turn_the_loop()
    assert watched.heard == []
    watched.voice.speak(utterance)
    watched.until(lambda: bool(watched.of("started")))
    watched.voice.prepare(recorded(Path("elsewhere.opus"), 0.0, 1.0, TEXT))
    watched.until_over()
    assert watched.of("finished") == [utterance]


def test_everything_comes_on_the_thread_of_the_voice(watched: WatchedVoice, utterance: Utterance) -> None:
    watched.voice.speak(utterance)
    watched.until_over()
    assert watched.threads == {threading.get_ident()}


def test_closing_while_it_speaks_is_silent(watched: WatchedVoice, long_utterance: Utterance) -> None:
    watched.voice.speak(long_utterance)
    watched.until(lambda: bool(watched.of("word")))
    watched.voice.close()
    heard = len(watched.heard)
    turn_the_loop()
    assert len(watched.heard) == heard
