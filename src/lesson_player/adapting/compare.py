"""A version beside the lesson: every difference with both wordings, in the order of the lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.edit import find_line, find_step, line_words, step_words
from lesson_player.adapting.own import own_line
from lesson_player.adapting.part_words import field_words, value_words
from lesson_player.adapting.parts import Part, PartKind, PartValue, parts_of
from lesson_player.adapting.remember import remembered, value_in
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import AddedLine, AddedPause, AddedStep, MovedStep, SplitStep
from lesson_player.model.layers import apply
from lesson_player.model.names import step_lines

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Step


@dataclass(frozen=True, slots=True)
class Difference:
    """One change of a version, told beside what the lesson says."""

    part: Part
    """Which change it is: `ResetPart`, `CopyPart` and the others take it."""
    step: str
    """Id of the step that it belongs to; empty for what holds for the whole lesson or outside steps."""
    line: str
    """Id of the line that is changed, hidden or added; empty for all else."""
    place: str
    """Where it is, in words: the title of the step, and the beginning of the line."""
    field: str
    """What is changed, in words: "Text", "Minutes", "Line added"."""
    base: str
    """What the lesson says; empty where it says nothing."""
    own: str
    """What the version says."""


def differences(base: Lesson, adaptation: Adaptation) -> tuple[Difference, ...]:
    """Every change that *adaptation* makes to *base*, in the order in which a class meets them.

    Changes to what *base* does not have (any more) come last, with the words that it had then.
    """
    lesson, _ = apply(base, [adaptation])
    order = _order(base, lesson)
    found = [difference(base, adaptation, part, value) for part, value in parts_of(adaptation).items()]
    return tuple(sorted(found, key=lambda one: _place(one, order)))


def difference(base: Lesson, adaptation: Adaptation, part: Part, value: PartValue) -> Difference:
    """One change of *adaptation*, told beside what *base* says."""
    step, line = _where(base, part, value)
    there = part.kind not in {PartKind.LINE, PartKind.STEP, PartKind.NOTES} or _known(base, part)
    lesson_says = value_in(base, part) if there else remembered(adaptation.base, part)[1]
    return Difference(
        part=part,
        step=step,
        line=line,
        place=_place_words(base, adaptation, step, line),
        field=field_words(part),
        base=value_words(lesson_says, part),
        own=own_words(base, part, value),
    )


def changes_in(found: tuple[Difference, ...], step: str) -> tuple[Difference, ...]:
    """The differences of one step."""
    return tuple(one for one in found if one.step == step)


def own_words(base: Lesson, part: Part, value: PartValue) -> str:
    """What a version says in one change."""
    match value:
        case AddedLine():
            return value.line.text
        case AddedPause():
            return value.pause.prompt.text if value.pause.prompt else tr("A rest without a question")
        case SplitStep():
            return tr("Begins at “{line}”", line=line_words(base, value.before))
        case AddedStep():
            lines = [line.text for line, _ in step_lines(value.step)]
            return "\n".join((value.step.title, *lines))
        case MovedStep():
            if value.after is None:
                return tr("First in its sitting")
            return tr("After “{step}”", step=step_words(base, value.after))
    if part.field == "hidden" or part.kind is PartKind.HIDDEN_PAUSE:
        return tr("Hidden")
    return value_words(value, part)


def _known(base: Lesson, part: Part) -> bool:
    found = find_line(base, part.id) if part.kind is PartKind.LINE else find_step(base, part.id)
    return found is not None


def _where(base: Lesson, part: Part, value: PartValue) -> tuple[str, str]:
    """The ids of the step and the line that a change belongs to."""
    match value:
        case AddedLine():
            return value.step, value.line.id
        case AddedPause() | MovedStep():
            return value.step, ""
        case SplitStep():
            return value.step, value.before
        case AddedStep():
            return value.step.id, ""
    if part.kind is PartKind.LINE:
        holder = next((step.id for step in base.steps if _holds(step, part.id)), "")
        return holder, part.id
    return part.id, ""


def _holds(step: Step, line: str) -> bool:
    return any(one.id == line for one, _ in step_lines(step))


def _place_words(base: Lesson, adaptation: Adaptation, step: str, line: str) -> str:
    added = next((one.step for one in adaptation.add_steps if one.step.id == step), None)
    former = adaptation.base.steps.get(step)
    title = step_words(base, step)
    if find_step(base, step) is None:
        title = added.title if added is not None else (former.title if former and former.title else step)
    own = own_line(adaptation, line)
    words = line_words(base, line)
    if find_line(base, line) is None:
        before = adaptation.base.lines.get(line)
        words = own.text if own is not None else (before.text if before and before.text else line)
    if step and line:
        return tr("{step}: “{line}”", step=title, line=words)
    if line:
        return tr("“{line}”", line=words)
    return title if step else tr("The whole lesson")


def _order(base: Lesson, lesson: Lesson) -> dict[str, int]:
    """The places of steps and lines, as the class meets them; what is hidden stands as the lesson has it."""
    names: list[str] = []
    for version in (lesson, base):
        taught = dict.fromkeys(step for sitting in version.sittings for step in sitting.steps)
        known = {step.id: step for step in version.steps}
        for step in taught:
            names += [step, *(line.id for line, _ in step_lines(known[step]))]
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _place(one: Difference, order: dict[str, int]) -> int:
    """Where a difference comes: what holds for the whole lesson first, what the lesson does not have last."""
    otherwise = len(order) if one.step or one.line else -1
    return order.get(one.line, order.get(one.step, otherwise))
