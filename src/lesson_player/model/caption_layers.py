"""Changes of captions put over a supplied track.

Where a caption is moved, those beside it give way, as far as they keep time enough to be seen. What gives way
is worked out here and is not written down, so that it comes back when the change is taken out.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.model.caption_changes import LEAST_S
from lesson_player.model.caption_places import begins_there, place_of, says_already, there_now, to_ms
from lesson_player.model.caption_words import with_styles
from lesson_player.model.captions import Cue, CueTrack

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping, Sequence

    from lesson_player.model.caption_changes import CaptionChange, TrackChanges
    from lesson_player.model.caption_places import Place


_MOST_TURNS = 40
"""So often changes that stand in each other's way are looked at anew; after that all of those give up."""


class Misfit(StrEnum):
    """Why a change of captions is left out."""

    OTHER = "other"
    """At its time the file says something else now, or says it at other times."""
    GONE = "gone"
    """At its time the file has no caption any more."""
    TWICE = "twice"
    """An earlier change of the same version is about the same caption."""
    NO_ROOM = "no-room"
    """A caption would be too short to be seen."""
    BEGINS_ELSEWHERE = "begins-elsewhere"
    """All captions were moved, and the file's first one begins at another time now."""


@dataclass(frozen=True, slots=True)
class Shown:
    """One caption as the class gets it, in the time of the supplied file, and what it is made from."""

    cue: Cue
    first: int
    """Number of the first supplied caption that it stands for, counted from 0."""
    count: int = 1
    """How many supplied captions it stands for, together with the others of the same change."""
    change: int | None = None
    """Number of the change that made it; None for a supplied caption."""
    part: int = 0
    """Which of the captions of that change it is."""
    moved: bool = False

    @property
    def length_s(self) -> float:
        """How long it stays, in seconds."""
        return self.cue.end_s - self.cue.start_s


@dataclass(frozen=True, slots=True)
class Captions:
    """A track with changes over it."""

    shown: tuple[Shown, ...]
    misfits: Mapping[int, Misfit]
    """Why a change is left out, by its number."""
    shift_s: float = 0.0
    """How much later all of them are shown."""
    shift_misfit: Misfit | None = None

    @property
    def track(self) -> CueTrack:
        """What the class gets."""
        moved = (
            (one.cue, one.cue.start_s + self.shift_s, one.cue.end_s + self.shift_s) for one in self.shown
        )
        if not self.shift_s:
            return CueTrack(cues=tuple(one.cue for one in self.shown))
        return CueTrack(
            cues=tuple(
                cue.model_copy(update={"start_s": to_ms(max(start, 0.0)), "end_s": to_ms(end)})
                for cue, start, end in moved
                if end > 0
            )
        )


def with_changes(supplied: CueTrack, changes: TrackChanges | None) -> Captions:
    """*supplied* with the changes of one layer over it."""
    if changes is None:
        return Captions(tuple(Shown(cue, number) for number, cue in enumerate(supplied.cues)), {})
    misfits: dict[int, Misfit] = {}
    places = _places(supplied, changes.cues, misfits)
    shown, cramped = _fitted(supplied, changes.cues, places)
    misfits |= dict.fromkeys(cramped, Misfit.NO_ROOM)
    fits = not changes.shift or begins_there(supplied, changes.first)
    shift = changes.shift if fits else 0.0
    return Captions(shown, misfits, shift, None if fits else Misfit.BEGINS_ELSEWHERE)


def track_with(supplied: CueTrack, layers: Iterable[TrackChanges]) -> CueTrack:
    """*supplied* with the changes of several layers over it, each made to the supplied file.

    Where two layers change the same caption the later one holds, and so does the later one's shift.
    """
    changes: list[CaptionChange] = []
    places: dict[int, Place] = {}
    taken: dict[int, int] = {}
    shift = 0.0
    for layer in layers:
        for number, place in _places(supplied, layer.cues, {}).items():
            change, mine = layer.cues[number], len(changes)
            changes.append(change)
            for at in range(place.first, place.first + len(change.was)):
                places.pop(taken.get(at, mine), None)
                taken[at] = mine
            places[mine] = place
        if layer.shift and begins_there(supplied, layer.first):
            shift = layer.shift
    if not places and not shift:
        return supplied
    return Captions(_fitted(supplied, changes, places)[0], {}, shift).track


def _places(
    supplied: CueTrack, changes: Sequence[CaptionChange], misfits: dict[int, Misfit]
) -> dict[int, Place]:
    """Where the changes of one layer are, by their numbers; into *misfits* goes why others have no place."""
    places: dict[int, Place] = {}
    taken: set[int] = set()
    for number, change in enumerate(changes):
        place = place_of(supplied, change)
        if place is None:
            if not says_already(supplied, change):
                misfits[number] = _why(supplied, change)
            continue
        wanted = set(range(place.first, place.first + len(change.was)))
        if taken & wanted:
            misfits[number] = Misfit.TWICE
        else:
            taken |= wanted
            places[number] = place
    return places


