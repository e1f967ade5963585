"""Two versions as one player: what the shown one says, the other one's place, and the swap."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.playback.frame import Frame
from lesson_player.playback.pair import OtherVersion
from lesson_player.playback.silent import FilmFacts, HandClock, SilentDriver
from lesson_player.playback.state import PlayerState, Status
from lesson_player.playback.story_map import StoryMap
from tests.support.silent_pair import SilentPair

KNOTS = ((0.0, 0.0), (4.0, 5.0), (8.0, 5.0), (10.0, 15.0), (20.0, 24.0))
"""A scene that is slower in the other version, one that it leaves out, one five times as long, a quicker
one."""
THERE = StoryMap(KNOTS)
BACK = StoryMap(((0.0, 0.0), (5.0, 4.0), (15.0, 10.0), (24.0, 20.0)))


@pytest.fixture
def films(tmp_path: Path) -> tuple[Path, Path]:
    paths = (tmp_path / "film.webm", tmp_path / "bsl.webm")
    for path in paths:
        path.write_bytes(b"\x1a\x45\xdf\xa3 not read by the silent player")
    return paths


@pytest.fixture
def pair(qtbot: QtBot, films: tuple[Path, Path]) -> Iterator[SilentPair]:
    def probe(path: Path) -> FilmFacts:
        return FilmFacts(duration_s=24.0 if path == films[1] else 20.0)

    made = SilentPair(HandClock(), probe)
    made.open(films[0], 1.0, OtherVersion(films[1], THERE, BACK))
    made.advance(0.4)
    yield made
    made.close()


def test_the_other_version_is_opened_only_after_the_first_picture(
    qtbot: QtBot, films: tuple[Path, Path]
) -> None:
    made = SilentPair(HandClock(), lambda _path: FilmFacts())
    made.open(films[0], 1.0, OtherVersion(films[1], THERE, BACK))
    made.advance(0.12)
    assert len(made.players) == 1
    made.advance(0.2)
    assert made.can_swap
    made.close()


def test_a_film_with_one_version_opens_nothing_else(qtbot: QtBot, films: tuple[Path, Path]) -> None:
    made = SilentPair(HandClock(), lambda _path: FilmFacts())
    made.open(films[0])
    made.play()
    made.advance(3.0)
    assert len(made.players) == 1
    assert not made.swap(1.0)
    assert made.state.path == films[0]
    assert made.drift_s is None
    made.close()


def test_at_rest_the_other_version_is_parked_on_the_same_moment(pair: SilentPair) -> None:
    assert pair.second.position_s == pytest.approx(1.25)
    pair.seek(3.2)
    pair.settle()
    assert pair.second.position_s == pytest.approx(4.0)
    assert pair.drift_s == pytest.approx(0.0)


def test_playing_it_plays_along_at_the_pace_of_the_story(pair: SilentPair) -> None:
    pair.play()
    pair.advance(1.5)
    assert pair.second.state.rate == pytest.approx(1.25, abs=0.01)
    assert pair.second.position_s == pytest.approx(THERE.at(pair.position_s), abs=0.03)
    pair.set_rate(0.5)
    pair.advance(1.0)
    assert pair.second.state.rate == pytest.approx(0.625, abs=0.01)
    assert pair.second.position_s == pytest.approx(THERE.at(pair.position_s), abs=0.03)


def test_where_it_stands_still_it_waits_and_is_released_at_the_right_moment(pair: SilentPair) -> None:
    pair.seek(3.0)
    pair.play()
    pair.advance(2.0)
    assert [player.state.status for player in pair.players] == [Status.PLAYING, Status.RESTING]
    assert pair.second.position_s == pytest.approx(5.0)
    pair.advance(4.0)
    assert pair.second.position_s == pytest.approx(15.0), "a scene too fast for any speed"
    pair.advance(2.0)
    assert pair.second.state.status is Status.PLAYING
    assert pair.second.position_s == pytest.approx(THERE.at(pair.position_s), abs=0.03)


def test_a_swap_shows_the_other_picture_at_once(pair: SilentPair, films: tuple[Path, Path]) -> None:
    shown, states = list[Frame](), list[PlayerState]()
    pair.frame_ready.connect(shown.append)
    pair.state_changed.connect(states.append)
    assert pair.swap(1.25)
    assert [frame.time_s for frame in shown] == [pytest.approx(1.24, abs=0.04)]
    assert states[-1].path == films[1] == pair.state.path
    assert pair.state.status is Status.RESTING
    assert pair.second.position_s == pytest.approx(1.0)


@pytest.mark.parametrize("playing", [False, True])
def test_fifty_swaps_leave_it_where_it_was(pair: SilentPair, playing: bool) -> None:
    pair.seek(10.5)
    pair.settle()
    if playing:
        pair.play()
        pair.set_rate(0.5)
    maps = [THERE, BACK]
    for count in range(50):
        before_s = pair.position_s
        at_s = maps[count % 2].at(before_s)
        assert pair.swap(at_s)
        # Swaps this quick leave no time to correct what the last one left: two frames, and never more.
        assert pair.position_s == pytest.approx(at_s, abs=0.08 if playing else 0.001)
        pair.advance(0.28)
    assert pair.state.status is (Status.PLAYING if playing else Status.RESTING)
    went_on_s = 50 * 0.28 * 0.5 if playing else 0.0
    assert pair.position_s == pytest.approx(10.5 + went_on_s, abs=0.8 if playing else 0.001)


def test_a_swap_while_it_waits_plays_on_from_the_moment(pair: SilentPair) -> None:
    pair.seek(3.5)
    pair.play()
    pair.advance(2.0)
    assert pair.swap(5.0)
    pair.advance(1.0)
    assert pair.state.status is Status.PLAYING
    assert pair.position_s == pytest.approx(6.0, abs=0.1)


def test_a_swap_that_is_asked_for_elsewhere_goes_there(pair: SilentPair) -> None:
    assert pair.swap(9.0)
    pair.advance(0)
    assert pair.position_s == 9.0


def test_only_the_shown_version_speaks(pair: SilentPair) -> None:
    ends, pauses, states = list[bool](), list[float](), list[PlayerState]()
    pair.ended.connect(lambda: ends.append(True))
    pair.pause_reached.connect(pauses.append)
    pair.seek(18.0)
    pair.set_pause_point(19.0)
    pair.state_changed.connect(states.append)
    pair.play()
    pair.advance(1.5)
    assert pauses == [19.0]
    pair.play()
    pair.advance(2.0)
    assert ends == [True]
    assert {state.path for state in states} == {pair.state.path}


def test_the_pause_point_does_not_stop_the_version_that_was_left(pair: SilentPair) -> None:
    pair.set_pause_point(2.0)
    pair.play()
    pair.advance(0.4)
    pair.swap(THERE.at(pair.position_s))
    rests: list[float] = []
    pair.second.pause_reached.connect(rests.append)
    pair.advance(2.0)
    assert rests == []
    assert pair.state.status is Status.PLAYING
    assert pair.second.state.status is Status.PLAYING


def test_a_pause_point_rests_both(pair: SilentPair) -> None:
    pair.set_pause_point(2.0)
    pair.play()
    pair.advance(2.0)
    assert (pair.state.status, pair.second.state.status) == (Status.RESTING, Status.RESTING)
    pair.settle()
    assert pair.second.position_s == pytest.approx(2.5)


@pytest.mark.parametrize("exact", [True, False])
def test_it_stays_where_it_came_to_rest_if_a_seek_would_be_less_exact(
    pair: SilentPair, monkeypatch: pytest.MonkeyPatch, exact: bool
) -> None:
    monkeypatch.setattr(SilentDriver, "lands_exactly", exact)
    pair.play()
    pair.advance(1.0)
    pair.pause()
    came_to_s = pair.second.position_s
    pair.settle()
    assert pair.second.position_s == (THERE.at(pair.position_s) if exact else came_to_s)
    pair.seek(3.0)
    pair.settle()
    assert pair.second.position_s == THERE.at(3.0)


def test_pictures_of_both_come_when_they_are_asked_for(pair: SilentPair) -> None:
    others: list[Frame] = []
    pair.companion_frame_ready.connect(others.append)
    pair.play()
    pair.advance(0.5)
    assert others == []
    pair.show_both(True)
    assert len(others) == 1
    pair.advance(0.5)
    assert len(others) > 10
    assert pair.companion_frame is others[-1]


def test_losing_the_other_version_does_not_stop_the_film(pair: SilentPair, films: tuple[Path, Path]) -> None:
    lost: list[str] = []
    failed: list[str] = []
    pair.companion_lost.connect(lost.append)
    pair.failed.connect(failed.append)
    pair.play()
    pair.advance(0.5)
    films[1].unlink()
    pair.second.open(films[1])
    pair.advance(1.0)
    assert len(lost) == 1
    assert "bsl.webm" in lost[0]
    assert failed == []
    assert pair.state.status is Status.PLAYING
    assert not pair.can_swap


def test_closing_lets_go_of_both(pair: SilentPair) -> None:
    pair.play()
    pair.advance(0.5)
    pair.close()
    assert {player.state.status for player in pair.players} == {Status.EMPTY}
    assert not pair.can_swap


def test_sound_is_that_of_the_shown_version(pair: SilentPair) -> None:
    pair.set_volume(40)
    pair.set_muted(True)
    assert {(player.state.volume, player.state.muted) for player in pair.players} == {(40, True)}
