"""What the lesson said where a version changes it: kept in the version, so that a newer lesson can be told.

Only what is changed is remembered, with the text or title by which people know the line or step again.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.edit import find_line, find_step
from lesson_player.adapting.parts import Part, PartKind, PartValue, changed, parts_of
from lesson_player.adapting.words_alone import words_between
from lesson_player.model.adaptation import (
    AddedLine,
    AddedPause,
    AddedStep,
    Base,
    FormerLine,
    FormerStep,
    MovedStep,
    NotesChange,
    SplitStep,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson

_WORDS = frozenset({PartKind.LINE, PartKind.STEP, PartKind.NOTES})
"""Changes that stand beside nothing else."""
_STEP_PARTS = frozenset({PartKind.STEP, PartKind.NOTES, PartKind.HIDDEN_PAUSE})


def remembering(before: Adaptation, after: Adaptation, lesson: Lesson) -> Adaptation:
    """*after*, an edit of *before*, with what *lesson* says for each change that the edit brought in.

    What was remembered stays as it is, however the lesson has changed since. What is no longer changed is
    forgotten.
    """
    if words_between(before, after) is not None:
        return after
    former, new = parts_of(before), parts_of(after)
    if former.keys() == new.keys() and all(
        part.kind in _WORDS or former[part] == value for part, value in new.items()
    ):
        # Somebody types: the same changes, one of them in other words.
        return after
    there = set(former)
    base = after.base
    for part, value in new.items():
        if part not in there:
            base = _noted(base, lesson, part, value)
    base = _trimmed(base, new.items())
    return after if base == after.base else changed(after, base=base)


def looked_at(adaptation: Adaptation, lesson: Lesson, part: Part) -> Adaptation:
    """*adaptation* with the words that *lesson* has now for one change: somebody has seen both wordings."""
    value = parts_of(adaptation).get(part)
    return changed(adaptation, base=_noted(adaptation.base, lesson, part, value))


def value_in(lesson: Lesson, part: Part) -> PartValue | None:
    """What *lesson* says where *part* changes it; None where it says nothing, or has no such thing."""
    if part.kind is PartKind.LINE:
        return getattr(find_line(lesson, part.id), _field(part), None)
    step = find_step(lesson, part.id)
    if part.kind is PartKind.NOTES:
        return getattr(step.notes, part.field) if step is not None else None
    return getattr(step, _field(part), None) if part.kind in _STEP_PARTS else None


def remembered(base: Base, part: Part) -> tuple[bool, PartValue | None]:
    """Whether it is known what the lesson said where *part* changes it, and what that was."""
    if part.kind is PartKind.LINE:
        line = base.lines.get(part.id)
        return line is not None, getattr(line, _field(part), None)
    step = base.steps.get(part.id) if part.kind in _STEP_PARTS else None
    if part.kind is PartKind.NOTES:
        return step is not None, getattr(step.notes, part.field, None) if step is not None else None
    return step is not None, getattr(step, _field(part), None)


def places(value: PartValue) -> Iterator[tuple[PartKind, str]]:
    """The lines and steps by which an added, split or moved thing finds its place, by their ids."""
    found: list[tuple[PartKind, str | None]] = []
    match value:
        case AddedLine():
            found = [(PartKind.STEP, value.step), (PartKind.LINE, value.after)]
        case AddedPause():
            found = [(PartKind.STEP, value.step)]
        case SplitStep():
            found = [(PartKind.STEP, value.step), (PartKind.LINE, value.before)]
        case AddedStep():
            found = [(PartKind.STEP, value.after)]
        case MovedStep():
            found = [(PartKind.STEP, value.step), (PartKind.STEP, value.after)]
    yield from ((kind, name) for kind, name in found if name is not None)


def _field(part: Part) -> str:
    """By which field a line or step is known again: the one that is changed, or its text or title."""
    plain = part.field and part.field != "hidden" and part.kind is not PartKind.HIDDEN_PAUSE
    return part.field if plain else ("text" if part.kind is PartKind.LINE else "title")


def _noted(base: Base, lesson: Lesson, part: Part, value: PartValue | None) -> Base:
    if part.kind is PartKind.LINE:
        return _noted_line(base, lesson, part)
    if part.kind in _STEP_PARTS:
        return _noted_step(base, lesson, part)
    for kind, name in places(value):
        here = Part(kind, name)
        if not remembered(base, here)[0]:
            base = _noted(base, lesson, here, None)
    return base


def _noted_line(base: Base, lesson: Lesson, part: Part) -> Base:
    line = find_line(lesson, part.id)
    if line is None:
        return base
    former = base.lines.get(part.id, FormerLine(text=line.text))
    field = _field(part)
    return changed(
        base, lines={**base.lines, part.id: changed(former, **{field: getattr(line, field, None)})}
    )


def _noted_step(base: Base, lesson: Lesson, part: Part) -> Base:
    step = find_step(lesson, part.id)
    if step is None:
        return base
    former = base.steps.get(part.id, FormerStep(title=step.title))
    if part.kind is PartKind.NOTES:
        said = {part.field: getattr(step.notes, part.field)}
        former = changed(former, notes=changed(former.notes or NotesChange(), **said))
    else:
        former = changed(former, **{_field(part): getattr(step, _field(part), None)})
    return changed(base, steps={**base.steps, part.id: former})


def _trimmed(base: Base, parts: Iterable[tuple[Part, PartValue]]) -> Base:
    """*base* without what no change is about any more."""
    wanted: dict[tuple[PartKind, str], set[str]] = {}
    for part, value in parts:
        if part.kind is PartKind.LINE:
            wanted.setdefault((PartKind.LINE, part.id), {"text"}).add(_field(part))
        elif part.kind in _STEP_PARTS:
            key = "notes" if part.kind is PartKind.NOTES else _field(part)
            wanted.setdefault((PartKind.STEP, part.id), {"title"}).add(key)
        for place in places(value):
            wanted.setdefault(place, {"text", "title"})
    lines = {
        name: _only(line, wanted[PartKind.LINE, name])
        for name, line in base.lines.items()
        if (PartKind.LINE, name) in wanted
    }
    steps = {
        name: _only(step, wanted[PartKind.STEP, name])
        for name, step in base.steps.items()
        if (PartKind.STEP, name) in wanted
    }
    return base if (lines, steps) == (base.lines, base.steps) else Base(lines=lines, steps=steps)


def _only(former: FormerLine | FormerStep, fields: set[str]) -> FormerLine | FormerStep:
    return type(former)(**{key: value for key, value in dict(former).items() if key in fields})
