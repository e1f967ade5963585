"""What an adaptation brings itself: its own lines, pauses and steps, found and changed where they stand.

Changes by id reach only what the lesson brings, since they are applied before anything is added. So a change
to something of one's own is made in place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lesson_player.adapting.parts import changed
from lesson_player.model.base import Value
from lesson_player.model.lesson import Line
from lesson_player.model.names import pause_lines, step_lines

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Step

V = TypeVar("V", bound=Value)


def own_lines(adaptation: Adaptation) -> Iterator[Line]:
    """Every line that the adaptation adds, alone or within a pause or a step."""
    yield from (one.line for one in adaptation.add_lines)
    for pause in adaptation.add_pauses:
        yield from (line for line, _ in pause_lines(pause.pause))
    for step in adaptation.add_steps:
        yield from (line for line, _ in step_lines(step.step))


def own_line(adaptation: Adaptation, name: str) -> Line | None:
    """The line of that id that the adaptation adds; None when it adds none."""
    return next((line for line in own_lines(adaptation) if line.id == name), None)


def own_step(adaptation: Adaptation, name: str) -> Step | None:
    """The step of that id that the adaptation adds; None when it adds none."""
    return next((one.step for one in adaptation.add_steps if one.step.id == name), None)


def with_own_line(adaptation: Adaptation, name: str, change: Callable[[Line], Line | None]) -> Adaptation:
    """*adaptation* with one of its own lines changed where it stands; taken out where *change* gives None.

    Raises ValueError when the line, or what holds it, cannot be so.
    """
    lines = tuple(
        changed(one, line=kept) if kept is not one.line else one
        for one in adaptation.add_lines
        if (kept := change(one.line) if one.line.id == name else one.line) is not None
    )
    return changed(
        adaptation,
        add_lines=lines,
        add_pauses=tuple(_within(one, name, change) for one in adaptation.add_pauses),
        add_steps=tuple(_within(one, name, change) for one in adaptation.add_steps),
    )


def with_own_step(adaptation: Adaptation, name: str, change: Callable[[Step], Step]) -> Adaptation:
    """*adaptation* with one of its own steps changed, in every sitting in which it stands."""
    return changed(
        adaptation,
        add_steps=tuple(
            changed(one, step=change(one.step)) if one.step.id == name else one
            for one in adaptation.add_steps
        ),
    )


def with_line(value: V, name: str, change: Callable[[Line], Line]) -> V:
    """*value*, such as a lesson, with the line of that id changed wherever it stands.

    Raises ValueError when the line, or what holds it, cannot be so.
    """
    return _within(value, name, change)


def _within(value: V, name: str, change: Callable[[Line], Line | None]) -> V:
    """*value* with the line of that id changed, however deep it stands; the same without such a line."""
    update: dict[str, object] = {}
    for key, inner in dict(value).items():
        found = _changed_inner(inner, name, change)
        if found is not inner:
            update[key] = found
    return changed(value, **update) if update else value


def _changed_inner(inner: object, name: str, change: Callable[[Line], Line | None]) -> object:
    if isinstance(inner, Line) and inner.id == name:
        return change(inner)
    if isinstance(inner, Value):
        return _within(inner, name, change)
    if isinstance(inner, tuple):
        changed_ones = tuple(_changed_inner(one, name, change) for one in inner)
        if any(new is not old for new, old in zip(changed_ones, inner, strict=True)):
            return tuple(one for one in changed_ones if one is not None)
    return inner
