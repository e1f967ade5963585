"""Films that are still being copied while the lesson goes on."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control.director import FilmDirector
from lesson_player.playback.silent import HandClock
from lesson_player.teaching.course import Course
from tests.control.conftest import course_with, seconds
from tests.support.silent_pair import SilentPair
from tests.support.small_lesson import at_step


@pytest.fixture
def player(qtbot: QtBot) -> Iterator[SilentPair]:
    made = SilentPair(HandClock(), seconds)
    yield made
    made.close()


@pytest.fixture
def coming(film_folder: Path, tmp_path: Path) -> tuple[Course, dict[Path, Path]]:
    """A lesson whose films are to be in a folder, and are still somewhere else."""
    here = tmp_path / "here"
    here.mkdir()
    paths = {here / name: film_folder / name for name in ("film.webm", "bsl.webm")}
    return replace(course_with(here), coming=paths), paths


def test_a_film_is_read_where_it_is_until_it_has_come(
    player: SilentPair, coming: tuple[Course, dict[Path, Path]], film_folder: Path
) -> None:
    course, paths = coming
    director = FilmDirector(course, player)
    director.follow(at_step(course, "watch"))
    player.advance(0)
    assert player.state.path == film_folder / "film.webm"

    for here, there in [*paths.items()]:
        shutil.copyfile(there, here)
        del paths[here]
    director.follow(at_step(course, "watch"))
    assert player.state.path == film_folder / "film.webm", "it does not jump to another file in the middle"
    director.follow(at_step(course, "welcome"))
    director.follow(at_step(course, "watch"))
    player.advance(0)
    assert player.state.path == film_folder / "here" / "film.webm"
