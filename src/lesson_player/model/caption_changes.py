"""What an adaptation changes in the captions of a film; the supplied caption file is never written to.

A change names captions of the supplied file as they were and says what stands there instead: one for one when
a caption is moved or worded anew, two for one when it is split, one for two when two are joined.
"""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, model_validator

from lesson_player.model.base import Identifier, LongText, Seconds, Value

LEAST_S = 0.3
"""The shortest time for which a caption can be made to stay, in seconds: one word, at the least that the
BBC's Subtitle Guidelines give for a word ("Timing")."""
FARTHEST_S = 60.0
"""How far all captions of a track can be moved, in seconds."""
MOST_IN_ONE = 20
"""Captions that one change can be about."""


class CaptionWords(Value):
    """One caption: when it is shown, and its words. A line feed begins a new line."""

    start: Seconds
    end: Seconds
    text: LongText


class CaptionChange(Value):
    """Captions of the supplied file, and what stands there instead. Times are those of the supplied file."""

    was: Annotated[tuple[CaptionWords, ...], Field(min_length=1, max_length=MOST_IN_ONE)]
    """Captions that follow one another, as the file had them when somebody changed them."""
    now: Annotated[tuple[CaptionWords, ...], Field(min_length=1, max_length=MOST_IN_ONE)]

    @model_validator(mode="after")
    def _in_order(self) -> CaptionChange:
        if any(one.end <= one.start for one in self.now):
            raise ValueError("caption-ends-before-start")
        if any(after.start < one.end for one, after in zip(self.now, self.now[1:], strict=False)):
            raise ValueError("captions-overlap")
        return self


class TrackChanges(Value):
    """What is changed in one caption track of one version of a film, such as the BSL version."""

    film: Identifier
    version: Identifier
    track: Identifier
    shift: Annotated[float, Field(ge=-FARTHEST_S, le=FARTHEST_S, allow_inf_nan=False)] = 0.0
    """Seconds by which every caption comes later, after all other changes; earlier where it is negative."""
    first: Seconds | None = None
    """Where the file's first caption stood when all were moved: in other captions nothing is moved."""
    cues: Annotated[tuple[CaptionChange, ...], Field(max_length=3000)] = ()

    @property
    def key(self) -> tuple[str, str, str]:
        """Film, version and track."""
        return self.film, self.version, self.track


def time_words(seconds: float) -> str:
    """A time as it is told beside a caption: ``1:05.2``, hours counted in minutes."""
    tenths = round(seconds * 10)
    return f"{tenths // 600}:{tenths // 10 % 60:02d}.{tenths % 10}"
