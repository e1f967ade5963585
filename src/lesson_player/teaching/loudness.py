"""How loud a version is played, so that all versions of a film are equally loud at one volume.

Loudness is measured in LUFS (ITU-R BS.1770-4). The aim is -23 LUFS (EBU R 128). No engine is asked to make
sound louder than its file, so where a version is quieter than that, the others are turned down to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lesson_player.model.film import Film

AIM_LUFS = -23.0
MOST_DB = 12.0
"""No version is turned down by more: beside one that is nearly silent the others must still be heard."""
UNDER_A_VOICE = 0.1
"""So much of its sound pressure a film keeps while a voice speaks over it: 20 dB less, as speech needs to be
understood (WCAG 2.2, 1.4.7)."""
_DB_PER_TENFOLD = 60.0
"""Players take the cube of the volume as the factor of the sound wave, so that its steps sound even: a tenth
of the volume is 60 dB less."""


def turned_down_db(film: Film, version: str) -> float:
    """By how many decibels *version* is turned down; 0 where its loudness is not known."""
    here = film.versions[version].loudness
    if here is None:
        return 0.0
    known = [one.loudness for one in film.versions.values() if one.loudness is not None]
    return min(MOST_DB, max(0.0, here - min(AIM_LUFS, *known)))


def volume_for(film: Film, version: str, volume: int) -> int:
    """The player's volume, 0 to 100, at which *version* is as loud as the others at *volume*."""
    turned = volume * 10 ** (-turned_down_db(film, version) / _DB_PER_TENFOLD)
    return max(1, round(turned)) if volume > 0 else 0
