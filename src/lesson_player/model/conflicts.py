"""Where two layers of a version change the same thing in different ways, so that nobody is surprised."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_changes import time_words
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.base import Value

Place = tuple[str, ...]


def conflicts(layers: Sequence[Adaptation]) -> Iterator[Problem]:
    """A warning for each thing that two of *layers*, in their order, change in different ways.

    The later layer holds. A layer whose change is hidden by an earlier one is told by `layers.apply`.
    """
    said: dict[Place, tuple[object, Adaptation]] = {}
    for layer in layers:
        for place, value in _changes(layer):
            former = said.get(place)
            if former is not None and former[0] != value:
                yield _conflict(place, former[1], layer)
            said[place] = (value, layer)


def _changes(layer: Adaptation) -> Iterator[tuple[Place, object]]:
    if layer.wording is not None:
        yield ("wording",), layer.wording
    yield from _fields(("appearance",), layer.appearance)
    yield from _fields(("film",), layer.film)
    for name, line in layer.lines.items():
        yield from _fields(("lines", name), line)
    for name, step in layer.steps.items():
        yield from _fields(("steps", name), step, leave_out=("notes", "hidden_pauses"))
        if step.notes is not None:
            yield from _fields(("steps", name, "notes"), step.notes)
    for track in layer.captions:
        place = ("captions", *track.key)
        if track.shift:
            yield (*place, "shift"), track.shift
        for change in track.cues:
            yield (*place, time_words(change.was[0].start)), change
    for move in layer.move_steps:
        yield ("move_steps", move.sitting, move.step), (move.after, move.leaves)


def _fields(place: Place, value: Value, leave_out: tuple[str, ...] = ()) -> Iterator[tuple[Place, object]]:
    for key, said in dict(value).items():
        if said is not None and said is not False and key not in leave_out:
            yield (*place, key), said


def _conflict(place: Place, former: Adaptation, later: Adaptation) -> Problem:
    return Problem(
        code="layers-conflict",
        sentence=tr(
            "“{former}” and “{later}” both change “{place}”, in different ways.",
            former=former.title,
            later=later.title,
            place=" · ".join(place),
        ),
        remedy=tr("“{later}” comes later, so it holds.", later=later.title),
        file=f"adaptations/{later.id}.yaml",
        severity=Severity.WARNING,
    )
