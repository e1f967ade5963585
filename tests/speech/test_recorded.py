"""The recorded voice: stretches, their exact length, speed, and files that are no sounds."""

from __future__ import annotations

import shutil
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtMultimedia import QMediaPlayer

from lesson_player.speech.port import Voice
from lesson_player.speech.recorded import RecordedVoice
from lesson_player.speech.sound_file import sound_file_problem
from lesson_player.speech.utterance import Utterance
from tests.speech.conftest import SECONDS, WatchedVoice, recorded

WATCH = Callable[[Voice], WatchedVoice]


class Stopwatch:
    """Seconds between the start and the end of an utterance."""

    def __init__(self, voice: Voice) -> None:
        self.began = self.ended = 0.0
        voice.started.connect(lambda _one: setattr(self, "began", time.monotonic()))
        voice.finished.connect(lambda _one: setattr(self, "ended", time.monotonic()))

    @property
    def seconds(self) -> float:
        return self.ended - self.began


@pytest.fixture
def recording(watch: WATCH) -> WatchedVoice:
    return watch(RecordedVoice())


def spoken_in(watched: WatchedVoice, utterance: Utterance) -> float:
    stopwatch = Stopwatch(watched.voice)
    over = len(watched.of("finished")) + len(watched.of("failed")) + 1
    watched.voice.speak(utterance)
    watched.until_over(over)
    return stopwatch.seconds


def test_a_stretch_takes_as_long_as_it_is_and_is_not_cut_short(
    recording: WatchedVoice, sound_file: Path
) -> None:
    assert spoken_in(recording, recorded(sound_file, 0.5, 1.3)) >= 0.79


def test_nothing_plays_on_after_a_stop_or_behind_the_stretch(
    recording: WatchedVoice, sound_file: Path
) -> None:
    recording.voice.speak(recorded(sound_file, 0.5, 2.5))
    recording.until(lambda: bool(recording.of("word")))
    (player,) = recording.voice.findChildren(QMediaPlayer)
    playing = QMediaPlayer.PlaybackState.PlayingState
    states = [player.playbackState() is playing]
    recording.voice.stop()
    states.append(player.playbackState() is playing)
    spoken_in(recording, recorded(sound_file, 0.5, 0.7))
    states.append(player.playbackState() is playing)
    assert states == [True, False, False]


def test_faster_and_slower(recording: WatchedVoice, sound_file: Path) -> None:
    recording.voice.set_rate(0.7)
    slow = spoken_in(recording, recorded(sound_file, 0.5, 1.2))
    recording.voice.set_rate(1.3)
    fast = spoken_in(recording, recorded(sound_file, 0.5, 1.2))
    assert slow >= 0.99
    assert fast >= 0.53
    assert fast < slow


def test_without_an_end_it_speaks_to_the_end_of_the_file_and_can_do_so_again(
    recording: WatchedVoice, sound_file: Path
) -> None:
    first = spoken_in(recording, recorded(sound_file, SECONDS - 0.5, None))
    again = spoken_in(recording, recorded(sound_file, SECONDS - 0.5, None))
    after = spoken_in(recording, recorded(sound_file, 0.2, 0.5))
    assert first >= 0.4
    assert again >= 0.4
    assert after >= 0.29


def test_an_end_behind_the_end_of_the_file_is_its_end(recording: WatchedVoice, sound_file: Path) -> None:
    assert spoken_in(recording, recorded(sound_file, SECONDS - 0.4, SECONDS + 60.0)) >= 0.3


def test_one_file_after_another(recording: WatchedVoice, sound_file: Path, tmp_path: Path) -> None:
    other = tmp_path / "other.opus"
    shutil.copy(sound_file, other)
    for path in (sound_file, other, sound_file):
        spoken_in(recording, recorded(path, 0.0, 0.2))
    assert len(recording.of("finished")) == 3
    assert recording.of("failed") == []


def test_words_without_a_recording_cannot_be_spoken(recording: WatchedVoice) -> None:
    recording.voice.speak(Utterance("Maya draws."))
    recording.until_over()
    assert recording.of("failed") == [
        (Utterance("Maya draws."), "Nobody has recorded these words yet."),
    ]


def failure(watched: WatchedVoice, path: Path) -> str:
    utterance = recorded(path, 0.0, 0.2)
    watched.voice.speak(utterance)
    watched.until_over()
    (what,) = watched.of("failed")
    assert isinstance(what, tuple)
    assert what[0] == utterance
    return str(what[1])


def test_a_missing_file_is_one_sentence(recording: WatchedVoice, tmp_path: Path) -> None:
    assert failure(recording, tmp_path / "gone.opus").startswith("The recording gone.opus is missing.")


@pytest.mark.parametrize(
    "content",
    [
        b"#EXTM3U\nhttp://example.invalid/voice.opus\n",
        b"[playlist]\nFile1=http://example.invalid/\n",
        b"<?xml version='1.0'?><smil/>",
        b"ffconcat version 1.0\nfile /etc/passwd\n",
        b"plain words",
        b"",
    ],
)
def test_what_does_not_begin_as_a_sound_is_never_opened(
    recording: WatchedVoice, tmp_path: Path, content: bytes
) -> None:
    path = tmp_path / "voice.opus"
    path.write_bytes(content)
    assert "is not a sound" in failure(recording, path)


def test_a_file_that_only_begins_as_a_sound_fails_and_the_next_is_spoken(
    recording: WatchedVoice, tmp_path: Path, sound_file: Path
) -> None:
    path = tmp_path / "voice.opus"
    path.write_bytes(b"OggS" + bytes(400))
    assert "is not a sound" in failure(recording, path)
    spoken_in(recording, recorded(sound_file, 0.0, 0.2))
    assert recording.of("finished") == [recorded(sound_file, 0.0, 0.2)]


@given(start=st.binary(max_size=16))
def test_any_beginning_is_judged_without_an_error(
    start: bytes, tmp_path_factory: pytest.TempPathFactory
) -> None:
    path = tmp_path_factory.mktemp("sounds") / "a.opus"
    path.write_bytes(start)
    accepted = not sound_file_problem(path)
    assert accepted == (
        start.startswith((b"OggS", b"\x1a\x45\xdf\xa3", b"fLaC", b"ID3"))
        or (start[:4] == b"RIFF" and start[8:12] == b"WAVE")
        or start[4:8] == b"ftyp"
        or (len(start) > 1 and start[0] == 0xFF and start[1] >= 0xE0)
    )
