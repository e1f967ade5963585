"""What a player is doing, as one frozen value, and the pure function that makes the next one."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.playback.clock import Clock
from lesson_player.playback.events import (
    Closed,
    Ended,
    EngineEvent,
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

if TYPE_CHECKING:
    from pathlib import Path

SLOWEST = 0.25
FASTEST = 2.0
"""Speeds that both engines play with the pitch of voices kept."""

_REACHED_S = 0.001
"""A pause point this close ahead counts as reached: film times are rounded to milliseconds."""


class Status(StrEnum):
    """What the player is doing."""

    EMPTY = "empty"
    OPENING = "opening"
    RESTING = "resting"
    PLAYING = "playing"
    ENDED = "ended"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class PlayerState:
    """All that can be seen of a player apart from its picture. Times are seconds."""

    status: Status = Status.EMPTY
    path: Path | None = None
    duration_s: float = 0.0
    width: int = 0
    height: int = 0
    has_sound: bool = False
    clock: Clock = field(default_factory=Clock)
    volume: int = 100
    muted: bool = False
    pause_at_s: float | None = None
    pause_armed: bool = False
    """Whether the pause point still lies ahead; one that was reached or jumped over stops nothing."""
    play_when_open: bool = False
    reason: str = ""
    """One plain sentence for the teacher while ``status`` is failed."""

    @property
    def rate(self) -> float:
        """Speed; 1.0 is normal."""
        return self.clock.rate

    @property
    def is_open(self) -> bool:
        """Whether there is a film whose picture can be shown."""
        return self.status in {Status.RESTING, Status.PLAYING, Status.ENDED}

    def position_at(self, now_s: float) -> float:
        """The film position at the monotonic moment ``now_s``, kept inside film and pause point."""
        at_s = max(0.0, self.clock.at(now_s))
        if self.duration_s:
            at_s = min(at_s, self.duration_s)
        if self.pause_at_s is not None and self.pause_armed:
            at_s = min(at_s, self.pause_at_s)
        return at_s


def reduce(state: PlayerState, event: Event) -> PlayerState:
    """The state after ``event``. Events that mean nothing in the present state leave it as it is."""
    match event:
        case Opened() | Settled() | TimeAnchor() | FrameHeldBack() | Ended() | Failed():
            return _reported(state, event)
        case PausePointSet() | VolumeSet() | MutedSet() | RateSet():
            return _adjusted(state, event)
        case _:
            return _asked(state, event)


def _reported(state: PlayerState, event: EngineEvent) -> PlayerState:
    match event:
        case Opened(duration_s=duration_s, width=width, height=height, has_sound=has_sound):
            return replace(state, duration_s=duration_s, width=width, height=height, has_sound=has_sound)
        case Settled(media_s=media_s):
            return _settled(state, media_s)
        case TimeAnchor() if state.status is Status.PLAYING:
            return replace(state, clock=state.clock.based_on(event.media_s, event.monotonic_s))
        case Ended() if state.status in {Status.PLAYING, Status.RESTING}:
            clock = replace(state.clock, media_s=state.duration_s or state.clock.media_s, running=False)
            return replace(state, status=Status.ENDED, clock=clock)
        case Failed(reason=reason):
            clock = replace(state.clock, running=False)
            return replace(state, status=Status.FAILED, reason=reason, clock=clock, play_when_open=False)
        case _:
            return state


def _asked(state: PlayerState, event: OpenAsked | PlayAsked | PauseAsked | SeekAsked | Closed) -> PlayerState:
    match event:
        case OpenAsked(path=path, at_s=at_s):
            return _opening(state, path, at_s)
        case PlayAsked(monotonic_s=now_s):
            return _played(state, now_s)
        case PauseAsked():
            return _paused(state, event)
        case SeekAsked():
            return _sought(state, event) if state.is_open else state
        case Closed():
            return _fresh(state)


def _fresh(state: PlayerState) -> PlayerState:
    """What outlives a film: how loud and how fast."""
    return PlayerState(volume=state.volume, muted=state.muted, clock=Clock(rate=state.rate))


def _opening(state: PlayerState, path: Path, at_s: float) -> PlayerState:
    known = state if state.path == path else _fresh(state)
    clock = Clock(media_s=max(0.0, at_s), rate=state.rate)
    opening = replace(known, status=Status.OPENING, path=path, clock=clock, reason="", play_when_open=False)
    return _armed(opening, clock.monotonic_s)


def _sought(state: PlayerState, asked: SeekAsked) -> PlayerState:
    status = Status.PLAYING if state.status is Status.PLAYING else Status.RESTING
    clock = state.clock.based_on(asked.at_s, asked.monotonic_s)
    return _armed(replace(state, status=status, clock=clock, pause_armed=False), asked.monotonic_s)


def _armed(state: PlayerState, now_s: float) -> PlayerState:
    ahead = state.pause_at_s is not None and state.clock.at(now_s) < state.pause_at_s - _REACHED_S
    return replace(state, pause_armed=ahead)


def _settled(state: PlayerState, media_s: float) -> PlayerState:
    if state.status not in {Status.OPENING, Status.RESTING}:
        return state
    return replace(state, status=Status.RESTING, clock=replace(state.clock, media_s=media_s, running=False))


def _played(state: PlayerState, now_s: float) -> PlayerState:
    if state.status is Status.OPENING:
        return replace(state, play_when_open=True)
    if state.status is Status.RESTING:
        started = replace(
            state, status=Status.PLAYING, clock=state.clock.started(now_s), play_when_open=False
        )
        return _armed(started, now_s)
    return state


def _paused(state: PlayerState, asked: PauseAsked) -> PlayerState:
    if state.status is Status.OPENING:
        return replace(state, play_when_open=False)
    if state.status is not Status.PLAYING:
        return state
    at_s = state.position_at(asked.monotonic_s) if asked.at_s is None else asked.at_s
    clock = replace(state.clock.stopped(asked.monotonic_s), media_s=at_s)
    return replace(state, status=Status.RESTING, clock=clock)


def _adjusted(state: PlayerState, event: PausePointSet | VolumeSet | MutedSet | RateSet) -> PlayerState:
    match event:
        case PausePointSet(at_s=at_s, monotonic_s=now_s):
            return _armed(replace(state, pause_at_s=at_s), now_s)
        case VolumeSet(volume=volume):
            return replace(state, volume=min(100, max(0, volume)))
        case MutedSet(muted=muted):
            return replace(state, muted=muted)
        case RateSet(rate=rate, monotonic_s=now_s):
            return replace(state, clock=state.clock.at_rate(min(FASTEST, max(SLOWEST, rate)), now_s))
