"""A change of captions made in the other versions of the film too, where they say the same at their times."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.caption_groups import Group, SuppliedTrack, group_of, timed, with_group
from lesson_player.adapting.edit import Edit, refusal
from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_places import words_of
from lesson_player.model.captions import plain_words
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.adapting.caption_groups import Said
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.captions import CueTrack
    from lesson_player.model.lesson import Lesson


@dataclass(frozen=True, slots=True)
class ChangeElsewhere(Edit):
    """Change in *others* what *track* has at its caption *number*, where they have the same words.

    Where the words stand more than once, it is the same one of them. Times keep their place within the
    captions, since those of another version are longer or shorter.
    """

    track: SuppliedTrack
    number: int
    others: tuple[SuppliedTrack, ...]

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Caption changed in the other version too")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        captions = self.track.under(adaptation)
        if not 0 <= self.number < len(captions.shown) or captions.shown[self.number].change is None:
            return refusal("not-changed", tr("This caption is as the film has it."))
        group, _ = group_of(self.track, adaptation, captions, self.number)
        texts = [one.text for one in group.was]
        which = _places(self.track.cues, texts).index(captions.shown[self.number].first)
        after: Adaptation = adaptation
        for other in self.others:
            places = _places(other.cues, texts)
            if which < len(places) == len(_places(self.track.cues, texts)):
                made = _changed(other, after, group, places[which])
                if isinstance(made, Problem):
                    return made
                after = made
        if after == adaptation:
            return refusal(
                "no-such-words",
                tr("No other version of the film has these words as often, or they are changed there."),
            )
        return after


def _places(cues: CueTrack, texts: Sequence[str]) -> list[int]:
    """Where captions that say *texts*, one after the other, begin."""
    count = len(texts)
    return [
        number
        for number in cues.numbers_by_words.get(texts[0], [])
        if [plain_words(cue.text) for cue in cues.cues[number : number + count]] == texts
    ]


def _changed(other: SuppliedTrack, adaptation: Adaptation, group: Group, first: int) -> Adaptation | Problem:
    """*adaptation* with the change in *other*; as it is where a change there is about more than these."""
    captions = other.under(adaptation)
    was = tuple(words_of(cue) for cue in other.cues.cues[first : first + len(group.was)])
    here = range(first, first + len(was))
    former = [
        one
        for one in captions.shown
        if one.change is not None and any(at in here for at in range(one.first, one.first + one.count))
    ]
    if any(one.first not in here or one.first + one.count > here.stop for one in former):
        return adaptation
    made_by = tuple({one.change for one in former if one.change is not None})
    return with_group(other, adaptation, captions, Group(was, _carried(group, was), made_by))


def _carried(group: Group, was: Said) -> Said:
    """What stands in the place of a group's captions, at the times of others with the same words."""

    def at(seconds: float) -> float:
        start, end = group.was[0].start, group.was[-1].end
        if seconds <= start:
            return was[0].start + seconds - start
        if seconds >= end:
            return was[-1].end + seconds - end
        return was[0].start + (seconds - start) * (was[-1].end - was[0].start) / (end - start)

    return tuple(timed(one, at(one.start), at(one.end)) for one in group.now)
