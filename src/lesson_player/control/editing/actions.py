"""What can be done in the editor, as edits: the words of keys and buttons turned into values."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.film_edits import AddPause, HidePause, ShowPause
from lesson_player.adapting.line_edits import AddLine, ChangeLine, HideLine, MoveLine, RemoveLine, ShowLine
from lesson_player.adapting.splits import split_off
from lesson_player.adapting.step_edits import (
    AddStep,
    ChangeNotes,
    ChangeStep,
    HideStep,
    JoinStep,
    MoveStep,
    RemoveStep,
    ShowStep,
    SplitStep,
)
from lesson_player.adapting.version_edits import ChangeVersion
from lesson_player.control.editing import lesson_actions
from lesson_player.control.editing.new_steps import new_step
from lesson_player.control.editing.view import Owner
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import Choice, KeyWord, Line, Pause, Question
from lesson_player.model.names import names
from lesson_player.model.safeguards import belongs_to_ending, ending_of

if TYPE_CHECKING:
    from collections.abc import Collection

    from lesson_player.adapting.edit import Edit
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.control.editing.view import FieldKey, GroupView, LineView

_NEVER_EMPTY = frozenset({"text", "title", "word", "name", "source"})
"""Fields that a lesson cannot be without."""
_LONGEST_ID = 48
"""Characters of an id that a new one is made from, so that a number has room behind it."""


def write(controller: EditingController, key: FieldKey, words: str) -> bool:
    """Have a field say *words* while somebody types; empty words bring the lesson's own back.

    Where the lesson itself is edited there is nothing to bring back: what may not be empty stays until there
    are other words.
    """
    needed = key.field in _NEVER_EMPTY or key.owner is Owner.VERSION
    if controller.opened.is_lesson and needed and not words.strip():
        return False
    edit = lesson_actions.written(controller, key, words) or _written(key, words)
    return controller.edit(edit, typing=True)


def reset(controller: EditingController, key: FieldKey) -> bool:
    """Have a field say what the lesson says."""
    return controller.edit(_written(key, ""))


def choose_picture(controller: EditingController, line: str, picture: str | None) -> bool:
    """Give a line another picture; None goes back to the lesson's."""
    return controller.edit(ChangeLine(line, "picture", picture))


def hide_or_show_line(controller: EditingController, line: LineView) -> bool:
    """Hide a line, show it again, or take out one that this version added."""
    if line.hidden:
        return controller.edit(ShowLine(line.id))
    if line.fixed:
        controller.told.emit(line.fixed)
        return False
    return controller.edit(RemoveLine(line.id) if line.own else HideLine(line.id))


def hide_or_show_step(controller: EditingController, step: str) -> bool:
    """Hide a step, show it again, join one that was split off, or take out one that this version added."""
    row = next(one for one in controller.view.steps if one.id == step)
    adaptation = controller.opened.adaptation
    edit: Edit
    if row.hidden:
        edit = ShowStep(step)
    elif row.fixed:
        controller.told.emit(row.fixed)
        return False
    elif split_off(adaptation, step) is not None:
        edit = JoinStep(step)
    elif any(one.step.id == step for one in adaptation.add_steps):
        edit = RemoveStep(step)
    else:
        edit = HideStep(step)
    return controller.edit(edit)


def hide_or_show_pause(controller: EditingController, group: GroupView) -> bool:
    """Take a pause away, or put it back."""
    if group.fixed and not group.hidden:
        controller.told.emit(group.fixed)
        return False
    step = controller.place.step
    return controller.edit(ShowPause(step, group.pause) if group.hidden else HidePause(step, group.pause))


def move_step(controller: EditingController, step: str, by: int) -> bool:
    """Put a step *by* places further on in its sitting; back where that is negative."""
    shown = [row.id for row in controller.view.steps if not row.hidden or row.id == step]
    place = shown.index(step)
    rest = [name for name in shown if name != step]
    target = place + by
    if not 0 <= target <= len(rest):
        return False
    after = rest[target - 1] if target else None
    return controller.edit(MoveStep(controller.place.sitting, step, after))


def move_line(controller: EditingController, line: str, by: int) -> bool:
    """Put a line *by* places further on in its list."""
    group = next(
        (one for one in controller.view.step.groups if any(each.id == line for each in one.lines)), None
    )
    shown = (
        [one.id for one in group.lines if one.listed and (not one.hidden or one.id == line)] if group else []
    )
    if line not in shown:
        return False
    rest = [name for name in shown if name != line]
    target = shown.index(line) + by
    if not 0 <= target <= len(rest):
        return False
    return controller.edit(MoveLine(line, rest[target - 1] if target else None))


