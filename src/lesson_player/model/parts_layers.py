"""How an adaptation puts new parts into steps: lines, pauses; and how it splits a step in two."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from pydantic import ValidationError

from lesson_player.foundation.i18n import tr
from lesson_player.model.base import Value
from lesson_player.model.lesson import (
    Choice,
    DiscussionStep,
    FilmStep,
    HelpStep,
    KeyWord,
    Line,
    LinesStep,
    Notes,
    Question,
    WordsStep,
)
from lesson_player.model.names import pause_lines, step_lines
from lesson_player.model.step_layers import noted, place_step, refuse_locked

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lesson_player.model.adaptation import AddedLine, AddedPause, SplitStep
    from lesson_player.model.draft import Draft
    from lesson_player.model.lesson import Step
    from lesson_player.model.names import Path

V = TypeVar("V", bound=Value)

LISTS: Mapping[str, type[Line]] = {
    "lines": Line,
    "words": KeyWord,
    "choices": Choice,
    "point": Choice,
    "starters": Line,
}
"""Which kind of line each list holds."""


def add_lines(draft: Draft, added: Iterable[AddedLine]) -> None:
    """Put new lines into steps."""
    for number, one in enumerate(added):
        path: Path = ("add_lines", number)
        step = draft.steps.get(one.step)
        if step is None:
            draft.report_missing((*path, "step"), one.step, set(draft.steps))
            continue
        if one.line.id in draft.taken:
            draft.take([one.line.id], (*path, "line", "id"))
            continue
        larger = _with_line(draft, step, one, path)
        if larger is not None:
            draft.steps[step.id] = larger
            draft.taken.add(one.line.id)


def add_pauses(draft: Draft, added: Iterable[AddedPause]) -> None:
    """Put new pause points into film steps. A film rests at its pauses in the order of their times."""
    for number, one in enumerate(added):
        path: Path = ("add_pauses", number)
        step = draft.steps.get(one.step)
        names = [one.pause.id, *(line.id for line, _ in pause_lines(one.pause))]
        if step is None:
            draft.report_missing((*path, "step"), one.step, set(draft.steps))
        elif not isinstance(step, FilmStep):
            draft.report(
                (*path, "step"),
                "not-a-film-step",
                tr("“{name}” is not a film step, so it cannot have a pause.", name=one.step),
                tr("Name a step that plays a part of the film."),
            )
        elif draft.take(names, (*path, "pause")):
            draft.steps[step.id] = step.model_copy(update={"pauses": (*step.pauses, one.pause)})


def split_steps(draft: Draft, splits: Iterable[SplitStep]) -> None:
    """Make two steps of one. Locked steps stay whole."""
    for number, one in enumerate(splits):
        path: Path = ("split_steps", number)
        step = draft.steps.get(one.step)
        if step is None:
            draft.report_missing((*path, "step"), one.step, set(draft.steps))
        elif not refuse_locked(draft, step, (*path, "step")):
            _split(draft, step, one, path)


def _with_line(draft: Draft, step: Step, added: AddedLine, path: Path) -> Step | None:
    """*step* with one more line, or None, with a fault, when the line has no place in it."""
    owner: Step | Question = step
    found = _list_of(step, added.after)
    if found is None and isinstance(step, DiscussionStep):
        owner, found = step.question, _list_of(step.question, added.after)
    if found is None:
        _report_no_place(draft, step, added, path)
        return None
    lines: tuple[Line, ...] = getattr(owner, found)
    place = 0 if added.after is None else [line.id for line in lines].index(added.after) + 1
    try:
        line = LISTS[found].model_validate(added.line.model_dump(exclude_none=True))
        larger = _rebuilt(owner, {found: (*lines[:place], line, *lines[place:])})
    except ValidationError:
        draft.report(
            (*path, "line"),
            "line-does-not-fit",
            tr("“{line}” cannot be put into “{step}”.", line=added.line.id, step=step.id),
            tr("Key words need a “word”; only choices have a “reply”; choices have room for a few only."),
        )
        return None
    return step.model_copy(update={"question": larger}) if isinstance(larger, Question) else larger


def _list_of(owner: Step | Question, after: str | None) -> str | None:
    """The name of the list in which *after* stands; without *after*, of the step's own list."""
    for name in LISTS:
        if name not in type(owner).model_fields:
            continue
        lines: tuple[Line, ...] = getattr(owner, name)
        if after is None:
            return None if isinstance(owner, Question) else name
        if any(line.id == after for line in lines):
            return name
    return None


def _report_no_place(draft: Draft, step: Step, added: AddedLine, path: Path) -> None:
    if added.after is not None:
        known = {line.id for line, _ in step_lines(step)}
        draft.report_missing((*path, "after"), added.after, known)
        return
    draft.report(
        path,
        "no-place-for-line",
        tr("It is not said where “{line}” goes in “{step}”.", line=added.line.id, step=step.id),
        tr("Add “after” with the id of the answer or sentence starter that it follows."),
    )


def _rebuilt(owner: V, changes: dict[str, object]) -> V:
    """*owner* with fields changed and checked. Raises ValidationError when a limit is passed."""
    return type(owner).model_validate({**dict(owner), **changes})


def _split(draft: Draft, step: Step, split: SplitStep, path: Path) -> None:
    found = "words" if isinstance(step, WordsStep) else "lines"
    lines: tuple[Line, ...] = getattr(step, found) if isinstance(step, LinesStep | WordsStep) else ()
    starts = [line.id for line in lines[1:]]
    if split.before not in starts:
        draft.report(
            (*path, "before"),
            "cannot-split",
            tr("“{step}” cannot be split at “{line}”.", step=step.id, line=split.before),
            tr("A step of lines can be split at any of its lines but the first."),
        )
        return
    if not draft.take([split.id], (*path, "id")):
        return
    cut = starts.index(split.before) + 1
    minutes = step.minutes * (len(lines) - cut) // len(lines) if split.minutes is None else split.minutes
    first: dict[str, object] = {found: lines[:cut], "minutes": max(step.minutes - minutes, 0)}
    second = {found: lines[cut:], "minutes": minutes, **_of_second_part(step, split)}
    if isinstance(step, HelpStep):
        first["services"] = ()
    draft.steps[step.id] = step.model_copy(update=first)
    draft.steps[split.id] = step.model_copy(update=second)
    for name, order in draft.sittings.items():
        if step.id in order:
            place_step(draft, name, split.id, step.id, path)


def _of_second_part(step: Step, split: SplitStep) -> dict[str, object]:
    """What the second part of *step* has of its own: id, titles, notes."""
    notes = Notes(look_for=step.notes.look_for, unsettled=step.notes.unsettled, deaf=step.notes.deaf)
    if split.notes is not None:
        notes = noted(notes, split.notes)
    titles = {"title": split.title, "easy": split.easy, "now": split.now}
    if split.title is None:
        titles = {key: words for key, words in titles.items() if words is not None}
    return {"id": split.id, "notes": notes, **titles}
