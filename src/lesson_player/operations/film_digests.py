"""Reads every film file of a lesson once, to see that it is whole, and says how far it has come."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.files import sha256_of

if TYPE_CHECKING:
    from lesson_player.model.bundle import LessonBundle

Digest = Callable[[Path], str]
"""Gives a file's SHA-256. Raises OSError when it cannot be read."""


def film_digests(bundle: LessonBundle, at: Callable[[float], None]) -> Digest:
    """The digests of the lesson's film files, looked up from what was read now.

    *at* is told the share of 0 to 1 that has been read; what it raises ends the reading.
    """
    paths = [
        film.path(version)
        for film in bundle.films.values()
        for version in film.film.versions
        if version not in film.missing
    ]
    whole = sum(_size(path) for path in paths) or 1
    found: dict[Path, str | OSError] = {}
    before = 0
    for path in paths:
        try:
            found[path] = sha256_of(path, _share_of(whole, before, at))
        except OSError as error:
            found[path] = error
        before += _size(path)

    def digest(path: Path) -> str:
        known = found.get(path)
        if isinstance(known, OSError):
            raise known
        return known or sha256_of(path)

    return digest


def _share_of(whole: int, before: int, at: Callable[[float], None]) -> Callable[[int], None]:
    return lambda read: at(min(1.0, (before + read) / whole))


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0
