"""Where changes of captions find their place in the captions of a file.

A change finds its captions by their times and words. Captions that were all moved by the same time, as when
a film has a longer title now, are found as well, and what was changed moves with them. A change whose
captions say something else now has no place, and somebody is told: nobody is surprised by old words on a new
film.
"""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.model.caption_changes import MOST_IN_ONE, CaptionWords
from lesson_player.model.captions import plain_words

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.model.caption_changes import CaptionChange
    from lesson_player.model.captions import Cue, CueTrack

SAME_S = 0.02
"""Times that are nearer than half a frame at 25 frames a second are the same."""
_MOST_ALIKE = 60
"""So many captions with the same words, or about the same time, are looked at; no film has as many."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a change's captions are in the supplied file."""

    first: int
    """Number of the first of them, counted from 0."""
    offset_s: float = 0.0
    """How much later they come than when the change was made."""


def to_ms(seconds: float) -> float:
    """A time to the millisecond, as caption files have it."""
    return round(seconds, 3)


def words_of(cue: Cue) -> CaptionWords:
    """A supplied caption as a change names it. Raises ValueError for one without words or with too many."""
    return CaptionWords(start=to_ms(cue.start_s), end=to_ms(cue.end_s), text=plain_words(cue.text))


def place_of(supplied: CueTrack, change: CaptionChange) -> Place | None:
    """Where the captions of a change are: at their times, or as a whole at others where that is plain."""
    first = _place_at(supplied, change.was)
    if first is not None:
        return Place(first)
    words, count = [one.text for one in change.was], len(change.was)
    cues = supplied.cues
    alike = supplied.numbers_by_words.get(words[0], [])
    if len(alike) > _MOST_ALIKE:
        return None
    moved = [
        number
        for number in alike
        if [plain_words(cue.text) for cue in cues[number : number + count]] == words
    ]
    if len(moved) != 1:
        return None
    offset = cues[moved[0]].start_s - change.was[0].start
    return Place(moved[0], to_ms(offset)) if _same(cues, moved[0], change.was, offset) else None


def _place_at(supplied: CueTrack, wanted: Sequence[CaptionWords]) -> int | None:
    """The number of the first caption of those that are wanted, where the file has them at their times."""
    cues = supplied.cues
    at = bisect_left(cues, wanted[0].start - SAME_S, key=lambda cue: cue.start_s)
    for number in range(at, min(at + _MOST_ALIKE, len(cues))):
        if cues[number].start_s >= wanted[0].start + SAME_S:
            break
        if _same(cues, number, wanted, 0.0):
            return number
    return None


def _same(cues: Sequence[Cue], at: int, wanted: Sequence[CaptionWords], offset_s: float) -> bool:
    """Whether those that are wanted stand in *cues* from one on, so much later."""
    return at + len(wanted) <= len(cues) and all(
        abs(cues[at + number].start_s - one.start - offset_s) < SAME_S
        and abs(cues[at + number].end_s - one.end - offset_s) < SAME_S
        and plain_words(cues[at + number].text) == one.text
        for number, one in enumerate(wanted)
    )


def begins_there(supplied: CueTrack, first: float | None) -> bool:
    """Whether the file's first caption begins where it did when all were moved."""
    if first is None or not supplied.cues:
        return True
    return abs(supplied.cues[0].start_s - first) < SAME_S


def says_already(supplied: CueTrack, change: CaptionChange) -> bool:
    """Whether the file itself says by now what the change makes of it."""
    return _place_at(supplied, change.now) is not None


def there_now(supplied: CueTrack, change: CaptionChange) -> tuple[Cue, ...]:
    """The captions that the file has now where those of the change were."""
    start, end = change.was[0].start, change.was[-1].end
    last = bisect_left(supplied.cues, end - SAME_S, key=lambda cue: cue.start_s)
    near = supplied.cues[max(last - _MOST_ALIKE, 0) : last]
    return tuple(cue for cue in near if start + SAME_S < cue.end_s)[-MOST_IN_ONE:]
