"""How an adaptation's changes to whole steps are put over a lesson: re-titled, hidden, added, moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import FilmStep
from lesson_player.model.names import pause_lines, step_lines
from lesson_player.model.safeguards import belongs_to_ending, ending_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from lesson_player.model.adaptation import AddedStep, MovedStep, NotesChange, StepChange
    from lesson_player.model.draft import Draft
    from lesson_player.model.lesson import Notes, Pause, Step
    from lesson_player.model.names import Path

PLAIN_FIELDS = ("title", "easy", "now", "minutes", "reveal", "start", "end")
FILE_KEYS = {"start": "from", "end": "to"}
"""Fields that have another name in files."""


def change_steps(draft: Draft, changes: Mapping[str, StepChange]) -> None:
    """Change titles, minutes, notes and film parts, and hide steps. Locked steps are never hidden."""
    for name, change in changes.items():
        step = draft.steps.get(name)
        path: Path = ("steps", name)
        if step is None:
            if not (change.hidden and name in draft.gone):
                draft.report_missing(path, name, set(draft.steps))
        elif change.hidden and _may_hide(draft, step, path):
            _hide(draft, name)
        else:
            draft.steps[name] = _changed(draft, step, change, path)


def add_steps(draft: Draft, added: Iterable[AddedStep]) -> None:
    """Put new steps into sittings. The same step may be put into several."""
    for number, one in enumerate(added):
        path: Path = ("add_steps", number)
        if one.sitting not in draft.sittings:
            draft.report_missing((*path, "sitting"), one.sitting, set(draft.sittings))
        elif draft.steps.get(one.step.id) == one.step:
            place_step(draft, one.sitting, one.step.id, one.after, path)
        elif draft.take_step(one.step, (*path, "step")):
            draft.steps[one.step.id] = one.step
            if not place_step(draft, one.sitting, one.step.id, one.after, path):
                order = draft.sittings[one.sitting]
                order.insert(_last_place(draft, one.sitting, one.step), one.step.id)


def move_steps(draft: Draft, moved: Iterable[MovedStep]) -> None:
    """Give steps a new place. Locked steps stay where they are."""
    for number, one in enumerate(moved):
        path: Path = ("move_steps", number)
        sittings, steps = set(draft.sittings), set(draft.steps)
        wanted = [("sitting", one.sitting, sittings), ("step", one.step, steps)]
        if one.leaves is not None:
            wanted.append(("leaves", one.leaves, sittings))
        missing = [(key, name, known) for key, name, known in wanted if name not in known]
        for key, name, known in missing:
            draft.report_missing((*path, key), name, known)
        if not missing:
            _move(draft, one, path)


def place_step(draft: Draft, sitting: str, step: str, after: str | None, path: Path) -> bool:
    """Put a step into a sitting after another one, or first. False, with a fault, when it cannot be.

    A sitting that ends on a locked help slide goes on doing so.
    """
    order = draft.sittings[sitting]
    if step in order:
        draft.report(
            path,
            "step-twice",
            tr("“{step}” stands in the sitting “{sitting}” already.", step=step, sitting=sitting),
            tr("A step can stand in a sitting once."),
        )
        return False
    if after is not None and after not in order:
        draft.report_missing((*path, "after"), after, set(order))
        return False
    place = 0 if after is None else order.index(after) + 1
    if place > _last_place(draft, sitting, draft.steps[step]):
        draft.report(
            path,
            "locked-ending",
            tr(
                "“{step}” cannot stand after the help slide: the sitting “{sitting}” ends on it.",
                step=step,
                sitting=sitting,
            ),
            tr("Put it before. Only more help, a calm minute and steps for the teacher follow that slide."),
        )
        return False
    order.insert(place, step)
    return True


def _last_place(draft: Draft, sitting: str, step: Step) -> int:
    """The last place in a sitting at which *step* may be put."""
    order = [draft.steps[name] for name in draft.sittings[sitting]]
    return len(order) if belongs_to_ending(step) else ending_of(order)


def refuse_locked(draft: Draft, step: Step, path: Path) -> bool:
    """Report that *step* is locked; False when it is not."""
    if step.locked:
        draft.report(
            path,
            "locked",
            tr("“{name}” is a locked safeguarding step: it cannot be hidden, moved or split.", name=step.id),
            tr("Take this change out. You may word the step's lines anew."),
        )
    return step.locked


def _move(draft: Draft, moved: MovedStep, path: Path) -> None:
    leaves = moved.leaves or moved.sitting
    if refuse_locked(draft, draft.steps[moved.step], (*path, "step")):
        return
    if moved.step not in draft.sittings[leaves]:
        draft.report_missing((*path, "step"), moved.step, set(draft.sittings[leaves]))
        return
    former = list(draft.sittings[leaves])
    draft.sittings[leaves].remove(moved.step)
    if not place_step(draft, moved.sitting, moved.step, moved.after, path):
        draft.sittings[leaves] = former


def _may_hide(draft: Draft, step: Step, path: Path) -> bool:
    hide = (*path, "hidden")
    if refuse_locked(draft, step, hide):
        return False
    locked = next((line.id for line, _ in step_lines(step) if line.locked), None)
    if locked is not None:
        draft.report(
            hide,
            "locked",
            tr("“{name}” holds the locked line “{line}”, so it cannot be hidden.", name=step.id, line=locked),
            tr("Hide the other lines of the step instead."),
        )
        return False
    if not any(set(order) - {step.id} for order in draft.sittings.values()):
        draft.report(
            hide,
            "cannot-hide",
            tr("“{name}” cannot be hidden: the lesson would have no step left.", name=step.id),
            tr("Keep one step."),
        )
        return False
    return True


def _hide(draft: Draft, name: str) -> None:
    """Take a step out of the lesson and of every sitting; a sitting without steps goes with it."""
    del draft.steps[name]
    for order in draft.sittings.values():
        if name in order:
            order.remove(name)


def _changed(draft: Draft, step: Step, change: StepChange, path: Path) -> Step:
    wanted = {key: value for key in PLAIN_FIELDS if (value := getattr(change, key)) is not None}
    for key in [key for key in wanted if key not in type(step).model_fields]:
        del wanted[key]
        named = FILE_KEYS.get(key, key)
        draft.report(
            (*path, named),
            "not-for-this-step",
            tr("A step of the kind “{kind}” has no “{key}” to change.", kind=step.kind, key=named),
            tr("Take “{key}” out.", key=named),
        )
    if change.notes is not None:
        wanted["notes"] = noted(step.notes, change.notes)
    if change.hidden_pauses:
        wanted |= _without_pauses(draft, step, change.hidden_pauses, path)
    return step.model_copy(update=wanted)


def noted(notes: Notes, change: NotesChange) -> Notes:
    """*notes* with the headings that *change* names said anew."""
    return notes.model_copy(update=change.model_dump(exclude_none=True))


def _without_pauses(
    draft: Draft, step: Step, hidden: tuple[str, ...], path: Path
) -> dict[str, tuple[Pause, ...]]:
    """The step's pauses without the *hidden* ones; a pause whose prompt has a locked line stays."""
    pauses = {pause.id: pause for pause in step.pauses} if isinstance(step, FilmStep) else {}
    for number, name in enumerate(hidden):
        here = (*path, "hidden_pauses", number)
        pause = pauses.get(name)
        if pause is None:
            draft.report_missing(here, name, set(pauses))
        elif locked := next((line.id for line, _ in pause_lines(pause) if line.locked), None):
            draft.report(
                here,
                "locked",
                tr(
                    "“{name}” holds the locked line “{line}”, so it cannot be hidden.", name=name, line=locked
                ),
                tr("Hide the other lines of the prompt instead."),
            )
        else:
            del pauses[name]
    return {"pauses": tuple(pauses.values())} if isinstance(step, FilmStep) else {}
