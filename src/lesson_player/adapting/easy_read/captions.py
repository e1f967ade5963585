"""Captions that are too fast for children."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.finding import Finding, Kind, Weight, Where
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.captions import Cue, CueTrack

CHARACTERS_A_SECOND: Final = 17.0
"""The most for children's programmes: Netflix, English Timed Text Style Guide, "Reading Speed Limits"."""
SECONDS_A_WORD: Final = 0.3
"""The least for anybody: BBC Subtitle Guidelines, "Timing"."""
_ROUNDING = 0.001


def fast_captions(track: CueTrack) -> Iterator[Finding]:
    """Each caption that leaves children too little time, by its number. The supplied file stays as it is."""
    for number, cue in enumerate(track.cues, 1):
        speed = characters_a_second(cue)
        if speed > CHARACTERS_A_SECOND + _ROUNDING:
            too_fast_for_all = cue.end_s - cue.start_s < len(cue.text.split()) * SECONDS_A_WORD - _ROUNDING
            weight = Weight.PROBLEM if too_fast_for_all else Weight.NOTICE
            reason = tr(
                "This caption shows {n} characters a second. Children read up to {most}.",
                n=f"{speed:.0f}",
                most=f"{CHARACTERS_A_SECOND:.0f}",
            )
            suggestion = tr("Let it stay longer, or use fewer words.")
            yield Finding(Kind.CAPTIONS_FAST, 0, 0, reason, suggestion, weight, Where(cue=number))


def characters_a_second(cue: Cue) -> float:
    """How fast a caption has to be read: letters, spaces and marks for each second that it stays."""
    return len(cue.text.strip()) / max(cue.end_s - cue.start_s, _ROUNDING)
