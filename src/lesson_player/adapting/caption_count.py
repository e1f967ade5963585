"""Edits that make captions more or fewer. Each holds on to a caption that the file has, as all changes do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.caption_edits import CaptionEdit
from lesson_player.adapting.caption_groups import Group, group_of, no_room
from lesson_player.adapting.edit import refusal
from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_changes import LEAST_S, CaptionWords
from lesson_player.model.caption_places import to_ms
from lesson_player.model.captions import plain_words

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.caption_layers import Captions
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.problem import Problem

_USUAL_S = 2.0
"""How long a caption that is added stays, in seconds, where there is so much room."""
_ENOUGH_S = 1.0
"""With less room than this, in seconds, it takes half of the time of the caption before it."""


@dataclass(frozen=True, slots=True)
class AddCue(CaptionEdit):
    """Put a caption with the words *text* after one that is there; its speaker is the same.

    It has the room until the next one, or half of the time of the one before where there is next to none.
    """

    text: str

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Caption added")

    def _changed(
        self, _adaptation: Adaptation, captions: Captions, group: Group, part: int
    ) -> Group | Problem:
        one = group.now[part]
        following = captions.shown[self.number + 1 : self.number + 2]
        room = min((each.cue.start_s for each in following), default=one.end + _USUAL_S) - one.end
        begins = one.end if room >= _ENOUGH_S else to_ms((one.start + one.end) / 2)
        ends = one.end + min(room, _USUAL_S) if room >= _ENOUGH_S else one.end
        if min(begins - one.start, ends - begins) < LEAST_S:
            return no_room()
        return group.with_part(
            part,
            CaptionWords(start=one.start, end=begins, text=one.text),
            CaptionWords(start=begins, end=to_ms(ends), text=plain_words(self.text)),
        )


@dataclass(frozen=True, slots=True)
class RemoveCue(CaptionEdit):
    """Take a caption out; those beside it stay as they are. One that was added goes without a trace."""

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Caption taken out")

    def _changed(
        self, adaptation: Adaptation, captions: Captions, group: Group, part: int
    ) -> Group | Problem:
        left = (*group.now[:part], *group.now[part + 1 :])
        if left:
            return group.with_now(*left)
        if self.number + 1 < len(captions.shown):
            beside, _ = group_of(self.track, adaptation, captions, self.number + 1)
            return Group((*group.was, *beside.was), beside.now, (*group.made_by, *beside.made_by))
        if self.number > 0:
            beside, _ = group_of(self.track, adaptation, captions, self.number - 1)
            return Group((*beside.was, *group.was), beside.now, (*beside.made_by, *group.made_by))
        return refusal(
            "last-caption",
            tr("A film’s only caption cannot be taken out."),
            tr("Change its words, or turn the captions off."),
        )
