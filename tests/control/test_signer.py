"""The signer's window has the frames of the signed version, and only while there is a window."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.model.film import Signer
from lesson_player.playback.silent import HandClock
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.course import Course
from lesson_player.teaching.journal import Journal
from tests.control.conftest import course_with, seconds
from tests.support.hand_jobs import AtOnce
from tests.support.silent_pair import SilentPair
from tests.support.small_lesson import at_step

CUT = Signer(x=0.6, y=0.0, width=0.3, height=1.0)


def signed_course(folder: Path) -> Course:
    made = course_with(folder)
    loaded = made.bundle.films["small-film"]
    bsl = loaded.film.versions["bsl"].model_copy(update={"signer": CUT})
    film = loaded.film.model_copy(update={"versions": loaded.film.versions | {"bsl": bsl}})
    films = {"small-film": loaded.model_copy(update={"film": film})}
    return replace(made, bundle=made.bundle.model_copy(update={"films": films}))


@pytest.fixture
def player(qtbot: QtBot) -> SilentPair:
    return SilentPair(HandClock(), seconds)


@pytest.fixture
def controller(player: SilentPair, tmp_path: Path, film_folder: Path) -> Iterator[TeachingController]:
    made = signed_course(film_folder)
    keeper = PlaceKeeper(made, Journal(tmp_path / "places"), "key", JobRunner(AtOnce()))
    pictures = PictureStore(lambda _id: None)
    teaching = TeachingController(made, at_step(made, "watch"), player, pictures, keeper)
    teaching.begin()
    player.advance(0)
    yield teaching
    teaching.end()


def test_frames_of_the_signed_version_come_with_the_window(
    controller: TeachingController, player: SilentPair
) -> None:
    told: list[None] = []
    controller.signer_frame_changed.connect(lambda: told.append(None))
    assert controller.run("next")
    player.advance(0.6)
    assert (controller.signer_frame, told) == (None, [])
    assert controller.run("signer-place")
    player.advance(0.2)
    assert controller.signer_frame is not None
    assert told
    assert controller.frame is not None
    film = controller.view.class_view.film
    assert film is not None
    assert film.signer is not None
    assert film.signer.cut == CUT


def test_without_the_window_they_go_away(controller: TeachingController, player: SilentPair) -> None:
    controller.run("next")
    for _ in range(5):
        assert controller.run("signer-place")
        player.advance(0.4)
    assert controller.signer_frame is None


def test_size_is_asked_for_only_while_there_is_a_window(controller: TeachingController) -> None:
    assert not controller.run("signer-size")
    controller.run("signer-place")
    assert controller.run("signer-size")


def test_a_signed_version_that_is_lost_is_told(controller: TeachingController, player: SilentPair) -> None:
    controller.run("signer-place")
    player.companion_lost.emit("The BSL film stopped. The film goes on without it.")
    assert "The BSL film stopped. The film goes on without it." in controller.view.messages
