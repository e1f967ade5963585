"""Edits of captions: one or all moved, worded anew, split and joined. The supplied file is only read."""

from __future__ import annotations

from abc import abstractmethod
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lesson_player.adapting.caption_groups import Group, SuppliedTrack, group_of, no_room, timed, with_group
from lesson_player.adapting.caption_parts import Shift, change_name, changes_in, shift_words, with_shift
from lesson_player.adapting.edit import Edit, refusal
from lesson_player.adapting.parts import changed
from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_changes import FARTHEST_S, LEAST_S, CaptionWords
from lesson_player.model.caption_places import there_now, to_ms, words_of
from lesson_player.model.captions import plain_words

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.caption_layers import Captions
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.problem import Problem

Edge = Literal["both", "end"]
"""What of a caption is moved: all of it, or only when it goes."""


@dataclass(frozen=True, slots=True)
class CaptionEdit(Edit):
    """An edit of one caption, by its number among those that the class gets, counted from 0."""

    track: SuppliedTrack
    number: int

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        captions = self.track.under(adaptation)
        if not 0 <= self.number < len(captions.shown):
            return refusal("no-such-caption", tr("This caption is not there any more."))
        group, part = group_of(self.track, adaptation, captions, self.number)
        found = self._changed(adaptation, captions, group, part)
        return with_group(self.track, adaptation, captions, found) if isinstance(found, Group) else found

    @abstractmethod
    def _changed(
        self, adaptation: Adaptation, captions: Captions, group: Group, part: int
    ) -> Group | Problem: ...


@dataclass(frozen=True, slots=True)
class NudgeCue(CaptionEdit):
    """Show a caption so many seconds later, or earlier where that is negative; or have it stay longer.

    Captions beside it give way as long as they stay long enough to be seen.
    """

    by_s: float
    edge: Edge = "both"

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Caption stays for another time") if self.edge == "end" else tr("Caption moved")

    def _changed(
        self, _adaptation: Adaptation, _captions: Captions, group: Group, part: int
    ) -> Group | Problem:
        one = group.now[part]
        start = one.start + (self.by_s if self.edge == "both" else 0.0)
        end = one.end + self.by_s
        if start < 0 or end - start < min(LEAST_S, one.end - one.start) - 0.0005:
            return no_room()
        now = list(group.now)
        now[part] = timed(one, start, end)
        if part > 0 and now[part - 1].end > now[part].start:
            now[part - 1] = _cut(now[part - 1], end=now[part].start)
        if part + 1 < len(now) and now[part + 1].start < now[part].end:
            now[part + 1] = _cut(now[part + 1], start=now[part].end)
        if any(each.end - each.start < LEAST_S - 0.0005 for each in now if each not in group.now):
            return no_room()
        return group.with_now(*now)


@dataclass(frozen=True, slots=True)
class ReWordCue(CaptionEdit):
    """Have a caption say something else; a line feed begins a new line. Empty: what the file says.

    Speakers and styles stay with the words that stay.
    """

    text: str

    def _key(self) -> tuple[str, ...]:
        return ("caption", self.track.id, str(self.number))

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Words of a caption changed")

    def _changed(
        self, _adaptation: Adaptation, _captions: Captions, group: Group, part: int
    ) -> Group | Problem:
        text = plain_words(self.text)
        if not text and len(group.now) == len(group.was):
            text = group.was[part].text
        return group.with_part(part, changed(group.now[part], text=text))


@dataclass(frozen=True, slots=True)
class SplitCue(CaptionEdit):
    """Make two captions of one; the second one begins with the character *at*, counted from 0.

    Each stays for the share of the time that its words have of all words.
    """

    at: int

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Caption split")

    def _changed(
        self, _adaptation: Adaptation, _captions: Captions, group: Group, part: int
    ) -> Group | Problem:
        one = group.now[part]
        first, second = plain_words(one.text[: self.at]), plain_words(one.text[self.at :])
        if not first or not second:
            return refusal(
                "cannot-split-caption",
                tr("A caption is split between two of its words."),
                tr("Put the cursor before the word that begins the second caption."),
            )
        length = one.end - one.start
        middle = to_ms(one.start + length * len(first) / (len(first) + len(second)))
        parts = (
            CaptionWords(start=one.start, end=middle, text=first),
            CaptionWords(start=middle, end=one.end, text=second),
        )
        if min(each.end - each.start for each in parts) < LEAST_S:
            return no_room()
        return group.with_part(part, *parts)


