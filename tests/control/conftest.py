"""A lesson being taught, with a silent player and jobs that a test turns by hand."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.playback.silent import FilmFacts, HandClock
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.course import Course
from lesson_player.teaching.journal import Journal
from tests.support.hand_jobs import HandExecutor
from tests.support.silent_pair import SilentPair
from tests.support.small_lesson import at_step, bundle, course, loaded_film


@dataclass
class Desk:
    course: Course
    controller: TeachingController
    player: SilentPair
    journal: Journal
    executor: HandExecutor
    clock: HandClock

    def press(self, *commands: str) -> None:
        for command in commands:
            assert self.controller.run(command), command
            self.player.advance(0)


def seconds(path: Path) -> FilmFacts:
    return FilmFacts(duration_s=16.0 if path.name.startswith("bsl") else 10.0)


@pytest.fixture
def film_folder(tmp_path: Path) -> Path:
    for name in ("film.webm", "bsl.webm"):
        (tmp_path / name).write_bytes(b"\x1a\x45\xdf\xa3 not read by the silent player")
    return tmp_path


@pytest.fixture
def desk(qtbot: QtBot, tmp_path: Path, film_folder: Path) -> Iterator[Desk]:
    made = course_with(film_folder)
    executor = HandExecutor()
    clock = HandClock()
    player = SilentPair(clock, seconds)
    journal = Journal(tmp_path / "places")
    keeper = PlaceKeeper(made, journal, "key", JobRunner(executor))
    controller = TeachingController(
        made, at_step(made, "watch"), player, PictureStore(lambda _id: None), keeper
    )
    controller.begin()
    player.advance(0)
    yield Desk(made, controller, player, journal, executor, clock)
    # On a busy machine the keeper's time is up meanwhile: its job waits to be turned, and the end for it.
    executor.turn()
    controller.end()


def course_with(folder: Path) -> Course:
    """The small lesson with its films in *folder*."""
    made = course()
    films = {"small-film": loaded_film(folder)}
    return Course(
        bundle=bundle().model_copy(update={"films": films}),
        lesson=made.lesson,
        wording=made.wording,
        version_title="As written",
        pages=made.pages,
    )
