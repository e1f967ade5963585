"""A supplied track, and the captions that one change is about: what edits of captions work on."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesson_player.adapting.caption_parts import changes_in, track_id, with_cues
from lesson_player.adapting.edit import refusal
from lesson_player.adapting.parts import changed
from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_changes import LEAST_S, MOST_IN_ONE, CaptionChange, CaptionWords
from lesson_player.model.caption_layers import Captions, with_changes
from lesson_player.model.caption_places import to_ms, words_of

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.captions import CueTrack
    from lesson_player.model.problem import Problem

Said = tuple[CaptionWords, ...]
_ROUNDING_S = 0.0005


@dataclass(frozen=True, slots=True)
class SuppliedTrack:
    """A caption track as its file has it."""

    film: str
    version: str
    track: str
    cues: CueTrack

    @property
    def id(self) -> str:
        """The name under which its changes are known."""
        return track_id(self.film, self.version, self.track)

    def under(self, adaptation: Adaptation) -> Captions:
        """The captions with what *adaptation* makes of them."""
        return with_changes(self.cues, changes_in(adaptation, self.id))


@dataclass(frozen=True, slots=True)
class Group:
    """Supplied captions, what stands in their place, and the changes that made it so."""

    was: Said
    now: Said
    made_by: tuple[int, ...] = ()

    def with_now(self, *now: CaptionWords) -> Group:
        """The same with other captions in their place."""
        return replace(self, now=now)

    def with_part(self, part: int, *now: CaptionWords) -> Group:
        """The same with other captions in the place of one of them."""
        return self.with_now(*self.now[:part], *now, *self.now[part + 1 :])


def group_of(
    track: SuppliedTrack, adaptation: Adaptation, captions: Captions, number: int
) -> tuple[Group, int]:
    """The group that a caption belongs to, and which of its captions it is; times are those of the file now.

    Raises ValueError for a caption that a change cannot name, such as one without words.
    """
    one, changes = captions.shown[number], changes_in(adaptation, track.id)
    was = tuple(words_of(cue) for cue in track.cues.cues[one.first : one.first + one.count])
    if one.change is None or changes is None:
        return Group(was, was), 0
    change = changes.cues[one.change]
    later = was[0].start - change.was[0].start
    now = tuple(timed(each, each.start + later, each.end + later) for each in change.now)
    return Group(was, now, (one.change,)), one.part


def with_group(
    track: SuppliedTrack, adaptation: Adaptation, before: Captions, group: Group
) -> Adaptation | Problem:
    """*adaptation* with a group as it is wanted; refused where a caption would have no room.

    *before* are the captions that *adaptation* makes so far.

    What then says the same as the file is no change any more.
    """
    if any(one.end - one.start < _least(group) - _ROUNDING_S for one in group.now):
        return no_room()
    if len(group.was) > MOST_IN_ONE or len(group.now) > MOST_IN_ONE:
        return refusal("too-many-captions", tr("These are too many captions to be joined or split."))
    there = changes_in(adaptation, track.id)
    former = there.cues if there is not None else ()
    kept = [one for number, one in enumerate(former) if number not in group.made_by]
    if group.now != group.was:
        kept.append(CaptionChange(was=group.was, now=group.now))
    tracks = with_cues(adaptation.captions, track.id, kept)
    after = changed(adaptation, captions=tracks)
    if len(track.under(after).misfits) > len(before.misfits):
        return no_room()
    return after


def timed(one: CaptionWords, start: float, end: float) -> CaptionWords:
    """A caption at other times. Raises ValueError for a time before the film begins."""
    return changed(one, start=to_ms(start), end=to_ms(end))


def no_room() -> Problem:
    """Why a caption cannot be there."""
    return refusal(
        "no-room",
        tr("There is no room for that: a caption would be too short to be seen, or stand before another."),
        tr("Move or join the captions beside it first."),
    )


def _least(group: Group) -> float:
    """How short a caption of the group may be: as short as its file has one, where that is very short."""
    return min(LEAST_S, *(one.end - one.start for one in group.was))