def add_line(controller: EditingController, after: str) -> str:
    """Add a line to the step, after another one or at its end; its id, or an empty text."""
    view = controller.view.step
    step = controller.opened.lesson.step(view.id) if _is_taught(controller, view.id) else None
    growing = [one for group in view.groups if group.grows for one in group.lines if not one.hidden]
    listed = [one for one in view.lines if one.listed and not one.hidden]
    beside = next((one for one in listed if one.id == after), None) or next(reversed(growing), None)
    if step is None or (not any(group.grows for group in view.groups) and beside is None):
        controller.told.emit(tr("No line can be added here. Add a slide instead."))
        return ""
    name = new_id(controller, view.id)
    kinds = {one.id: one for one in _lines_in(controller)}
    line = _like(kinds.get(beside.id) if beside else None, name)
    place = controller.place.to_line(name)
    return name if controller.edit(AddLine(view.id, beside.id if beside else None, line), then=place) else ""


def add_slide(controller: EditingController, kind: str = "rows") -> str:
    """Add a step of that kind (`step_kinds`) after the one that is worked on; its id, or an empty text.

    After the help slide with which a sitting ends, it goes before that slide unless it belongs to the ending.
    """
    place = controller.place
    name = new_id(controller, "slide" if kind == "rows" else kind)
    taken: set[str] = set()

    def free(like: str) -> str:
        found = new_id(controller, f"{like}-line", taken)
        taken.add(found)
        return found

    step = new_step(kind, name, free, tuple(controller.source().moments))
    hidden = {row.id for row in controller.view.steps if row.hidden}
    before = [row.id for row in controller.view.steps]
    shown = [one for one in before[: before.index(place.step) + 1] if one not in hidden]
    if not belongs_to_ending(step):
        taught = controller.opened.lesson.sitting_steps(place.sitting)
        ending = {one.id for one in taught[ending_of(taught) :]}
        shown = [one for one in shown if one not in ending]
    after = shown[-1] if shown else None
    made = controller.edit(AddStep(place.sitting, after, step), then=place.to_step(name))
    return name if made else ""


def split_step(controller: EditingController, line: str) -> str:
    """Make two steps of the one that is worked on, the second one from *line* on; its id, or empty."""
    place = controller.place
    name = new_id(controller, place.step)
    made = controller.edit(SplitStep(place.step, line, name), then=place.to_step(name))
    return name if made else ""


def add_pause(controller: EditingController, moment: str, after_s: float, question: str) -> bool:
    """Have the film rest once more in this step, and ask *question* there; empty asks nothing."""
    step = controller.place.step
    name = new_id(controller, f"{step}-pause")
    asked = Question(id=f"{name}-question", text=question) if question else None
    pause = Pause(id=name, at=moment, after=after_s, prompt=asked)
    return controller.edit(AddPause(step, pause))


def new_id(controller: EditingController, like: str, more: Collection[str] = ()) -> str:
    """An id that nothing in the lesson or the version has, and none of *more* is, made from another one."""
    opened = controller.opened
    taken = {name for lesson in (opened.base, opened.lesson) for name, _ in names(lesson)} | set(more)
    root = like[:_LONGEST_ID].rstrip("-")
    return next(name for n in range(2, 100_000) if (name := f"{root}-{n}") not in taken)


def _written(key: FieldKey, words: str) -> Edit:
    value = " ".join(words.split()) or None
    if key.owner is Owner.NOTES:
        texts = tuple(line.strip() for line in words.splitlines() if line.strip())
        return ChangeNotes(key.id, key.field, texts or None)  # type: ignore[arg-type]
    if key.owner is Owner.STEP:
        return ChangeStep(key.id, key.field, value)  # type: ignore[arg-type]
    if key.owner is Owner.VERSION:
        return ChangeVersion(key.field, value or "")  # type: ignore[arg-type]
    return ChangeLine(key.id, key.field, value)  # type: ignore[arg-type]


def _is_taught(controller: EditingController, step: str) -> bool:
    return any(one.id == step for one in controller.opened.lesson.steps)


def _lines_in(controller: EditingController) -> list[Line]:
    from lesson_player.model.lesson import lines_of  # noqa: PLC0415

    return list(lines_of(controller.opened.lesson.step(controller.place.step)))


def _like(line: Line | None, name: str) -> Line:
    """A new line of the same kind as another one."""
    words = tr("Write one short sentence.")
    if isinstance(line, KeyWord):
        return KeyWord(id=name, word=tr("New word"), text=words)
    if isinstance(line, Choice):
        return Choice(id=name, text=tr("New choice"), reply=line.reply and tr("Good thinking."))
    return Line(id=name, text=words)