@dataclass(frozen=True, slots=True)
class JoinCues(CaptionEdit):
    """Make one caption of this one and the next: from when the first comes to when the second goes.

    Two captions of one line each become two lines; of more, one text that the class screen breaks itself.
    """

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Two captions joined")

    def _changed(
        self, adaptation: Adaptation, captions: Captions, group: Group, part: int
    ) -> Group | Problem:
        if self.number + 1 >= len(captions.shown):
            return refusal("no-next-caption", tr("No caption follows this one."))
        if part + 1 < len(group.now):
            joined = _joined(group.now[part], group.now[part + 1])
            return group.with_now(*group.now[:part], joined, *group.now[part + 2 :])
        after, _ = group_of(self.track, adaptation, captions, self.number + 1)
        joined = _joined(group.now[-1], after.now[0])
        return Group(
            (*group.was, *after.was),
            (*group.now[:-1], joined, *after.now[1:]),
            (*group.made_by, *after.made_by),
        )


@dataclass(frozen=True, slots=True)
class ResetCue(CaptionEdit):
    """Bring back what the file has where a caption stands, however it was changed."""

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Caption as the film has it")

    def _changed(
        self, _adaptation: Adaptation, _captions: Captions, group: Group, _part: int
    ) -> Group | Problem:
        if not group.made_by:
            return refusal("not-changed", tr("This caption is as the film has it."))
        return group.with_now(*group.was)


@dataclass(frozen=True, slots=True)
class NudgeAll(Edit):
    """Show all captions of a track so many seconds later, or earlier where that is negative."""

    track: SuppliedTrack
    by_s: float

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("All captions moved")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        captions = self.track.under(adaptation)
        if not captions.shown:
            return refusal("no-captions", tr("There are no captions to move."))
        there = changes_in(adaptation, self.track.id)
        by_s = to_ms((there.shift if there is not None else 0.0) + self.by_s)
        if captions.shown[0].cue.start_s + by_s < 0 or abs(by_s) > FARTHEST_S:
            return refusal(
                "no-room",
                tr("They cannot be moved so far: the first caption would come before the film begins.")
                if by_s < 0
                else tr("They cannot be moved by more than a minute."),
            )
        shift = Shift(by_s, to_ms(self.track.cues.cues[0].start_s))
        return changed(adaptation, captions=with_shift(adaptation.captions, self.track.id, shift))


def shift_said(adaptation: Adaptation, track: SuppliedTrack) -> str:
    """How far all captions of a track are moved, in words."""
    there = changes_in(adaptation, track.id)
    return shift_words(there.shift if there is not None else 0.0)


def _joined(one: CaptionWords, after: CaptionWords) -> CaptionWords:
    plain = "\n" not in one.text + after.text
    text = f"{one.text}\n{after.text}" if plain else " ".join(f"{one.text} {after.text}".split())
    return CaptionWords(start=one.start, end=after.end, text=text)


def _cut(one: CaptionWords, *, start: float | None = None, end: float | None = None) -> CaptionWords:
    found_start, found_end = one.start if start is None else start, one.end if end is None else end
    return timed(one, found_start, max(found_end, found_start))


@dataclass(frozen=True, slots=True)
class KeepCaption(Edit):
    """Keep a change although the film's captions are others now: it then stands for those that are there.

    *name* is the time by which the change is known (`caption_parts.change_name`).
    """

    track: SuppliedTrack
    name: str

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Change of a caption kept")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        there = changes_in(adaptation, self.track.id)
        cues = there.cues if there is not None else ()
        mine = next((number for number, one in enumerate(cues) if change_name(one) == self.name), None)
        if mine is None:
            return refusal("no-such-change", tr("This version does not make that change any more."))
        was = tuple(words_of(cue) for cue in there_now(self.track.cues, cues[mine]))
        if not was:
            return refusal(
                "no-such-caption",
                tr("The film has no caption there any more, so there is nothing to change."),
                tr("Take the change out, or write its words into a caption that the film has."),
            )
        before = self.track.under(adaptation)
        return with_group(self.track, adaptation, before, Group(was, cues[mine].now, (mine,)))


@dataclass(frozen=True, slots=True)
class KeepShift(Edit):
    """Keep all captions moved as they are, although the film's captions begin elsewhere now."""

    track: SuppliedTrack

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Captions kept moved")

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        there = changes_in(adaptation, self.track.id)
        if there is None or not there.shift or not self.track.cues.cues:
            return refusal("no-such-change", tr("This version does not make that change any more."))
        shift = Shift(there.shift, to_ms(self.track.cues.cues[0].start_s))
        return changed(adaptation, captions=with_shift(adaptation.captions, self.track.id, shift))
