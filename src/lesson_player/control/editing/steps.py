"""The list of steps, the sittings, and the step that is being worked on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.edit import find_step
from lesson_player.adapting.own_lesson import OwnLesson
from lesson_player.adapting.parts import HEADINGS
from lesson_player.control.editing.lines import field_view, groups_of
from lesson_player.control.editing.view import (
    FilmPart,
    Owner,
    ServiceChoice,
    SittingRow,
    StepFields,
    StepRow,
)
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import FilmStep, HelpStep
from lesson_player.model.names import step_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.control.editing.lines import Source
    from lesson_player.control.editing.view import FieldView
    from lesson_player.model.lesson import Lesson, Step


def sitting_rows(base: Lesson, shown: Lesson, version: Lesson) -> tuple[SittingRow, ...]:
    """Every sitting; *shown* is what the class gets, *version* has what is hidden besides."""
    planned = {sitting.id: base.minutes(sitting.id) for sitting in base.sittings}
    now = {sitting.id: shown.minutes(sitting.id) for sitting in shown.sittings}
    return tuple(
        SittingRow(one.id, one.title, now.get(one.id, 0), planned.get(one.id, 0)) for one in version.sittings
    )


def step_rows(source: Source, sitting: str) -> tuple[StepRow, ...]:
    """The steps of a sitting in order, hidden ones too."""
    hidden = {name for name, change in source.adaptation.steps.items() if change.hidden}
    changed = set(source.adaptation.lines) | set(source.adaptation.steps)
    moved = {one.step for one in source.adaptation.move_steps}
    rows = []
    for number, step in enumerate(source.version.sitting_steps(sitting), start=1):
        touched = step.id in changed or any(line.id in changed for line, _ in step_lines(step))
        touched = touched or any(one.step == step.id for one in source.adaptation.add_lines)
        marks = tuple(_marks(source, step, touched=touched, moved=step.id in moved))
        away = step.id in hidden
        marks = (tr("hidden"), *marks) if away else marks
        rows.append(
            StepRow(step.id, number, step.heading(source.wording), step.minutes, marks, away, why_fixed(step))
        )
    return tuple(rows)


def _marks(source: Source, step: Step, *, touched: bool, moved: bool) -> Iterator[str]:
    if find_step(source.base, step.id) is None:
        yield tr("added")
    elif touched:
        yield tr("changed")
    if any(one.step == step.id for one in source.adaptation.add_pauses):
        yield tr("pause added")
    if moved:
        yield tr("moved")
    if step.locked:
        yield tr("locked")


def step_fields(source: Source, step_id: str) -> StepFields:
    """Everything that can be changed in a step. Raises KeyError for an unknown one."""
    step = source.version.step(step_id)
    base = find_step(source.base, step_id)
    change = source.adaptation.steps.get(step_id)
    heading = source.words_field("title", "easy")
    reveal = getattr(step, "reveal", "") or ""
    return StepFields(
        id=step_id,
        title=field_view(
            Owner.STEP,
            step_id,
            heading,
            tr("Title"),
            step.heading(source.wording),
            base.heading(source.wording) if base else None,
        ),
        now=field_view(
            Owner.STEP,
            step_id,
            "now",
            tr("In the strip with now and next"),
            step.now_words,
            base.now_words if base else None,
        ),
        minutes=step.minutes,
        base_minutes=base.minutes if base and base.minutes != step.minutes else None,
        reveal=reveal,
        base_reveal=_other(getattr(base, "reveal", None), reveal) if base else None,
        groups=tuple(groups_of(source, step)),
        notes=tuple(_notes(step, base)),
        film=_film(source, step, base) if isinstance(step, FilmStep) else None,
        services=tuple(_services(source, step)),
        hidden=change is not None and change.hidden,
        own=base is None,
        fixed=why_fixed(step),
    )


def why_fixed(step: Step) -> str:
    """Why a step cannot be hidden, moved or split; empty where it can."""
    if step.locked:
        return tr("This step keeps children safe, so it cannot be hidden, moved or split.")
    if any(line.locked for line, _ in step_lines(step)):
        return tr("A line of this step keeps children safe, so the step cannot be hidden.")
    return ""


def _notes(step: Step, base: Step | None) -> Iterator[FieldView]:
    labels = {
        "say": tr("Say"),
        "ask": tr("Ask"),
        "look_for": tr("Look for"),
        "unsettled": tr("If a pupil is unsettled"),
        "deaf": tr("For Deaf pupils"),
    }
    for heading in HEADINGS:
        value = "\n".join(getattr(step.notes, heading))
        former = "\n".join(getattr(base.notes, heading)) if base else None
        label = labels[heading]
        yield field_view(Owner.NOTES, step.id, heading, label, value, former, paragraphs=True)


def _film(source: Source, step: FilmStep, base: Step | None) -> FilmPart:
    former = base if isinstance(base, FilmStep) else None
    return FilmPart(
        step.start,
        step.end,
        _other(former.start, step.start) if former else None,
        _other(former.end, step.end) if former else None,
        tuple(source.moments.items()),
    )


def _services(source: Source, step: Step) -> Iterator[ServiceChoice]:
    if isinstance(step, HelpStep) and isinstance(source.adaptation, OwnLesson):
        for one in source.adaptation.services:
            yield ServiceChoice(one.id, one.name, one.id in step.services)


def _other(former: str | None, now: str) -> str | None:
    return former if former and former != now else None
