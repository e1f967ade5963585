"""The player's state as a table: what each event makes of each state."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lesson_player.playback.clock import Clock
from lesson_player.playback.events import (
    Closed,
    Ended,
    Event,
    Failed,
    FrameHeldBack,
    MutedSet,
    OpenAsked,
    Opened,
    PauseAsked,
    PausePointSet,
    PlayAsked,
    RateSet,
    SeekAsked,
    Settled,
    TimeAnchor,
    VolumeSet,
)
from lesson_player.playback.state import PlayerState, Status, reduce

FILM = Path("film.webm")
NOW = 100.0
STATES = {
    Status.EMPTY: PlayerState(),
    Status.OPENING: PlayerState(Status.OPENING, FILM, 0.0, clock=Clock(2.0)),
    Status.RESTING: PlayerState(Status.RESTING, FILM, 60.0, clock=Clock(2.0)),
    Status.PLAYING: PlayerState(Status.PLAYING, FILM, 60.0, clock=Clock(2.0, NOW, 1.0, running=True)),
    Status.ENDED: PlayerState(Status.ENDED, FILM, 60.0, clock=Clock(60.0)),
    Status.FAILED: PlayerState(Status.FAILED, FILM, 60.0, clock=Clock(42.0), reason="It stopped."),
}

NEXT_STATUS: list[tuple[Event, dict[Status, Status]]] = [
    (OpenAsked(FILM, 1.0), dict.fromkeys(Status, Status.OPENING)),
    (Closed(), dict.fromkeys(Status, Status.EMPTY)),
    (Failed("It stopped."), dict.fromkeys(Status, Status.FAILED)),
    (Settled(2.0), {Status.OPENING: Status.RESTING}),
    (PlayAsked(NOW), {Status.RESTING: Status.PLAYING}),
    (PauseAsked(NOW), {Status.PLAYING: Status.RESTING}),
    (SeekAsked(5.0, NOW), {Status.ENDED: Status.RESTING}),
    (Ended(), {Status.PLAYING: Status.ENDED, Status.RESTING: Status.ENDED}),
    (Opened(60.0, 640, 360, True), {}),
    (TimeAnchor(3.0, NOW), {}),
    (FrameHeldBack(3.0), {}),
    (VolumeSet(50), {}),
    (MutedSet(True), {}),
    (RateSet(0.5, NOW), {}),
    (PausePointSet(9.0, NOW), {}),
]


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize(
    ("event", "changes"), NEXT_STATUS, ids=[type(event).__name__ for event, _ in NEXT_STATUS]
)
def test_status_after_each_event(event: Event, changes: dict[Status, Status], status: Status) -> None:
    assert reduce(STATES[status], event).status is changes.get(status, status)


def test_play_asked_while_opening_is_kept_until_the_film_settles() -> None:
    state = reduce(STATES[Status.OPENING], PlayAsked(NOW))
    assert state.play_when_open
    assert not reduce(state, PauseAsked(NOW)).play_when_open
    assert not reduce(state, OpenAsked(FILM, 0.0)).play_when_open


def test_time_runs_only_while_playing() -> None:
    assert STATES[Status.PLAYING].position_at(NOW + 1.5) == 3.5
    assert STATES[Status.RESTING].position_at(NOW + 1.5) == 2.0
    assert reduce(STATES[Status.RESTING], TimeAnchor(9.0, NOW)).position_at(NOW) == 2.0


def test_an_anchor_corrects_the_time() -> None:
    state = reduce(STATES[Status.PLAYING], TimeAnchor(3.0, NOW + 0.5))
    assert state.position_at(NOW + 1.0) == 3.5


def test_pausing_keeps_the_moment_and_playing_on_does_not_jump() -> None:
    paused = reduce(STATES[Status.PLAYING], PauseAsked(NOW + 1.0))
    assert paused.position_at(NOW + 50.0) == 3.0
    assert reduce(paused, PlayAsked(NOW + 60.0)).position_at(NOW + 61.0) == 4.0


def test_pausing_at_a_known_place_takes_that_place() -> None:
    assert reduce(STATES[Status.PLAYING], PauseAsked(NOW + 1.0, 2.75)).position_at(NOW + 9.0) == 2.75


def test_speed_changes_without_a_jump_and_is_held_in_range() -> None:
    state = reduce(STATES[Status.PLAYING], RateSet(0.5, NOW + 2.0))
    assert state.position_at(NOW + 2.0) == 4.0
    assert state.position_at(NOW + 4.0) == 5.0
    assert reduce(state, RateSet(9.0, NOW)).rate == 2.0
    assert reduce(state, RateSet(0.0, NOW)).rate == 0.25


@pytest.mark.parametrize(("at_s", "armed"), [(None, False), (1.0, False), (2.0, False), (2.5, True)])
def test_a_pause_point_counts_only_ahead(at_s: float | None, armed: bool) -> None:
    assert reduce(STATES[Status.PLAYING], PausePointSet(at_s, NOW)).pause_armed is armed


def test_a_pause_point_that_was_reached_does_not_stop_the_film_again() -> None:
    state = reduce(STATES[Status.PLAYING], PausePointSet(3.0, NOW))
    assert state.position_at(NOW + 5.0) == 3.0, "never shown behind the point"
    rested = reduce(state, PauseAsked(NOW + 1.02, 3.0))
    played = reduce(rested, PlayAsked(NOW + 10.0))
    assert not played.pause_armed
    assert played.position_at(NOW + 11.0) == 4.0


def test_going_back_before_a_pause_point_arms_it_again() -> None:
    state = reduce(STATES[Status.PLAYING], PausePointSet(1.5, NOW))
    assert not state.pause_armed
    assert reduce(state, SeekAsked(1.0, NOW)).pause_armed
    assert not reduce(state, SeekAsked(1.8, NOW)).pause_armed


def test_position_stays_inside_the_film() -> None:
    assert STATES[Status.PLAYING].position_at(NOW + 500.0) == 60.0
    before = replace(STATES[Status.RESTING], clock=Clock(-3.0))
    assert before.position_at(NOW) == 0.0


def test_volume_is_held_between_0_and_100() -> None:
    assert reduce(PlayerState(), VolumeSet(130)).volume == 100
    assert reduce(PlayerState(), VolumeSet(-4)).volume == 0


def test_sound_and_speed_outlive_the_film_and_the_pause_point_does_not() -> None:
    state = reduce(reduce(STATES[Status.RESTING], VolumeSet(30)), MutedSet(True))
    state = reduce(reduce(state, RateSet(0.75, NOW)), PausePointSet(9.0, NOW))
    closed = reduce(state, Closed())
    assert (closed.volume, closed.muted, closed.rate, closed.pause_at_s) == (30, True, 0.75, None)
    assert closed.path is None


def test_opening_the_same_film_again_keeps_its_pause_point_armed() -> None:
    state = reduce(STATES[Status.RESTING], PausePointSet(9.0, NOW))
    reopened = reduce(state, OpenAsked(FILM, 1.0))
    assert reopened.pause_at_s == 9.0
    assert reopened.pause_armed
