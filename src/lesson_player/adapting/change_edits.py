"""Edits of one change as a whole: reset, copied from another version, kept, put elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.caption_parts import track_words
from lesson_player.adapting.edit import Edit, line_words, refusal, step_words
from lesson_player.adapting.line_edits import RemoveLine
from lesson_player.adapting.part_words import field_words
from lesson_player.adapting.parts import Part, PartKind, PartValue, changed, parts_of, with_part
from lesson_player.adapting.remember import looked_at
from lesson_player.adapting.step_edits import JoinStep, RemoveStep
from lesson_player.adapting.step_places import in_place
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import AddedLine, AddedPause, AddedStep, MovedStep, SplitStep

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.problem import Problem


@dataclass(frozen=True, slots=True)
class ResetPart(Edit):
    """Take one change out, so that the lesson's own words or order come back; also to give a change up."""

    part: Part

    def _said(self, lesson: Lesson, /) -> str:
        return tr("{field} reset: {place}", field=field_words(self.part), place=_place(lesson, self.part))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if self.part not in parts_of(adaptation):
            return _no_such_change()
        match self.part.kind:
            case PartKind.ADDED_LINE:
                return RemoveLine(self.part.id).on(adaptation, base)
            case PartKind.SPLIT:
                return JoinStep(self.part.id).on(adaptation, base)
            case PartKind.ADDED_STEP if _only_place(adaptation, self.part):
                return RemoveStep(self.part.id).on(adaptation, base)
            case PartKind.ADDED_STEP | PartKind.MOVED_STEP:
                return in_place(base, adaptation, with_part(adaptation, self.part, None), self.part.id)
            case _:
                return with_part(adaptation, self.part, None)


@dataclass(frozen=True, slots=True)
class CopyPart(Edit):
    """Make a change that another version makes: *value* is what that version says there (`parts_of`)."""

    part: Part
    value: PartValue

    def _said(self, lesson: Lesson, /) -> str:
        return tr("{field} copied: {place}", field=field_words(self.part), place=_place(lesson, self.part))

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return with_part(adaptation, self.part, self.value)


@dataclass(frozen=True, slots=True)
class KeepMine(Edit):
    """Keep a change although the lesson says something else now: it then fits again."""

    part: Part

    def _said(self, lesson: Lesson, /) -> str:
        return tr("{field} kept: {place}", field=field_words(self.part), place=_place(lesson, self.part))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if self.part not in parts_of(adaptation):
            return _no_such_change()
        return looked_at(adaptation, base, self.part)


@dataclass(frozen=True, slots=True)
class PutElsewhere(Edit):
    """Give a change whose line or step is gone to another one.

    For a change of a line or of a step, *target* is the line or step that it is for from now on; for an added
    line or pause and for a split, the step; for an added or moved step, the sitting. *after* is the line or
    step that an added or moved one then follows, and the line at which a split begins.
    """

    part: Part
    target: str
    after: str | None = None

    def _said(self, lesson: Lesson, /) -> str:
        place = _place(lesson, self.part)
        return tr("{field} put elsewhere: {place}", field=field_words(self.part), place=place)

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        value = parts_of(adaptation).get(self.part)
        if value is None:
            return _no_such_change()
        without = with_part(adaptation, self.part, None)
        match value:
            case AddedLine():
                moved: PartValue = changed(value, step=self.target, after=self.after)
            case AddedPause():
                moved = changed(value, step=self.target)
            case SplitStep():
                moved = changed(value, step=self.target, before=self.after)
            case AddedStep():
                moved = changed(value, sitting=self.target, after=self.after)
            case MovedStep():
                return _moved(without, value, self)
            case _:
                return with_part(without, Part(self.part.kind, self.target, self.part.field), value)
        field = self.target if isinstance(value, AddedStep) else self.part.field
        return with_part(without, Part(self.part.kind, self.part.id, field), moved)


def _moved(without: Adaptation, value: MovedStep, edit: PutElsewhere) -> Adaptation:
    leaves = value.leaves or (value.sitting if value.sitting != edit.target else None)
    moved = changed(value, sitting=edit.target, after=edit.after, leaves=leaves)
    return with_part(without, Part(PartKind.MOVED_STEP, value.step, edit.target), moved)


def _only_place(adaptation: Adaptation, part: Part) -> bool:
    return sum(one.step.id == part.id for one in adaptation.add_steps) == 1


def _place(lesson: Lesson, part: Part) -> str:
    if part.kind in {PartKind.CAPTION, PartKind.CAPTION_SHIFT}:
        return track_words(part.id)
    if part.kind in {PartKind.LINE, PartKind.ADDED_LINE}:
        return tr("“{line}”", line=line_words(lesson, part.id))
    return tr("“{step}”", step=step_words(lesson, part.id)) if part.id else tr("The whole lesson")


def _no_such_change() -> Problem:
    return refusal("no-such-change", tr("This version does not make that change any more."))
