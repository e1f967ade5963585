"""Where lines and steps stand, and an adaptation written so that they stand where they are wanted.

Files say where something goes by what it follows. When what it follows is hidden, moved or taken out, all
that followed it would lose its place. So every edit that changes an order works out the whole order that is
wanted and writes the places anew.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.parts import changed
from lesson_player.model.adaptation import MovedStep
from lesson_player.model.layers import apply
from lesson_player.model.lesson import DiscussionStep

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping, Sequence

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Line, Step

Order = tuple[str, ...]
Orders = dict[str, Order]
"""The steps of each sitting."""

LISTS = ("lines", "words", "choices", "point", "starters")
"""Lists into which lines can be put."""


def line_lists(step: Step) -> Iterator[tuple[Line, ...]]:
    """The lists of a step into which lines can be put."""
    owners = [step, step.question] if isinstance(step, DiscussionStep) else [step]
    for owner in owners:
        for name in LISTS:
            if name in type(owner).model_fields:
                yield getattr(owner, name)


def whole_steps(base: Lesson, adaptation: Adaptation) -> Lesson:
    """The lesson with the lines of *adaptation*, before steps are split, added or moved."""
    return apply(base, [changed(adaptation, split_steps=(), add_steps=(), move_steps=())])[0]


def list_with(lesson: Lesson, line: str) -> tuple[str, Order] | None:
    """The step that holds *line* in one of its lists, and the ids of that list."""
    for step in lesson.steps:
        for lines in line_lists(step):
            ids = tuple(one.id for one in lines)
            if line in ids:
                return step.id, ids
    return None


def with_line_order(adaptation: Adaptation, step: str, order: Sequence[str]) -> Adaptation:
    """*adaptation* with its own lines in a list of *step* where *order* has them."""
    before = dict(zip(order, (None, *order), strict=False))
    own = {one.line.id: one for one in adaptation.add_lines if one.step == step and one.line.id in before}
    placed = [changed(own[name], after=before[name]) for name in order if name in own]
    first = next((n for n, one in enumerate(adaptation.add_lines) if one.line.id in own), 0)
    others = [one for one in adaptation.add_lines if one.line.id not in own]
    return changed(adaptation, add_lines=(*others[:first], *placed, *others[first:]))


def step_orders(lesson: Lesson) -> Orders:
    """The ids of the steps of each sitting."""
    return {sitting.id: sitting.steps for sitting in lesson.sittings}


def natural_orders(base: Lesson, adaptation: Adaptation) -> Orders:
    """The steps of each sitting before any is moved."""
    return step_orders(apply(base, [changed(adaptation, move_steps=())])[0])


def with_step_orders(
    base: Lesson, adaptation: Adaptation, natural: Orders, wanted: Orders, moving: str = ""
) -> Adaptation:
    """*adaptation* with its own and its moved steps where *wanted* has them.

    *natural* is how the steps stood before the change that is being made, without moves. Steps that are no
    longer there are left out of both. As few steps as can be are moved: rather *moving* and those that were
    moved before than others, and no locked one.
    """
    bare = changed(adaptation, move_steps=())
    there = {step.id for step in apply(base, [bare])[0].steps}
    bare = _anchored(bare, _only(natural, there))
    lesson, _ = apply(base, [bare])
    moved = {moving, *(one.step for one in adaptation.move_steps)}
    weight = {step.id: _LOCKED if step.locked else 1 if step.id in moved else 2 for step in lesson.steps}
    moves = tuple(_moves(step_orders(lesson), _only(wanted, there), weight))
    return changed(bare, move_steps=moves)


_LOCKED = 1000
"""Weighs more than all steps of a sitting that could be moved instead."""


def _only(orders: Orders, there: Collection[str]) -> Orders:
    return {name: tuple(step for step in order if step in there) for name, order in orders.items()}


def _anchored(adaptation: Adaptation, natural: Orders) -> Adaptation:
    """*adaptation* with each of its own steps after the one that stands before it in *natural*."""
    before = {
        (sitting, step): former
        for sitting, order in natural.items()
        for former, step in zip((None, *order), order, strict=False)
    }
    rank = {key: number for number, key in enumerate(before)}
    added = [
        changed(one, after=before[key]) if (key := (one.sitting, one.step.id)) in before else one
        for one in adaptation.add_steps
    ]
    added.sort(key=lambda one: rank.get((one.sitting, one.step.id), len(rank)))
    return changed(adaptation, add_steps=tuple(added))


def _moves(natural: Orders, wanted: Orders, weight: Mapping[str, int]) -> Iterator[MovedStep]:
    """The moves that bring the steps from the *natural* orders into those that are *wanted*."""
    left = [
        (sitting, step)
        for sitting, order in natural.items()
        for step in order
        if step not in wanted.get(sitting, ())
    ]
    for sitting, order in wanted.items():
        here = natural.get(sitting, ())
        staying = _heaviest_rising([step for step in order if step in here], here, weight)
        for former, step in zip((None, *order), order, strict=False):
            if step in staying:
                continue
            leaves = next((name for name, one in left if one == step), None) if step not in here else None
            yield MovedStep(sitting=sitting, step=step, after=former, leaves=leaves)


def _heaviest_rising(steps: Sequence[str], natural: Order, weight: Mapping[str, int]) -> set[str]:
    """The steps that can stay where they are: the heaviest run of *steps* in their natural order."""
    best: list[tuple[int, tuple[str, ...]]] = []
    for number, step in enumerate(steps):
        place = natural.index(step)
        runs = (one for one, last in zip(best, steps[:number], strict=True) if natural.index(last) < place)
        heaviest, run = max(runs, key=lambda one: one[0], default=(0, ()))
        best.append((heaviest + weight.get(step, 1), (*run, step)))
    return set(max(best, key=lambda one: one[0], default=(0, ()))[1])
