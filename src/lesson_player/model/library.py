"""What the library window shows: lessons, their sittings and versions, places to carry on from, readiness."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from pathlib import Path

from lesson_player.model.base import Value
from lesson_player.model.problem import Problem


class SittingCard(Value):
    """A sitting to choose."""

    id: str
    title: str
    minutes: int
    about: str = ""


class VersionCard(Value):
    """A version to choose: the lesson as written, or with one adaptation."""

    adaptations: tuple[str, ...]
    title: str
    about: str = ""
    ready: bool = True
    """False for one that is written for another edition of the film than the one that is here."""
    first: bool = False
    """Whether the school wants it chosen at first."""


class PlaceCard(Value):
    """A place to carry on from, after a break or a power cut."""

    key: str
    """Which kept place this is."""
    lesson: str
    sitting: str
    sitting_title: str
    version_title: str
    step_number: int
    step_title: str
    film_s: float | None = None
    """Seconds in the film, where the place is in a film."""
    saved: datetime
    adaptations: tuple[str, ...] = ()
    """Of the version that was taught, in order."""
    finished: bool = False
    """Whether its sitting was taught to the end: then nobody carries on from it."""


class FilmState(StrEnum):
    """Which film a lesson has, as far as putting in another one goes."""

    FIXED = "fixed"
    """None, or one in whose place no other is meant to be put."""
    SAMPLE = "sample"
    """Ours, or none yet, where the real one can be put in."""
    REAL = "real"
    """The real one."""
    UNSET = "unset"
    """The real one, and nobody has looked at its moments yet."""


class LessonCard(Value):
    """A lesson to choose."""

    id: str
    folder: Path
    title: str
    about: str
    minutes: int
    film_words: str = ""
    """Such as "film with captions, film in BSL"."""
    film: FilmState = FilmState.FIXED
    sample: bool = False
    picture: Path | None = None
    picture_data: bytes | None = None
    """The picture itself, where its file lies on a share: it is not read again while windows are painted."""
    sittings: tuple[SittingCard, ...] = ()
    versions: tuple[VersionCard, ...] = ()
    places: tuple[PlaceCard, ...] = ()
    """Places to carry on from, and the ends of sittings that were taught to the end."""
    problems: tuple[Problem, ...] = ()
    """A lesson with problems is still shown, with what is wrong in plain words."""
    teachable: bool = True
    own: bool = False
    """Whether it is the user's own, so that it can be edited itself."""
    held: datetime | None = None
    """When it was taught last, where it is a copy because the school's folder does not answer; else None."""


class Readiness(StrEnum):
    """How one thing stands that a lesson needs."""

    GOOD = "good"
    WARNING = "warning"
    PROBLEM = "problem"
    UNKNOWN = "unknown"


class CheckLine(Value):
    """One line of "Ready for class?"."""

    id: str
    readiness: Readiness
    sentence: str
    remedy: str = ""
