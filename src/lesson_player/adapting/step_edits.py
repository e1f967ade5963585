"""Edits of whole steps: titles, minutes, notes, hidden, split, added, moved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lesson_player.adapting.edit import Edit, find_step, line_words, refusal, step_words
from lesson_player.adapting.orders import natural_orders, step_orders, with_step_orders
from lesson_player.adapting.own import own_step, with_own_step
from lesson_player.adapting.parts import Part, PartKind, changed, with_part
from lesson_player.adapting.splits import joined, split_off
from lesson_player.adapting.step_places import inserted, locked_step, no_such_place, steady
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import AddedStep, NotesChange
from lesson_player.model.adaptation import SplitStep as Split
from lesson_player.model.layers import apply

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Step
    from lesson_player.model.problem import Problem

StepField = Literal["title", "easy", "now", "minutes", "reveal", "start", "end"]
Heading = Literal["say", "ask", "look_for", "unsettled", "deaf"]


@dataclass(frozen=True, slots=True)
class ChangeStep(Edit):
    """Set one field of a step; None goes back to what the lesson says. ``start`` and ``end`` are moments."""

    step: str
    field: StepField
    value: str | int | None

    def _key(self) -> tuple[str, ...]:
        return ("step", self.step, self.field) if self.field in {"title", "easy", "now", "minutes"} else ()

    def _said(self, lesson: Lesson, /) -> str:
        words = step_words(lesson, self.step)
        match self.field:
            case "title" | "easy":
                return tr("Title of “{step}” changed", step=words)
            case "now":
                return tr("Words for now and next of “{step}” changed", step=words)
            case "minutes":
                return tr("Minutes of “{step}” changed", step=words)
            case "reveal":
                return tr("How lines of “{step}” come changed", step=words)
            case _:
                return tr("Film part of “{step}” changed", step=words)

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if own_step(adaptation, self.step) is not None:
            return with_own_step(
                adaptation, self.step, lambda step: changed(step, **{self.field: self.value})
            )
        split = split_off(adaptation, self.step)
        if split is not None:
            return with_part(
                adaptation, Part(PartKind.SPLIT, split.id), changed(split, **{self.field: self.value})
            )
        step = find_step(base, self.step)
        same = step is not None and getattr(step, self.field, None) == self.value
        return with_part(adaptation, Part(PartKind.STEP, self.step, self.field), None if same else self.value)

    def _in_own(self, step: Step) -> Step:
        return changed(step, **{self.field: self.value})


@dataclass(frozen=True, slots=True)
class ChangeNotes(Edit):
    """Say a step's notes under one heading anew, a text for each point; None goes back to the lesson's."""

    step: str
    heading: Heading
    texts: tuple[str, ...] | None

    def _key(self) -> tuple[str, ...]:
        return ("notes", self.step, self.heading)

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Notes of “{step}” changed", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if own_step(adaptation, self.step) is not None:
            return with_own_step(adaptation, self.step, self._in_own)
        split = split_off(adaptation, self.step)
        if split is not None:
            notes = changed(split.notes or NotesChange(), **{self.heading: self.texts})
            kept = notes if notes != NotesChange() else None
            return with_part(adaptation, Part(PartKind.SPLIT, split.id), changed(split, notes=kept))
        step = find_step(base, self.step)
        same = step is not None and getattr(step.notes, self.heading) == self.texts
        return with_part(
            adaptation, Part(PartKind.NOTES, self.step, self.heading), None if same else self.texts
        )

    def _in_own(self, step: Step) -> Step:
        return changed(step, notes=changed(step.notes, **{self.heading: self.texts or ()}))


@dataclass(frozen=True, slots=True)
class HideStep(Edit):
    """Leave a step of the lesson out of every sitting."""

    step: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("“{step}” hidden", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        step = find_step(base, self.step)
        if step is not None and step.locked:
            return locked_step(step)
        if split_off(adaptation, self.step) is not None:
            return refusal(
                "split-off",
                tr("This is the second part of a step that was split, so it cannot be hidden alone."),
                tr("Hide its lines, or join the two parts again."),
            )
        hidden = with_part(adaptation, Part(PartKind.STEP, self.step, "hidden"), True)
        return steady(base, adaptation, hidden)


@dataclass(frozen=True, slots=True)
class ShowStep(Edit):
    """Show a hidden step again."""

    step: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("“{step}” shown again", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        return with_part(adaptation, Part(PartKind.STEP, self.step, "hidden"), None)


@dataclass(frozen=True, slots=True)
class SplitStep(Edit):
    """Make two steps of one; the new one, of the id *id*, begins at the line *before*."""

    step: str
    before: str
    id: str
    title: str | None = None

    def _said(self, lesson: Lesson, /) -> str:
        title, line = step_words(lesson, self.step), line_words(lesson, self.before)
        return tr("“{step}” split at “{line}”", step=title, line=line)

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        step = find_step(base, self.step)
        if step is not None and step.locked:
            return locked_step(step)
        if own_step(adaptation, self.step) is not None:
            return refusal(
                "own-step",
                tr("A step that you added yourself cannot be split."),
                tr("Add another step after it, and put the lines there."),
            )
        split = Split.model_validate(
            {"step": self.step, "before": self.before, "id": self.id, "title": self.title}
        )
        larger = changed(adaptation, split_steps=(*adaptation.split_steps, split))
        return steady(base, adaptation, larger)


@dataclass(frozen=True, slots=True)
class JoinStep(Edit):
    """Put the second part of a split step back to the first."""

    step: str
    """The id of the second part."""

    def _said(self, lesson: Lesson, /) -> str:
        return tr("“{step}” joined again", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        split = split_off(adaptation, self.step)
        if split is None:
            return refusal("not-split", tr("This step was not split."))
        return steady(base, adaptation, joined(adaptation, split))


@dataclass(frozen=True, slots=True)
class AddStep(Edit):
    """Put a new step, or slide, into a sitting after another step, or first."""

    sitting: str
    after: str | None
    step: Step

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Step “{step}” added", step=self.step.title)

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        natural = natural_orders(base, adaptation)
        anchor = self.after if self.after in natural.get(self.sitting, ()) else None
        one = AddedStep.model_validate({"sitting": self.sitting, "after": anchor, "step": self.step})
        larger = changed(adaptation, add_steps=(*adaptation.add_steps, one))
        place = inserted(natural.get(self.sitting, ()), self.step.id, anchor)
        natural[self.sitting] = place
        wanted = step_orders(apply(base, [adaptation])[0])
        order = wanted.get(self.sitting, ())
        if self.after is not None and self.after not in order:
            return no_such_place(self.after, base)
        wanted[self.sitting] = inserted(order, self.step.id, self.after)
        return with_step_orders(base, larger, natural, wanted)


@dataclass(frozen=True, slots=True)
class RemoveStep(Edit):
    """Take out a step that the adaptation itself added, from every sitting."""

    step: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Own step “{step}” taken out", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if own_step(adaptation, self.step) is None:
            return refusal(
                "not-own",
                tr("“{step}” is a step of the lesson.", step=step_words(base, self.step)),
                tr("You can hide it."),
            )
        kept = tuple(one for one in adaptation.add_steps if one.step.id != self.step)
        return steady(base, adaptation, changed(adaptation, add_steps=kept))


@dataclass(frozen=True, slots=True)
class MoveStep(Edit):
    """Put a step after another one, or first, in its sitting or, with *leaves*, in another one."""

    sitting: str
    step: str
    after: str | None
    leaves: str | None = None
    """The sitting that it is taken out of, where that is another one."""

    def _key(self) -> tuple[str, ...]:
        return ("move", self.sitting, self.step)

    def _said(self, lesson: Lesson, /) -> str:
        return tr("“{step}” moved", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        lesson, _ = apply(base, [adaptation])
        step = find_step(lesson, self.step)
        if step is None:
            return no_such_place(self.step, base)
        if step.locked:
            return locked_step(step)
        wanted = step_orders(lesson)
        leaves = self.leaves or self.sitting
        wanted[leaves] = tuple(name for name in wanted.get(leaves, ()) if name != self.step)
        order = wanted.get(self.sitting, ())
        if self.after is not None and self.after not in order:
            return no_such_place(self.after, base)
        if self.step in order:
            return refusal("step-twice", tr("“{step}” stands in that sitting already.", step=step.title))
        wanted[self.sitting] = inserted(order, self.step, self.after)
        return with_step_orders(base, adaptation, natural_orders(base, adaptation), wanted, self.step)