def _why(supplied: CueTrack, change: CaptionChange) -> Misfit:
    return Misfit.OTHER if there_now(supplied, change) else Misfit.GONE


def _fitted(
    supplied: CueTrack, changes: Sequence[CaptionChange], places: Mapping[int, Place]
) -> tuple[tuple[Shown, ...], Collection[int]]:
    """The captions with the changes that have room, and the numbers of those that have none."""
    made = {number: _made(supplied, changes[number], number, place) for number, place in places.items()}
    left = dict(places)
    out: set[int] = set()
    for turn in range(_MOST_TURNS + 1):
        shown, cramped = _given_way(supplied, _in_order(supplied, changes, left, made))
        # Of those that stand in each other's way the one that was made last gives up its place.
        gone = {number for each in cramped for number in (each if turn == _MOST_TURNS else {max(each)})}
        if not gone:
            return shown, out
        out |= gone
        for number in gone:
            del left[number]
    return _given_way(supplied, _in_order(supplied, changes, {}, made))[0], {*out, *left}


def _in_order(
    supplied: CueTrack,
    changes: Sequence[CaptionChange],
    places: Mapping[int, Place],
    made: Mapping[int, list[Shown]],
) -> list[Shown]:
    """The supplied captions with those that were *made* in the places of what they stand for."""
    begins = {place.first: number for number, place in places.items()}
    found: list[Shown] = []
    at = 0
    while at < len(supplied.cues):
        number = begins.get(at)
        if number is None:
            found.append(Shown(supplied.cues[at], at))
            at += 1
        else:
            found += made[number]
            at += len(changes[number].was)
    return found


def _made(supplied: CueTrack, change: CaptionChange, number: int, place: Place) -> list[Shown]:
    """The captions that one change puts in."""
    former = supplied.cues[place.first : place.first + len(change.was)]
    lines = with_styles(former, [one.text for one in change.now])
    return [
        Shown(
            former[_stands_for(change, part)].model_copy(
                update={
                    "start_s": to_ms(max(one.start + place.offset_s, 0.0)),
                    "end_s": to_ms(one.end + place.offset_s),
                    "lines": lines[part],
                    **({"id": ""} if part >= len(former) else {}),
                }
            ),
            place.first,
            len(change.was),
            number,
            part,
            moved=(one.start, one.end) not in {(was.start, was.end) for was in change.was},
        )
        for part, one in enumerate(change.now)
    ]


def _stands_for(change: CaptionChange, part: int) -> int:
    """Which of the former captions one stands for, so that it has its place on the picture."""
    same = (number for number, one in enumerate(change.was) if one == change.now[part])
    return next(same, min(part, len(change.was) - 1))


def _given_way(supplied: CueTrack, shown: list[Shown]) -> tuple[tuple[Shown, ...], list[set[int]]]:
    """Captions beside those that were moved made shorter where they would overlap; who leaves too little.

    Each set has the changes that stand in each other's way.
    """
    cramped: list[set[int]] = []
    for at in range(len(shown) - 1):
        one, after = shown[at], shown[at + 1]
        meet = one.cue.end_s > after.cue.start_s and (one.moved or after.moved)
        if not meet or _overlapped(supplied, after):
            continue
        if after.moved:
            shown[at] = _timed(one, end_s=after.cue.start_s)
        else:
            shown[at + 1] = _timed(after, start_s=one.cue.end_s)
        if _is_cramped(supplied, shown[at]) or _is_cramped(supplied, shown[at + 1]):
            cramped.append({each.change for each in (one, after) if each.change is not None})
    short = (one for one in shown if one.moved and _is_cramped(supplied, one))
    cramped += [{one.change} for one in short if one.change is not None]
    return tuple(sorted(shown, key=lambda one: one.cue.start_s)), cramped


def _overlapped(supplied: CueTrack, after: Shown) -> bool:
    """Whether the file itself has the caption begin while the one before it is shown, as when two speak."""
    return (
        after.first > 0
        and after.part == 0
        and (supplied.cues[after.first].start_s < supplied.cues[after.first - 1].end_s)
    )


def _is_cramped(supplied: CueTrack, one: Shown) -> bool:
    given = supplied.cues[one.first]
    return one.length_s < min(LEAST_S, given.end_s - given.start_s) - 0.001


def _timed(one: Shown, *, start_s: float | None = None, end_s: float | None = None) -> Shown:
    times = {"start_s": start_s, "end_s": end_s}
    return replace(
        one, cue=one.cue.model_copy(update={key: at for key, at in times.items() if at is not None})
    )
