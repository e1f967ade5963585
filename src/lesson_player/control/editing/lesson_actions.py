"""What can be done where a lesson of the school's own is edited itself: its sittings and its services."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lesson_player.adapting.lesson_edits import (
    AddSitting,
    ChangeSitting,
    ChooseServices,
    DropService,
    KeepService,
    MoveSitting,
    RemoveSitting,
)
from lesson_player.adapting.own_lesson import OwnLesson
from lesson_player.control.editing.place import Place, first_place
from lesson_player.control.editing.view import FieldKey, FieldView, Owner
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import HelpStep
from lesson_player.model.names import names
from lesson_player.model.services import SupportService

if TYPE_CHECKING:
    from datetime import date

    from lesson_player.adapting.edit import Edit
    from lesson_player.control.editing.controller import EditingController


def written(controller: EditingController, key: FieldKey, words: str) -> Edit | None:
    """The edit by which a field of a sitting or a service says *words*; None for fields of anything else."""
    value = " ".join(words.split()) or None
    if key.owner is Owner.SITTING:
        return ChangeSitting(key.id, key.field, value)  # type: ignore[arg-type]
    if key.owner is Owner.SERVICE:
        former = next(one for one in services(controller) if one.id == key.id)
        return KeepService(former.model_copy(update={key.field: value}))
    return None


def sitting_fields(controller: EditingController) -> tuple[FieldView, ...]:
    """The words of the sitting whose steps are listed."""
    sitting = controller.opened.lesson.sitting(controller.place.sitting)
    return (
        FieldView(FieldKey(Owner.SITTING, sitting.id, "title"), tr("Title of this sitting"), sitting.title),
        FieldView(
            FieldKey(Owner.SITTING, sitting.id, "about"),
            tr("What this sitting is for, for the teacher"),
            sitting.about or "",
            longest=2000,
        ),
    )


def add_sitting(controller: EditingController) -> bool:
    """Add a sitting after this one, with one slide and the ending of this one."""
    here, lesson = controller.place.sitting, controller.opened.lesson
    sittings = {one.id for one in lesson.sittings}
    name = next(f"sitting-{n}" for n in range(2, 1000) if f"sitting-{n}" not in sittings)
    taken = {one for one, _ in names(lesson)}
    slide = next(f"slide-{n}" for n in range(2, 10_000) if not {f"slide-{n}", f"slide-{n}-line"} & taken)
    edit = AddSitting(here, name, slide, f"{slide}-line")
    return controller.edit(edit, then=Place(name, slide))


def remove_sitting(controller: EditingController) -> bool:
    """Take the sitting out whose steps are listed."""
    here = controller.place.sitting
    others = [one.id for one in controller.opened.lesson.sittings if one.id != here]
    then = first_place(controller.opened.lesson, others[0]) if others else None
    return controller.edit(RemoveSitting(here), then=then)


def move_sitting(controller: EditingController, by: int) -> bool:
    """Put the sitting whose steps are listed further on; back where *by* is negative."""
    return controller.edit(MoveSitting(controller.place.sitting, by))


def services(controller: EditingController) -> tuple[SupportService, ...]:
    """The lesson's services."""
    adaptation = controller.opened.adaptation
    return adaptation.services if isinstance(adaptation, OwnLesson) else ()


def service_fields(service: SupportService) -> tuple[FieldView, ...]:
    """The words of a service."""
    labels = {
        "name": tr("Name"),
        "text": tr("What it does and how to reach it"),
        "contact": tr("Number or address alone"),
        "source": tr("Where this is from, for adults"),
    }
    return tuple(
        FieldView(FieldKey(Owner.SERVICE, service.id, field), label, getattr(service, field) or "")
        for field, label in labels.items()
    )


def name_service(controller: EditingController, service: str, *, named: bool) -> bool:
    """Have the help slide that is worked on name a service, or not."""
    step = controller.opened.lesson.step(controller.place.step)
    if not isinstance(step, HelpStep):
        return False
    others = tuple(one for one in step.services if one != service)
    return controller.edit(ChooseServices(step.id, (*others, service) if named else others))


def add_service(controller: EditingController) -> bool:
    """Add a service that nobody has checked yet."""
    taken = {one.id for one in services(controller)}
    name = next(f"service-{n}" for n in range(1, 1000) if f"service-{n}" not in taken)
    made = SupportService(
        id=name,
        name=tr("New service"),
        audience="everyone",
        text=tr("Write how it helps and how to reach it."),
        source=tr("Written by the school."),
        last_checked=_today(),
        check_before_use=True,
    )
    return controller.edit(KeepService(made))


def drop_service(controller: EditingController, service: str) -> bool:
    """Take a service out of the lesson."""
    return controller.edit(DropService(service))


def check_service(controller: EditingController, service: str) -> bool:
    """Note that somebody has checked a service today."""
    former = next(one for one in services(controller) if one.id == service)
    checked = former.model_copy(update={"last_checked": _today(), "check_before_use": False})
    return controller.edit(KeepService(checked))


def _today() -> date:
    return datetime.now(UTC).astimezone().date()
