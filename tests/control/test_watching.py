"""The director makes the player do what the tools for watching closely ask for."""

from __future__ import annotations

from itertools import pairwise

import pytest

from lesson_player.playback.state import Status
from tests.control.conftest import Desk


@pytest.fixture
def playing(desk: Desk) -> Desk:
    """A desk whose film has played for a second."""
    desk.press("next")
    desk.player.advance(1.0)
    return desk


@pytest.mark.parametrize(("from_s", "to_s"), [(1.0, 2.0), (3.5, 4.5)], ids=["plain", "through a pause"])
def test_a_part_goes_round_until_it_is_told_not_to(playing: Desk, from_s: float, to_s: float) -> None:
    for at_s in (from_s, to_s):
        playing.controller.seek_film(at_s)
        playing.press("repeat")
    seen = []
    for _ in range(60):
        playing.player.advance(0.04)
        seen.append(playing.player.position_s)
        assert playing.player.state.status is Status.PLAYING
    assert min(seen) == pytest.approx(from_s, abs=0.041)
    assert max(seen) == pytest.approx(to_s, abs=0.041)
    assert sum(later < sooner for sooner, later in pairwise(seen)) == 2
    playing.press("repeat")
    playing.controller.seek_film(to_s + 0.2)
    playing.player.advance(0.6)
    assert playing.player.position_s > to_s + 0.5


def test_speed_is_the_players_and_stays_for_the_next_film(playing: Desk) -> None:
    playing.press("slower", "slower")
    assert playing.player.state.rate == 0.75
    start_s = playing.player.position_s
    playing.player.advance(1.0)
    assert playing.player.position_s - start_s == pytest.approx(0.75, abs=0.05)
    playing.controller.go_to(1)
    playing.controller.go_to(5)
    playing.player.advance(0)
    assert playing.player.state.rate == 0.75
    playing.press("usual-speed")
    assert playing.player.state.rate == 1.0


def test_frames_are_stepped_one_at_a_time_and_the_lesson_stands_there(playing: Desk) -> None:
    playing.press("play")
    start_s = playing.controller.state.film.at_s
    for command, frames in (("frame-on", 1), ("frame-on", 2), ("frame-back", 1), ("frame-back", 0)):
        playing.press(command)
        playing.player.advance(0)
        at_s = playing.controller.state.film.at_s
        assert at_s == pytest.approx(start_s + frames / 25, abs=0.02)
        assert playing.player.position_s == pytest.approx(at_s, abs=0.021)
    playing.press("play")
    playing.player.advance(0.4)
    assert playing.player.position_s == pytest.approx(start_s + 0.4, abs=0.06)


def test_stepped_frames_are_forgotten_when_the_film_is_sent_elsewhere(playing: Desk) -> None:
    playing.press("play", "frame-on", "frame-on")
    playing.controller.seek_film(2.0)
    playing.player.advance(0)
    playing.controller.go_to(1)
    playing.controller.go_to(5)
    playing.player.advance(0)
    assert playing.player.position_s == pytest.approx(0.0)


def test_a_chapter_is_gone_to_while_the_film_plays(playing: Desk) -> None:
    playing.press("chapter-next")
    playing.player.advance(0.2)
    assert playing.player.state.status is Status.PLAYING
    assert playing.player.position_s == pytest.approx(4.2, abs=0.08)


def test_both_versions_are_equally_loud(playing: Desk) -> None:
    film = playing.course.bundle.films["small-film"].film
    for name, lufs in (("film", -14.0), ("bsl", -23.0)):
        version = film.versions[name].model_copy(update={"loudness": lufs})
        film.versions[name] = version
    playing.controller.set_volume(70)
    louder = playing.player.state.volume
    playing.press("version")
    assert louder == 50
    assert playing.player.state.volume == 70
