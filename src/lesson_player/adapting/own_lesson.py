"""A lesson of the school's own, edited itself: every edit of a version is made, and goes into the lesson.

There is nothing below it to go back to, so what a version would hide is taken out, and any line and step can
be moved. Undo brings everything back. What is locked stays locked, as it does for versions.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from lesson_player.adapting.edit import Edit, find_line, find_step, refusal
from lesson_player.adapting.line_edits import ChangeLine, HideLine, MoveLine, RemoveLine
from lesson_player.adapting.orders import LISTS, list_with
from lesson_player.adapting.own import with_line
from lesson_player.adapting.parts import changed
from lesson_player.adapting.refusals import in_plain_words
from lesson_player.adapting.step_edits import ChangeNotes, ChangeStep, HideStep, RemoveStep
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.base import Value
from lesson_player.model.layers import apply_with_paths
from lesson_player.model.lesson import DiscussionStep, Lesson
from lesson_player.model.problem import Problem, Severity
from lesson_player.model.services import SupportService  # noqa: TC001 - a field of a value

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.lesson import Line, Step

V = TypeVar("V", bound=Value)

_EMPTIED: dict[str, object] = {
    "lines": {},
    "steps": {},
    **dict.fromkeys(("add_lines", "add_pauses", "split_steps", "add_steps", "move_steps"), ()),
}


class OwnLesson(Adaptation):
    """The state of such editing: an adaptation without changes, and the lesson that all edits went into."""

    frame: Lesson
    services: tuple[SupportService, ...] = ()
    """Who can help: the lesson's file of services."""


def own_lesson(lesson: Lesson, services: tuple[SupportService, ...] = ()) -> OwnLesson:
    """*lesson* as it is edited; its `pictures` are those that are put into it from now on."""
    return OwnLesson(
        format=1,
        id=lesson.id,
        lesson=lesson.id,
        title=lesson.title,
        about=lesson.about,
        frame=lesson,
        services=services,
    )


def edit_in_lesson(own: OwnLesson, edit: Edit) -> OwnLesson | Problem:
    """*own* after *edit*, or why it cannot be made. Raises ValueError when a value cannot be so."""
    direct = _direct(own.frame, edit)
    if isinstance(direct, Problem):
        return direct
    if direct is not None:
        return _with_frame(own, direct)
    after = _said_otherwise(edit).on(own, own.frame)
    if isinstance(after, Problem):
        return after
    return _absorbed(after) if isinstance(after, OwnLesson) else own


def bundle_with(bundle: LessonBundle, own: OwnLesson) -> LessonBundle:
    """*bundle* as it is when *own* is written: the lesson, its services, and the pictures put into it."""
    pictures = {**bundle.catalogue.pictures, **own.pictures}
    return bundle.model_copy(
        update={
            "lesson": own.frame,
            "catalogue": bundle.catalogue.model_copy(update={"pictures": pictures}),
            "services": bundle.services.model_copy(update={"services": own.services}),
        }
    )


def with_step(lesson: Lesson, name: str, change: Callable[[Step], Step]) -> Lesson:
    """*lesson* with the step of that id changed."""
    steps = tuple(change(one) if one.id == name else one for one in lesson.steps)
    return changed(lesson, steps=steps)


def _said_otherwise(edit: Edit) -> Edit:
    """What takes something of a version's own out takes something of a lesson's out by another edit."""
    match edit:
        case RemoveLine():
            return HideLine(edit.line)
        case RemoveStep():
            return HideStep(edit.step)
        case _:
            return edit


def _direct(lesson: Lesson, edit: Edit) -> Lesson | Problem | None:
    """*lesson* after an edit that a version could not make; None for all others."""
    match edit:
        case ChangeLine() if find_line(lesson, edit.line) is not None:
            refused = edit.refused(lesson)
            return refused or with_line(
                lesson, edit.line, lambda line: changed(line, **{edit.field: edit.value})
            )
        case ChangeStep() if find_step(lesson, edit.step) is not None:
            return with_step(lesson, edit.step, lambda step: changed(step, **{edit.field: edit.value}))
        case ChangeNotes() if find_step(lesson, edit.step) is not None:
            notes = {edit.heading: edit.texts or ()}
            return with_step(
                lesson, edit.step, lambda step: changed(step, notes=changed(step.notes, **notes))
            )
        case MoveLine():
            return _moved(lesson, edit.line, edit.after)
        case _:
            return None


def _absorbed(own: OwnLesson) -> OwnLesson | Problem:
    """*own* with what an edit put into its layer put into the lesson itself."""
    lesson, faults = apply_with_paths(own.frame, [own])
    fault = next((one.problem for one in faults if one.problem.severity is Severity.ERROR), None)
    if fault is not None:
        return in_plain_words(fault)
    if len(lesson.sittings) < len(own.frame.sittings):
        return refusal(
            "empty-sitting",
            tr("A sitting needs one step at least."),
            tr("Add another slide first, or take the whole sitting out."),
        )
    lesson = lesson.model_copy(update={"title": own.title, "about": own.about})
    return _with_frame(own, lesson)


def _with_frame(own: OwnLesson, lesson: Lesson) -> OwnLesson:
    rank = {name: number for number, name in enumerate(_in_order(lesson))}
    steps = tuple(sorted(lesson.steps, key=lambda step: rank.get(step.id, len(rank))))
    frame = changed(lesson, steps=steps)
    return own.model_copy(
        update={
            **_EMPTIED,
            "base": type(own.base)(),
            "frame": frame,
            "title": frame.title,
            "about": frame.about,
        }
    )


def _in_order(lesson: Lesson) -> dict[str, None]:
    """Every step once, where it comes first: so that its file reads as the lesson is taught."""
    return dict.fromkeys(name for sitting in lesson.sittings for name in sitting.steps)


def _moved(lesson: Lesson, line: str, after: str | None) -> Lesson | Problem:
    found = list_with(lesson, line)
    if found is None:
        return refusal(
            "not-in-a-list",
            tr("This line has its own place."),
            tr("Lines of a list, key words, choices and sentence starters can be moved."),
        )

    def reordered(step: Step) -> Step:
        if isinstance(step, DiscussionStep):
            return changed(step, question=_list_reordered(step.question, line, after))
        return _list_reordered(step, line, after)

    return with_step(lesson, found[0], reordered)


def _list_reordered(owner: V, line: str, after: str | None) -> V:
    here = [name for name in LISTS if name in type(owner).model_fields]
    lists: dict[str, tuple[Line, ...]] = {name: getattr(owner, name) for name in here}
    name = next(name for name, lines in lists.items() if any(one.id == line for one in lines))
    moving = next(one for one in lists[name] if one.id == line)
    rest = [one for one in lists[name] if one.id != line]
    place = next((number + 1 for number, one in enumerate(rest) if one.id == after), 0)
    return changed(owner, **{name: (*rest[:place], moving, *rest[place:])})
