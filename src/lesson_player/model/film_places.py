"""Places in a film that lie between its named moments: so many seconds after one of them.

The seconds are those of the version `film`, the one that every manifest has. In another version the place is
found by straight lines between the named moments, as when the versions are swapped. So a place stays in the
story when another version is on, and follows its moment when a school puts in another film.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.film import FILM

if TYPE_CHECKING:
    from lesson_player.model.film import Film

_MILLISECONDS = 3
"""Digits to which a place is kept: less than a tenth of a frame."""
_NEAR_S = 0.0005


def time_of(film: Film, moment: str, after_s: float, version: str) -> float:
    """Seconds in *version* of the place *after_s* seconds after *moment*.

    Raises KeyError when the moment has no time in that version.
    """
    there = film.versions[version].moments[moment]
    if not after_s:
        return there
    base = film.versions.get(FILM)
    if base is None or moment not in base.moments:
        return there + after_s
    return film.same_moment_s(base.moments[moment] + after_s, FILM, version)


def place_of(film: Film, at_s: float, version: str) -> tuple[str, float] | None:
    """The last named moment at or before *at_s* seconds of *version*, and the seconds after it.

    None when no moment comes before, so that the place cannot be named.
    """
    base = FILM if FILM in film.versions else version
    film_s = film.same_moment_s(at_s, version, base)
    before = [
        (time_s, moment)
        for moment, time_s in film.versions[base].moments.items()
        if time_s <= film_s + _NEAR_S
    ]
    if not before:
        return None
    time_s, moment = max(before, key=lambda each: each[0])
    return moment, max(0.0, round(film_s - time_s, _MILLISECONDS))
