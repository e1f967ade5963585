from __future__ import annotations

from pathlib import Path

import pytest

from lesson_player.formats.moment_times import read_moment_times


def written(folder: Path, text: str) -> Path:
    path = folder / "moments.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_times_are_read_as_seconds_or_as_a_player_shows_them(tmp_path: Path) -> None:
    path = written(tmp_path, "versions:\n  film: {start: 0, end: 1:05.5}\n  bsl: {start: 1.5, end: 70}\n")
    times, problems = read_moment_times(path)
    assert problems == ()
    assert times is not None
    assert times.versions == {"film": {"start": 0, "end": 65.5}, "bsl": {"start": 1.5, "end": 70}}


@pytest.mark.parametrize(
    "text", ["", "versions: soon", "versions: {film: {start: never}}", "film: {start: 0}", "[1, 2"]
)
def test_a_file_that_cannot_be_used_is_reported_with_its_place(tmp_path: Path, text: str) -> None:
    times, problems = read_moment_times(written(tmp_path, text))
    assert times is None
    assert problems[0].file == "moments.yaml"


def test_a_missing_file_is_reported(tmp_path: Path) -> None:
    times, problems = read_moment_times(tmp_path / "gone.yaml")
    assert times is None
    assert problems
