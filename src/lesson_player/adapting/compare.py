"""A version beside the lesson: every difference with both wordings, in the order of the lesson."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.caption_parts import Shift, place_words, said_before, said_now
from lesson_player.adapting.edit import find_line, find_step, line_words, shortened, step_words
from lesson_player.adapting.own import own_line, own_step
from lesson_player.adapting.part_words import field_words, value_words
from lesson_player.adapting.parts import Part, PartKind, PartValue, parts_of
from lesson_player.adapting.remember import remembered, value_in
from lesson_player.adapting.splits import split_off
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import AddedLine, AddedPause, AddedStep, MovedStep, SplitStep
from lesson_player.model.caption_changes import CaptionChange
from lesson_player.model.layers import apply
from lesson_player.model.lesson import FilmStep
from lesson_player.model.names import step_lines
from lesson_player.model.pictures import Picture

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Pause, Step


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
    if isinstance(value, CaptionChange | Shift):
        before, now = said_before(value), said_now(value)
        return Difference(part, "", "", place_words(part.id, value), field_words(part), before, now)
    step, line = _where(base, part, value)
    return Difference(
        part=part,
        step=step,
        line=line,
        place=_place_words(base, adaptation, step, line),
        field=field_words(part),
        base=_lesson_words(base, adaptation, part),
        own=_own_words(base, adaptation, part, value),
    )


def changes_in(found: tuple[Difference, ...], step: str) -> tuple[Difference, ...]:
    """The differences of one step."""
    return tuple(one for one in found if one.step == step)


def _own_words(base: Lesson, adaptation: Adaptation, part: Part, value: PartValue) -> str:
    """What a version says in one change."""
    if part.field == "hidden" or part.kind is PartKind.HIDDEN_PAUSE:
        return tr("Hidden")
    if isinstance(value, MovedStep):
        if value.after is None:
            return tr("First in its sitting")
        return tr("After “{step}”", step=_title(base, adaptation, value.after))
    return _added_words(base, adaptation, value) or value_words(value, part)


def _added_words(base: Lesson, adaptation: Adaptation, value: PartValue) -> str:
    """The words of what a version adds; empty for all else."""
    match value:
        case AddedLine():
            return value.line.text
        case AddedPause():
            return _pause_words(value.pause)
        case SplitStep():
            return tr("Begins at “{line}”", line=_words(base, adaptation, value.before))
        case AddedStep():
            lines = [line.text for line, _ in step_lines(value.step)]
            return "\n".join((value.step.title, *lines))
        case Picture():
            return value.alt
        case _:
            return ""


def _pause_words(pause: Pause) -> str:
    return pause.prompt.text if pause.prompt is not None else tr("A rest without a question")


def _lesson_words(base: Lesson, adaptation: Adaptation, part: Part) -> str:
    """What the lesson says where *part* changes it, or what it said when it still had it."""
    if part.kind is PartKind.HIDDEN_PAUSE:
        step = find_step(base, part.id)
        pauses = step.pauses if isinstance(step, FilmStep) else ()
        return next((_pause_words(pause) for pause in pauses if pause.id == part.field), "")
    there = part.kind not in {PartKind.LINE, PartKind.STEP, PartKind.NOTES} or _known(base, part)
    return value_words(value_in(base, part) if there else remembered(adaptation.base, part)[1], part)


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
    return (part.id, "") if part.kind is not PartKind.PICTURE else ("", "")


def _holds(step: Step, line: str) -> bool:
    return any(one.id == line for one, _ in step_lines(step))


def _place_words(base: Lesson, adaptation: Adaptation, step: str, line: str) -> str:
    if step and line:
        title, words = _title(base, adaptation, step), _words(base, adaptation, line)
        return tr("{step}: “{line}”", step=title, line=words)
    if line:
        return tr("“{line}”", line=_words(base, adaptation, line))
    return _title(base, adaptation, step) if step else tr("The whole lesson")


def _title(base: Lesson, adaptation: Adaptation, step: str) -> str:
    """The title of a step of the lesson, of one's own, of a part split off, or of one that is gone."""
    if find_step(base, step) is not None:
        return step_words(base, step)
    added = own_step(adaptation, step)
    if added is not None:
        return added.title
    split = split_off(adaptation, step)
    if split is not None:
        return split.title or _title(base, adaptation, split.step)
    former = adaptation.base.steps.get(step)
    return former.title if former is not None and former.title else step


def _words(base: Lesson, adaptation: Adaptation, line: str) -> str:
    """The beginning of a line of the lesson, of one's own, or of one that is gone."""
    own, former = own_line(adaptation, line), adaptation.base.lines.get(line)
    if find_line(base, line) is not None or (own is None and former is None):
        return line_words(base, line)
    text = own.text if own is not None else former.text if former is not None else None
    return shortened(text) if text else line


def _order(base: Lesson, lesson: Lesson) -> dict[str, int]:
    """The places of steps and lines as the class meets them; what is hidden stands where it was."""
    names = _names(lesson)
    for former, name in zip((None, *_names(base)), _names(base), strict=False):
        if name not in names:
            names.insert(names.index(former) + 1 if former is not None else 0, name)
    return {name: number for number, name in enumerate(names)}


def _names(lesson: Lesson) -> list[str]:
    steps = {step.id: step for step in lesson.steps}
    taught = dict.fromkeys(step for sitting in lesson.sittings for step in sitting.steps)
    found = [[step, *(line.id for line, _ in step_lines(steps[step]))] for step in taught]
    return [name for one in found for name in one]


def _place(one: Difference, order: dict[str, int]) -> int:
    """Where a difference comes: what holds for the whole lesson first, what the lesson does not have last."""
    otherwise = len(order) if one.step or one.line else -1
    return order.get(one.line, order.get(one.step, otherwise))
