from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.playback.engines import Engine, choose_engine
from lesson_player.playback.frame import Frame
from lesson_player.playback.probe import SampleFailure, plays_for, sample_frames
from tests.playback.conftest import FILM
from tests.support.numbered_film import read_number


def test_samples_are_the_frames_at_those_times(decoder: Engine, film_path: Path) -> None:
    times = [0.0, 3.0, 1.48]
    found = sample_frames(decoder, film_path, times)
    assert all(isinstance(sample, Frame) for sample in found)
    slack = 1 if decoder.key == "vlc" else 0
    for at_s, sample in zip(times, found, strict=True):
        assert isinstance(sample, Frame)
        assert abs(read_number(sample.image) - FILM.frame_at(at_s)) <= slack


def test_a_missing_film_gives_a_sentence_for_each_time(qapp: object, tmp_path: Path) -> None:
    found = sample_frames(choose_engine("silent"), tmp_path / "gone.webm", [0.0, 1.0])
    assert [sample.time_s for sample in found] == [0.0, 1.0]
    for sample in found:
        assert isinstance(sample, SampleFailure)
        assert "gone.webm" in sample.reason


def test_a_good_film_plays(decoder: Engine, film_path: Path) -> None:
    assert plays_for(decoder, film_path, 0.4) == ""


def test_a_bad_film_does_not_and_says_why(decoder: Engine, tmp_path: Path) -> None:
    path = tmp_path / "film.webm"
    path.write_bytes(b"\x1a\x45\xdf\xa3" + bytes(400))
    assert "film.webm" in plays_for(decoder, path, 0.4)


def test_time_that_runs_out_is_a_failure_and_not_a_wait(decoder: Engine, film_path: Path) -> None:
    found = sample_frames(decoder, film_path, [0.0, 1.0], timeout_s=0.0)
    assert all(isinstance(sample, SampleFailure) for sample in found)


def test_an_engine_that_is_not_whole_is_said_at_once(
    qapp: object, film_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    qt = choose_engine("qt")
    monkeypatch.setattr("PySide6.QtMultimedia.QMediaPlayer.isAvailable", lambda _player: False)
    assert "install Lesson Player again" in plays_for(qt, film_path, 0.4)
