"""Steps that stay where they were while others come, go and move; and why some cannot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.edit import refusal, step_words
from lesson_player.adapting.orders import natural_orders, step_orders, with_step_orders
from lesson_player.foundation.i18n import tr
from lesson_player.model.layers import apply

if TYPE_CHECKING:
    from lesson_player.adapting.orders import Order
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Step
    from lesson_player.model.problem import Problem


def locked_step(step: Step) -> Problem:
    """That a safeguarding step stays as it is."""
    return refusal(
        "locked",
        tr("“{step}” keeps children safe, so it cannot be hidden, moved or split.", step=step.title),
        tr("Word its lines anew if your class needs other words."),
    )


def in_place(base: Lesson, before: Adaptation, after: Adaptation, step: str) -> Adaptation:
    """*after*, in which *step* is no longer moved or added somewhere: it goes back, all others stay."""
    natural = natural_orders(base, after)
    wanted = step_orders(apply(base, [before])[0])
    for sitting, order in natural.items():
        others = tuple(name for name in wanted.get(sitting, ()) if name != step)
        before_it = order[: order.index(step)] if step in order else ()
        former = next((name for name in reversed(before_it) if name in others), None)
        wanted[sitting] = inserted(others, step, former) if step in order else others
    return with_step_orders(base, after, natural, wanted)


def steady(base: Lesson, before: Adaptation, after: Adaptation) -> Adaptation:
    """*after*, an edit of *before* by which steps come or go, with all other steps where they stood."""
    natural, wanted = natural_orders(base, before), step_orders(apply(base, [before])[0])
    bare = natural_orders(base, after)
    return with_step_orders(base, after, _grown(natural, bare), _grown(wanted, bare))


def _grown(
    orders: dict[str, tuple[str, ...]], newer: dict[str, tuple[str, ...]]
) -> dict[str, tuple[str, ...]]:
    """*orders* with the steps that only *newer* has, each after the one that it follows there."""
    there = {step for order in orders.values() for step in order}
    grown = dict(orders)
    for sitting, order in newer.items():
        for former, step in zip((None, *order), order, strict=False):
            if step not in there:
                here = grown.get(sitting, ())
                holder = next((name for name, one in grown.items() if former in one), sitting)
                place = sitting if former is None or former in here else holder
                grown[place] = inserted(grown.get(place, ()), step, former)
    return grown


def inserted(order: Order, step: str, after: str | None) -> Order:
    """*order* with one more step after another one; first where that is not there."""
    place = order.index(after) + 1 if after in order else 0
    return (*order[:place], step, *order[place:])


def no_such_place(step: str, base: Lesson) -> Problem:
    """That nothing can be put beside a step that is not shown there."""
    return refusal(
        "not-there",
        tr(
            "“{step}” is not shown in that sitting, so nothing can be put beside it.",
            step=step_words(base, step),
        ),
        tr("Choose another place."),
    )
