"""What somebody asks for who puts in a film."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lesson_player.foundation.i18n import tr
from lesson_player.model.film import BSL, FILM, Signer

if TYPE_CHECKING:
    from pathlib import Path

REAL: Final = "iwf"
"""The edition of the Internet Watch Foundation's own film."""


@dataclass(frozen=True, slots=True)
class FilmWish:
    """Files and settings, as they stand on a command line. Files are by version: ``film``, ``bsl``."""

    lesson: str
    films: dict[str, Path]
    captions: dict[str, Path] = field(default_factory=dict)
    easy_captions: dict[str, Path] = field(default_factory=dict)
    """Captions in easy read: shorter, and slower to read."""
    descriptions: dict[str, Path] = field(default_factory=dict)
    moments: Path | None = None
    """A file with the times of the moments."""
    signer: str | None = None
    """Four shares of the BSL version's picture, as ``x,y,width,height``."""
    burnt_in: frozenset[str] = frozenset()
    """Versions whose picture carries captions, so that ours stay off."""
    machine: bool = False
    """For all users of this computer."""
    dry_run: bool = False


def version_title(version: str) -> str:
    """What people call a version of a film."""
    titles = {FILM: tr("Film"), BSL: tr("British Sign Language version")}
    return titles.get(version, version)


def signer_of(text: str) -> Signer | None:
    """The rectangle that *text* names as ``x,y,width,height``; None when it is not one inside the picture."""
    try:
        x, y, width, height = (float(part) for part in text.split(","))
        return Signer(x=x, y=y, width=width, height=height)
    except ValueError:
        return None
