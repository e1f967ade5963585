"""What every film engine must do, silent, libVLC and Qt Multimedia alike."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication

from lesson_player.playback.state import Status
from tests.playback.conftest import FILM
from tests.support.watched_player import WatchedPlayer

MAY_BE_LOST = 12
"""Frames that a busy machine may leave out in a row; engines drop those that come too late."""


def test_opening_shows_the_first_frame_and_rests(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path)
    watched.until_status(Status.RESTING)
    assert watched.shows(0)
    assert watched.statuses == [Status.OPENING, Status.RESTING]
    assert watched.player.position_s == 0.0


def test_opening_tells_length_and_size(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path)
    watched.until_status(Status.RESTING)
    state = watched.player.state
    assert state.duration_s == pytest.approx(FILM.seconds, abs=0.1)
    assert (state.width, state.height) == (FILM.width, FILM.height)
    assert state.has_sound


@pytest.mark.parametrize("at_s", [1.0, 2.52, 4.8])
def test_opening_at_a_time_shows_the_frame_there(
    watched: WatchedPlayer, film_path: Path, at_s: float
) -> None:
    watched.player.open(film_path, at_s)
    watched.until_status(Status.RESTING)
    assert watched.shows(FILM.frame_at(at_s))
    assert watched.player.position_s == pytest.approx(at_s, abs=0.001)


def test_opening_behind_the_end_shows_one_of_the_last_frames(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path, 99.0)
    watched.until_status(Status.RESTING)
    assert watched.number_on_show() >= FILM.frames - 15


def test_playing_goes_on_from_there(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path, 2.0)
    watched.until_status(Status.RESTING)
    watched.player.play()
    watched.until(lambda: max(watched.numbers) >= 65)
    assert watched.status is Status.PLAYING
    assert watched.numbers == sorted(watched.numbers)
    assert abs(min(watched.numbers) - 50) <= watched.slack
    assert abs(watched.dated_ahead_s()) <= 0.1


def test_play_asked_while_opening_is_remembered(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path)
    watched.player.play()
    watched.until(lambda: max(watched.numbers, default=0) >= 5)
    assert watched.status is Status.PLAYING


def test_pausing_holds_picture_and_time(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path)
    watched.player.play()
    watched.until_frames(10)
    watched.player.pause()
    shown, at_s = watched.number_on_show(), watched.player.position_s
    other = watched.player.state
    for _ in range(50):
        QCoreApplication.processEvents()
    assert watched.number_on_show() == shown
    assert watched.player.position_s == at_s
    assert watched.player.state is other
    watched.player.play()
    watched.until(lambda: watched.number_on_show() >= shown + 3)
    after = next(number for number in watched.numbers if number > shown)
    assert after <= shown + MAY_BE_LOST


def test_pause_point_rests_on_its_own_frame(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path, 0.4)
    watched.until_status(Status.RESTING)
    for at_s in (0.8, 1.4, 1.93):
        watched.player.set_pause_point(at_s)
        watched.player.play()
        watched.until_pause_at(at_s)
        assert watched.status is Status.RESTING
        assert watched.player.position_s == at_s
        assert FILM.frame_at(at_s) - MAY_BE_LOST <= watched.number_on_show() <= FILM.frame_at(at_s) + 1
        assert max(watched.numbers) <= FILM.frame_at(at_s) + 1
    assert watched.pauses == [0.8, 1.4, 1.93]


def test_playing_on_from_a_pause_point_does_not_jump(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path)
    watched.player.set_pause_point(0.6)
    watched.player.play()
    watched.until(lambda: bool(watched.pauses))
    shown = watched.number_on_show()
    watched.player.play()
    watched.until(lambda: watched.number_on_show() >= shown + 5)
    after = next(number for number in watched.numbers if number > shown)
    assert after <= shown + MAY_BE_LOST
    assert watched.pauses == [0.6]


def test_a_pause_point_behind_the_film_is_ignored(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path, 2.0)
    watched.player.set_pause_point(1.0)
    watched.player.play()
    watched.until(lambda: watched.number_on_show() >= 60)
    assert watched.pauses == []


@pytest.mark.parametrize("at_s", [3.6, 0.52, 0.0])
def test_seeking_while_resting_shows_the_frame_there(
    watched: WatchedPlayer, film_path: Path, at_s: float
) -> None:
    watched.player.open(film_path, 2.0)
    watched.until_status(Status.RESTING)
    watched.player.seek(at_s)
    watched.until(lambda: watched.shows(FILM.frame_at(at_s)))
    assert watched.player.position_s == pytest.approx(at_s, abs=0.001)
    watched.until_status(Status.RESTING)
    watched.player.play()
    watched.until(lambda: watched.shows(FILM.frame_at(at_s) + 4))


def test_seeking_while_playing_plays_on_from_there(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path)
    watched.player.play()
    watched.until_frames(3)
    watched.player.seek(4.0)
    watched.until(lambda: watched.number_on_show() >= 100)
    assert watched.status is Status.PLAYING
    assert min(number for number in watched.numbers if number >= 60) <= 100 + MAY_BE_LOST
    watched.until(lambda: watched.number_on_show() >= 110)


def test_a_rest_on_the_way_to_a_place_rests_at_that_place(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path)
    watched.player.play()
    watched.until_frames(3)
    watched.player.seek(4.0)
    assert watched.player.stands_s == 4.0
    watched.player.pause()
    assert (watched.status, watched.player.position_s) == (Status.RESTING, 4.0)
    watched.until(lambda: watched.player.frame_is_current)
    assert watched.shows(100)
    assert watched.player.position_s == 4.0
    watched.player.play()
    watched.until(lambda: watched.number_on_show() >= 105)
    assert watched.player.stands_s > 4.0


def test_the_end_holds_the_last_frame(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path, 5.2)
    watched.player.play()
    watched.until_status(Status.ENDED)
    assert watched.ends == 1
    assert watched.number_on_show() >= FILM.frames - MAY_BE_LOST
    assert watched.player.position_s == pytest.approx(FILM.seconds, abs=0.1)
    assert watched.sentences == []


def test_after_the_end_play_begins_again_and_seek_goes_back(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path, 5.6)
    watched.player.play()
    watched.until_status(Status.ENDED)
    watched.player.seek(1.0)
    watched.until_status(Status.RESTING)
    assert watched.shows(25)
    watched.player.seek(5.8)
    watched.player.play()
    watched.until(lambda: watched.ends == 2)
    watched.player.play()
    watched.until(lambda: 2 <= watched.number_on_show() < 50)
    assert watched.status is Status.PLAYING


def test_volume_and_mute_are_kept_from_film_to_film(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.set_volume(140)
    assert watched.player.state.volume == 100
    watched.player.set_volume(35)
    watched.player.set_muted(True)
    watched.player.open(film_path)
    watched.until_status(Status.RESTING)
    assert (watched.player.state.volume, watched.player.state.muted) == (35, True)
    watched.player.set_muted(False)
    watched.player.open(film_path, 1.0)
    watched.until_status(Status.RESTING)
    assert (watched.player.state.volume, watched.player.state.muted) == (35, False)


def test_a_slower_film_takes_longer(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.set_rate(0.5)
    watched.player.open(film_path)
    watched.until_status(Status.RESTING)
    watched.player.play()
    watched.until(lambda: watched.number_on_show() >= 12)
    assert watched.player.state.rate == 0.5
    assert abs(watched.dated_ahead_s()) <= 0.1


def test_another_film_may_follow_at_once(
    watched: WatchedPlayer, film_path: Path, reordered_film_path: Path
) -> None:
    watched.player.open(film_path)
    watched.player.open(reordered_film_path, 1.0)
    watched.player.open(film_path, 3.0)
    watched.until_status(Status.RESTING)
    assert watched.player.state.path == film_path
    assert watched.shows(75)
    assert len(watched.numbers) == 1


def test_two_players_live_side_by_side(watch: object, engine: object, film_path: Path) -> None:
    one, two = watch(engine), watch(engine)  # type: ignore[operator]
    one.player.open(film_path, 1.0)
    two.player.open(film_path, 3.0)
    one.until_status(Status.RESTING)
    two.until_status(Status.RESTING)
    assert one.shows(25)
    assert two.shows(75)
    one.player.play()
    one.until(lambda: one.number_on_show() >= 30)
    assert two.shows(75)


def test_closing_lets_go_of_everything(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path)
    watched.player.play()
    watched.until_frames(3)
    watched.player.close()
    came = len(watched.numbers)
    for _ in range(50):
        QCoreApplication.processEvents()
    assert watched.status is Status.EMPTY
    assert watched.player.frame is None
    assert len(watched.numbers) == came


def test_everything_comes_on_the_thread_of_the_player(watched: WatchedPlayer, film_path: Path) -> None:
    watched.player.open(film_path, 5.4)
    watched.player.set_pause_point(5.6)
    watched.player.play()
    watched.until(lambda: bool(watched.pauses))
    watched.player.play()
    watched.until_status(Status.ENDED)
    watched.player.open(film_path.with_name("missing.webm"))
    watched.until(lambda: bool(watched.sentences))
    assert watched.threads == {threading.get_ident()}


def test_pictures_do_not_change_while_they_are_held(watched: WatchedPlayer, film_path: Path) -> None:
    held = []
    watched.player.frame_ready.connect(lambda frame: held.append((frame, frame.image, frame.image.copy())))
    watched.player.open(film_path)
    watched.player.play()
    watched.until(lambda: len(held) >= 6)
    watched.player.pause()
    assert all(image == copy for _, image, copy in held)
