from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control.keeper import PlaceKeeper
from lesson_player.control.teaching import TeachingController
from lesson_player.desktop.jobs import JobRunner
from lesson_player.playback.silent import HandClock
from lesson_player.playback.state import Status
from lesson_player.rendering.pictures import PictureStore
from lesson_player.teaching.journal import Journal, carry_on
from lesson_player.teaching.state import FilmStatus
from tests.control.conftest import Desk, course_with, seconds
from tests.support.hand_jobs import HandExecutor
from tests.support.silent_pair import SilentPair
from tests.support.small_lesson import MOMENTS, at_step


def test_the_film_is_open_at_its_first_frame_before_it_is_played(desk: Desk) -> None:
    assert desk.player.state.status is Status.RESTING
    assert desk.controller.frame is not None
    assert desk.player.position_s == pytest.approx(0.0)


def test_next_plays_and_the_film_rests_at_the_pause_with_its_question(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(5.0)

    film = desk.controller.view.class_view.film
    assert desk.player.state.status is Status.RESTING
    assert desk.player.position_s == pytest.approx(MOMENTS["clue"], abs=0.04)
    assert film is not None
    assert film.prompt is not None
    assert desk.controller.state.film.at_s == MOMENTS["clue"]


def test_captions_come_and_go_with_the_frames(desk: Desk) -> None:
    seen = []
    desk.controller.view_changed.connect(
        lambda view: seen.append([cue.text for cue in view.class_view.film.cues])
    )
    desk.press("next")
    desk.player.advance(3.0)

    assert [words for words in seen if words] == [["Words at 1.0"]]
    assert seen[-1] == []


def test_the_film_plays_to_the_end_of_its_part(desk: Desk) -> None:
    desk.press("next", "next", "next", "next", "next", "next")
    desk.player.advance(4.0)

    assert desk.controller.state.film.at_s == MOMENTS["end"]
    film = desk.controller.view.class_view.film
    assert film is not None
    assert film.status == "resting"
    desk.press("next")
    assert desk.controller.view.step_title == "Talk"
    assert desk.player.state.status is Status.EMPTY
    assert desk.controller.frame is None


def test_swapping_opens_the_other_version_at_the_same_moment_and_plays_on(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(2.0)
    desk.press("version")
    desk.player.advance(0.2)

    assert desk.player.state.status is Status.PLAYING
    assert desk.player.position_s == pytest.approx(3.2, abs=0.1)
    desk.player.advance(4.0)
    assert desk.controller.state.film.at_s == 6.0, "the pause of the BSL version"


def test_hiding_rests_the_film_and_play_goes_on_from_there(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(2.0)
    desk.press("hide")
    desk.player.advance(3.0)

    assert desk.player.state.status is Status.RESTING
    assert desk.player.position_s == pytest.approx(2.0, abs=0.05)
    desk.press("hide", "play")
    desk.player.advance(1.0)
    assert desk.player.position_s == pytest.approx(3.0, abs=0.05)


def test_volume_and_mute_reach_the_player(desk: Desk) -> None:
    desk.press("quieter", "mute")

    assert desk.player.state.volume == 70
    assert desk.player.state.muted
    desk.press("louder")
    assert not desk.player.state.muted


def test_back_and_seek_move_the_player(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(3.0)
    desk.controller.seek_film(1.5)
    desk.player.advance(0)
    assert desk.player.position_s == pytest.approx(1.5, abs=0.05)
    desk.press("back")
    assert desk.player.position_s == pytest.approx(0.0, abs=0.05)
    assert desk.player.state.status is Status.RESTING


def test_a_film_that_dies_tells_the_teacher_alone(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(2.0)
    before = desk.controller.frame
    desk.player.failed.emit("The film stopped at 0:02.")

    view = desk.controller.view
    assert view.messages == ("The film stopped at 0:02.",)
    assert "stopped" not in view.class_view.model_dump_json()
    assert desk.controller.frame is before, "the last frame is kept"
    assert desk.controller.state.film.status is FilmStatus.FAILED
    desk.press("next")
    assert desk.controller.view.step_title == "Talk"


def test_a_film_that_died_is_tried_again_where_it_stopped(desk: Desk) -> None:
    desk.press("next")
    desk.player.advance(2.0)
    desk.controller._tick()
    desk.player.failed.emit("The film stopped at 0:02.")
    desk.press("play")
    desk.player.advance(1.0)

    assert desk.controller.view.messages == ()
    assert desk.player.position_s == pytest.approx(3.0, abs=0.1)


def test_a_disabled_or_unknown_command_does_nothing(desk: Desk) -> None:
    before = desk.controller.state
    assert not desk.controller.run("no-such-command")
    desk.controller.go_to(1)
    assert not desk.controller.run("back")
    assert not desk.controller.run("play"), "there is no film in this step"
    desk.controller.go_to(5)
    assert desk.controller.state.step == before.step


def test_commands_that_ask_for_a_window_only_ask(desk: Desk, qtbot: QtBot) -> None:
    before = desk.controller.state
    for name in ("end", "keys", "disclosure"):
        with qtbot.waitSignal(desk.controller.wanted) as asked:
            assert desk.controller.run(name)
        assert asked.args == [name]
    assert desk.controller.state == before


def test_the_place_is_written_soon_after_a_move(desk: Desk, qtbot: QtBot) -> None:
    desk.controller.go_to(3)
    qtbot.waitUntil(lambda: bool(desk.executor.waiting))
    desk.executor.turn()

    place = desk.journal.place("key")
    assert place is not None
    assert place.step_title == "Our rules"


def test_ending_early_keeps_the_place_and_ending_at_the_end_keeps_that_it_was_taught(
    qtbot: QtBot, tmp_path: Path, film_folder: Path
) -> None:
    early = _teach_and_end(tmp_path, film_folder, lambda desk: desk.go_to(3))
    assert early.place("key") is not None
    assert early.finished() == ()
    late = _teach_and_end(tmp_path, film_folder, lambda desk: desk.run("last"))
    assert late.place("key") is None
    assert [place.key for place in late.finished()] == ["key"]


def _teach_and_end(tmp_path: Path, folder: Path, go: Callable[[TeachingController], object]) -> Journal:
    made = course_with(folder)
    journal = Journal(tmp_path / "places")
    keeper = PlaceKeeper(made, journal, "key", JobRunner(HandExecutor()))
    player = SilentPair(HandClock(), seconds)
    controller = TeachingController(
        made, at_step(made, "rules"), player, PictureStore(lambda _id: None), keeper
    )
    controller.begin()
    go(controller)
    controller.end()
    return journal


def test_a_full_disk_is_told_once_and_the_lesson_goes_on(
    qtbot: QtBot, desk: Desk, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def full(*_args: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Journal, "keep", full)
    for step in (2, 3, 4):
        desk.controller.go_to(step)
        qtbot.waitUntil(lambda: bool(desk.executor.waiting))
        desk.executor.turn()
        qtbot.waitUntil(lambda: not desk.controller._keeper._busy)

    assert desk.controller.view.step_title == "Words we need"
    told = [message for message in desk.controller.view.messages if "cannot be saved" in message]
    assert len(told) == 1
    assert [record.name for record in caplog.records] == ["lesson_player.control.keeper"]


def test_a_kept_place_is_taught_on(desk: Desk, qtbot: QtBot) -> None:
    desk.press("next")
    desk.player.advance(2.0)
    desk.controller._tick()
    qtbot.waitUntil(lambda: bool(desk.executor.waiting))
    desk.executor.turn()
    place = desk.journal.place("key")

    assert place is not None
    state = carry_on(desk.course, place)
    assert state.film.at_s == pytest.approx(2.0, abs=0.1)
    assert state.film.status is FilmStatus.RESTING
