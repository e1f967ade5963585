"""What can happen to a player: what engines report, and what is asked of it. All are frozen values."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class Opened:
    """The engine knows the film; width and height are its shape on screen, after any rotation."""

    duration_s: float
    width: int
    height: int
    has_sound: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """The engine stands still and the picture for ``media_s`` has been handed over."""

    media_s: float


@dataclass(frozen=True, slots=True)
class TimeAnchor:
    """At the monotonic moment the film stood at ``media_s``."""

    media_s: float
    monotonic_s: float


@dataclass(frozen=True, slots=True)
class FrameHeldBack:
    """A frame behind the pause point arrived and was kept back."""

    media_s: float


@dataclass(frozen=True, slots=True)
class Ended:
    """The engine has no more of the film: its end, or the place where a damaged file breaks off."""


@dataclass(frozen=True, slots=True)
class Failed:
    """The engine cannot go on. ``reason`` is for the teacher, ``detail`` for the log."""

    reason: str
    detail: str = ""


@dataclass(frozen=True, slots=True)
class OpenAsked:
    """Open a film and rest at ``at_s``."""

    path: Path
    at_s: float


@dataclass(frozen=True, slots=True)
class PlayAsked:
    """Play on from here."""

    monotonic_s: float


@dataclass(frozen=True, slots=True)
class PauseAsked:
    """Rest here; ``at_s`` says where exactly if it is known better than by the clock."""

    monotonic_s: float
    at_s: float | None = None


@dataclass(frozen=True, slots=True)
class SeekAsked:
    """Go to ``at_s``; playing goes on from there, resting goes on resting."""

    at_s: float
    monotonic_s: float


@dataclass(frozen=True, slots=True)
class PausePointSet:
    """Rest when the film gets to ``at_s``; None for no such point."""

    at_s: float | None
    monotonic_s: float


@dataclass(frozen=True, slots=True)
class VolumeSet:
    """Loudness from 0 to 100."""

    volume: int


@dataclass(frozen=True, slots=True)
class MutedSet:
    """Sound off or on, the volume kept."""

    muted: bool


@dataclass(frozen=True, slots=True)
class RateSet:
    """Speed; 1.0 is normal."""

    rate: float
    monotonic_s: float


@dataclass(frozen=True, slots=True)
class Closed:
    """The film was put away."""


EngineEvent = Opened | Settled | TimeAnchor | FrameHeldBack | Ended | Failed
Request = (
    OpenAsked | PlayAsked | PauseAsked | SeekAsked | PausePointSet | VolumeSet | MutedSet | RateSet | Closed
)
Event = EngineEvent | Request
