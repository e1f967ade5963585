"""What the assistant is about, as it is given to it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.model.adaptation import MomentToFind
    from lesson_player.model.film import Film, Signer


@dataclass(frozen=True, slots=True)
class VersionToSet:
    """A version of the film in which moments are to be found."""

    version: str
    title: str
    path: Path
    length_s: float
    times: dict[str, float] = field(default_factory=dict)
    """Where the moments are, or may be."""


@dataclass(frozen=True, slots=True)
class Subject:
    """The lesson for which a film is put in."""

    lesson: str
    """The lesson's id."""
    title: str
    film: str
    """The film's id."""
    film_title: str
    wanted: tuple[MomentToFind, ...]
    """The moments to find, in the order of the story."""
    plot_steps: tuple[str, ...] = ()
    """Titles of the steps that tell the sample's story."""
    adaptation: str = ""
    """Title of the version that has others in their place."""
    model: Film | None = None
    """The film that is there now: where its moments and its signer are is a place to start from."""
    for_all: bool = False
    """Whether this account may put a film in for everybody on this computer."""
    can_undo: bool = False
    """Whether a film was put in before, so that there is one to go back to."""
    signer: Signer | None = None
    """Where the signer is in the film that is being set up anew."""
    put_in: tuple[VersionToSet, ...] = ()
    """The film that was put in already, when only its moments are to be set."""
