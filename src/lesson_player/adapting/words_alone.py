"""Other words of one line, put into the lesson as it stood.

While somebody types, a key gives one line other words and changes nothing besides. Then the lesson of the key
before needs that line exchanged; to put the whole version over the lesson again would give the same.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, TypeVar

from lesson_player.model.base import Value
from lesson_player.model.lesson import Line
from lesson_player.model.line_layers import WORDING_FIELDS
from lesson_player.model.names import step_lines

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.model.adaptation import Adaptation, LineChange
    from lesson_player.model.lesson import Lesson

V = TypeVar("V", bound=Value)


@dataclass(frozen=True, slots=True)
class LineWords:
    """What one line says by now, by the names of its fields."""

    line: str
    words: Mapping[str, str]


def words_between(before: Adaptation, after: Adaptation) -> LineWords | None:
    """The words in which *after* differs from *before*; None for any other difference, or none.

    The same fields of the line are changed in both: which fields they are can bring a fault, or end one.
    """
    if before.lines.keys() != after.lines.keys() or not _same_besides(before, after):
        return None
    others = [name for name, change in after.lines.items() if change != before.lines[name]]
    if len(others) != 1:
        return None
    name = others[0]
    words = _words(before.lines[name], after.lines[name])
    return LineWords(name, words) if words else None


def reworded(lesson: Lesson, base: Lesson, new: LineWords) -> Lesson | None:
    """*lesson*, a version of *base*, with other words of one line; None where that is not so simple.

    A locked line has to be asked what it still says, and a change of what *base* does not have is a fault.
    """
    place = _place(lesson, new.line)
    if place is None or _place(base, new.line) is None:
        return None
    step = lesson.steps[place]
    line = next(one for one, _ in step_lines(step) if one.id == new.line)
    if line.locked or not new.words.keys() <= type(line).model_fields.keys():
        return None
    steps = (*lesson.steps[:place], _within(step, new), *lesson.steps[place + 1 :])
    return lesson.model_copy(update={"steps": steps})


def _same_besides(before: Adaptation, after: Adaptation) -> bool:
    return all(
        getattr(before, key) == getattr(after, key) for key in type(after).model_fields if key != "lines"
    )


def _words(before: LineChange, after: LineChange) -> dict[str, str]:
    """The fields whose words are others; none where a field is changed in only one of both."""
    if before.hidden != after.hidden:
        return {}
    former = {key: getattr(before, key) for key in WORDING_FIELDS}
    new = {key: getattr(after, key) for key in WORDING_FIELDS}
    if any((former[key] is None) != (new[key] is None) for key in WORDING_FIELDS):
        return {}
    return {key: words for key, words in new.items() if words != former[key]}


def _place(lesson: Lesson, line: str) -> int | None:
    """The number of the step that has the line, from 0."""
    return next(
        (at for at, step in enumerate(lesson.steps) if any(one.id == line for one, _ in step_lines(step))),
        None,
    )


def _within(value: V, new: LineWords) -> V:
    """*value*, a step or what it holds, with the line in its new words."""
    if isinstance(value, Line) and value.id == new.line:
        return value.model_copy(update=new.words)
    update: dict[str, object] = {}
    for key, inner in value:
        if isinstance(inner, Value):
            update[key] = _within(inner, new)
        elif isinstance(inner, tuple) and inner and isinstance(inner[0], Value):
            update[key] = tuple(_within(one, new) for one in inner)
    return value.model_copy(update=update) if update else value
