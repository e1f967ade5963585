"""A version beside a newer lesson: which changes still fit, which need a look, and what they were about.

The three sides are what the lesson said (remembered in the version), what it says now, and what the version
says. Nothing is taken out: changes that need a look stay in the version until somebody keeps them, puts them
elsewhere or gives them up.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.adapting.caption_parts import caption_path
from lesson_player.adapting.compare import Difference, difference
from lesson_player.adapting.part_words import value_words
from lesson_player.adapting.parts import Part, PartKind, PartValue, listed, parts_of
from lesson_player.adapting.remember import looked_at, remembered, value_in
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.caption_faults import caption_faults
from lesson_player.model.layers import apply_with_paths

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.draft import Fault
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.problem import Problem

_WORDED = frozenset({PartKind.LINE, PartKind.STEP, PartKind.NOTES})


class Fit(StrEnum):
    """How a change stands to the lesson as it is now."""

    FITS = "fits"
    LOOK = "look"
    """The lesson says something else there now, or the change cannot be applied any more."""
    GONE = "gone"
    """What it changes, or what it stands beside, is no longer in the lesson."""


@dataclass(frozen=True, slots=True)
class Reviewed:
    """One change of a version, held against the lesson as it is now."""

    difference: Difference
    """The change with what the lesson says now and what the version says."""
    fit: Fit
    former: str = ""
    """What the lesson said when the change was made; empty where that is not known."""
    problems: tuple[Problem, ...] = ()
    """Why it cannot be applied, where that is so."""

    @property
    def part(self) -> Part:
        """Which change it is."""
        return self.difference.part


@dataclass(frozen=True, slots=True)
class Merged:
    """A version over a newer lesson."""

    adaptation: Adaptation
    """The version with every change that it had. Those that fit remember the newer lesson's words."""
    changes: tuple[Reviewed, ...]

    @property
    def to_look_at(self) -> tuple[Reviewed, ...]:
        """Those that somebody should decide about."""
        return tuple(one for one in self.changes if one.fit is not Fit.FITS)

    @property
    def words(self) -> str:
        """Tell it in a sentence: "3 of your changes still fit, 1 needs a look."."""
        return told(self.changes)


def merged(
    new: Lesson,
    adaptation: Adaptation,
    old: Lesson | None = None,
    films: Mapping[str, LoadedFilm] | None = None,
) -> Merged:
    """*adaptation*, made over the lesson *old*, over the newer lesson *new*, with the *films* that are here.

    What the version itself remembers of the former lesson comes first; *old* is asked for the rest, where it
    is still at hand. A change of which nobody knows what the lesson said fits as long as it can be applied.
    """
    kept = adaptation
    if old is not None:
        for part in parts_of(adaptation):
            if not remembered(kept.base, part)[0]:
                kept = looked_at(kept, old, part)
    changes = review(new, kept, films)
    for one in changes:
        if one.fit is Fit.FITS and not remembered(kept.base, one.part)[0]:
            kept = looked_at(kept, new, one.part)
    return Merged(kept, changes)


def review(
    base: Lesson, adaptation: Adaptation, films: Mapping[str, LoadedFilm] | None = None
) -> tuple[Reviewed, ...]:
    """Every change of *adaptation*, held against *base* and the films' own captions as they are now.

    *films* are those that are on this computer, by id: a change of a film that is not here fits.
    """
    faults: dict[Part, list[Fault]] = {}
    for fault in (*apply_with_paths(base, [adaptation])[1], *caption_faults(films or {}, adaptation)):
        for part in _blamed(adaptation, fault):
            faults.setdefault(part, []).append(fault)
    return tuple(
        _reviewed(base, adaptation, part, value, faults.get(part, []))
        for part, value in parts_of(adaptation).items()
    )


def told(changes: tuple[Reviewed, ...]) -> str:
    """How many changes still fit and how many need a look, in a sentence."""
    fitting = sum(one.fit is Fit.FITS for one in changes)
    others = len(changes) - fitting
    fit = tr_n("{n} of your changes still fits", "{n} of your changes still fit", fitting)
    look = tr_n("{n} needs a look", "{n} need a look", others)
    return tr("{fit}, {look}.", fit=fit, look=look) if others else tr("{fit}.", fit=fit)


def _reviewed(
    base: Lesson, adaptation: Adaptation, part: Part, value: PartValue, faults: list[Fault]
) -> Reviewed:
    told_beside = difference(base, adaptation, part, value)
    known, former = remembered(adaptation.base, part) if part.kind in _WORDED else (False, None)
    words = value_words(former, part) if known else ""
    if faults:
        fit = Fit.GONE if any(fault.missing for fault in faults) else Fit.LOOK
        return Reviewed(told_beside, fit, words, tuple(fault.problem for fault in faults))
    now = value_in(base, part)
    other = known and now not in {former, value}
    return Reviewed(told_beside, Fit.LOOK if other else Fit.FITS, words)


def _blamed(adaptation: Adaptation, fault: Fault) -> Iterator[Part]:
    """The changes that a fault is about, by its path in the adaptation's file."""
    for part in parts_of(adaptation):
        path = _path(adaptation, part)
        within, around = fault.path[: len(path)] == path, path[: len(fault.path)] == fault.path
        if path and (within or around):
            yield part


def _path(adaptation: Adaptation, part: Part) -> tuple[str | int, ...]:
    key, number = listed(adaptation, part)
    if key:
        return key, number
    match part.kind:
        case PartKind.LINE:
            return "lines", part.id, part.field
        case PartKind.STEP:
            return "steps", part.id, {"start": "from", "end": "to"}.get(part.field, part.field)
        case PartKind.NOTES:
            return "steps", part.id, "notes", part.field
        case PartKind.CAPTION | PartKind.CAPTION_SHIFT:
            return caption_path(adaptation, part.id, part.field)
        case PartKind.HIDDEN_PAUSE:
            hidden = adaptation.steps[part.id].hidden_pauses
            return "steps", part.id, "hidden_pauses", hidden.index(part.field)
        case _:
            return ()
