"""How fast a caption has to be read, and whether children can."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.captions import CHARACTERS_A_SECOND, characters_a_second

if TYPE_CHECKING:
    from lesson_player.model.captions import Cue

CALM_WORDS: Final = 130
"""Words a minute that captions for lower school levels stay within: Described and Captioned Media Program,
Captioning Key, "Presentation Rate"."""
MOST_WORDS: Final = 180
"""Words a minute that captions for anybody stay within: BBC Subtitle Guidelines, "Timing" (160 to 180)."""
_ROUNDING: Final = 0.001


class Pace(StrEnum):
    """How a caption's speed is called."""

    CALM = "calm"
    FAST = "fast"
    TOO_FAST = "too-fast"


def words_a_minute(cue: Cue) -> int:
    """How many words a minute somebody reads who reads a caption while it is shown."""
    return round(len(cue.text.split()) * 60 / max(cue.end_s - cue.start_s, _ROUNDING))


def pace_of(cue: Cue) -> Pace:
    """Whether a caption is calm, fast, or too fast for children; long words count by their letters too."""
    words = words_a_minute(cue)
    if words > MOST_WORDS or characters_a_second(cue) > CHARACTERS_A_SECOND + _ROUNDING:
        return Pace.TOO_FAST
    return Pace.CALM if words <= CALM_WORDS else Pace.FAST
