"""Keeps a second version of a film in step with the one that is shown.

Pure: it is told where both stand and answers what the second one is to do. Small gaps are closed by speed,
because a change of speed shows no wrong picture; large ones by a leap. Inside the dead zone the speed still
leans a little towards the middle: without that, two players that differ a little in speed walk to its edge
and are pushed back for ever.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.playback.state import FASTEST, SLOWEST

if TYPE_CHECKING:
    from lesson_player.playback.story_map import StoryMap

DEAD_ZONE_S = 0.020
"""Half a frame at 25 frames a second: nobody sees a gap this small."""

LEAP_BEYOND_S = 0.200
"""What a tenth more speed closes in two seconds, less the 40 ms that may remain and a second's fifth in
which an engine takes the new speed up. Two versions are to be back in step 2 s after a stall."""

MOST_NUDGE = 0.10
"""How much faster or slower the second version may play to catch up, as a share of its own pace."""

_CLOSES_IN_S = 0.5
"""Outside the dead zone: seconds in which the present gap would be closed at the speed chosen."""

_LEANS_IN_S = 4.0
"""The same inside the dead zone: half a per cent of speed at its edge."""

_STEP = 0.001
"""Speeds are rounded to this, so that an engine is not told of every tremble of a measurement."""


@dataclass(frozen=True, slots=True)
class Play:
    """Play on at this speed; 1.0 is the second version's normal speed."""

    rate: float


@dataclass(frozen=True, slots=True)
class Leap:
    """Go to the right place and play on from there; the gap is too large for speed."""

    to_s: float


@dataclass(frozen=True, slots=True)
class Wait:
    """Rest at this place until the story comes there: this stretch cannot be followed by any speed."""

    at_s: float


Order = Play | Leap | Wait


def order(story: StoryMap, shown_s: float, rate: float, second_s: float) -> Order:
    """What the second version is to do while the first plays.

    ``shown_s`` and ``second_s`` say where the two stand, each in its own seconds; ``rate`` is the speed of
    the one that is shown. Where the second version stands still in the story, or would have to play slower
    or faster than engines can, it waits at the next knot.
    """
    pace = story.stretch(shown_s).pace * rate
    if not SLOWEST <= pace <= FASTEST:
        return Wait(story.stretch(shown_s).there_end_s)
    gap_s = second_s - story.at(shown_s)
    if abs(gap_s) > LEAP_BEYOND_S:
        return Leap(story.at(shown_s))
    return Play(min(FASTEST, max(SLOWEST, round(pace * (1 - nudge(gap_s)) / _STEP) * _STEP)))


def nudge(gap_s: float) -> float:
    """By which share to slow down when ``gap_s`` seconds ahead; negative: to speed up when behind."""
    if abs(gap_s) <= DEAD_ZONE_S:
        return gap_s / _LEANS_IN_S
    return min(MOST_NUDGE, max(-MOST_NUDGE, gap_s / _CLOSES_IN_S))


def learned_lead(lead_s: float, gap_s: float) -> float:
    """How far ahead to aim the next leap, when the last one, aimed ``lead_s`` ahead, came out ``gap_s`` off.

    A leap takes an engine 10 to 200 ms, and how long it takes is a matter of the film and the machine.
    """
    return min(0.5, max(0.0, lead_s - gap_s / 2))
