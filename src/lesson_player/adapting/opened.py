"""An adaptation that is open in the editor: the lesson below it, what it makes of that, and its history."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from lesson_player.adapting.edit import refusal
from lesson_player.adapting.history import History
from lesson_player.adapting.own_lesson import OwnLesson, edit_in_lesson
from lesson_player.adapting.refusals import in_plain_words
from lesson_player.adapting.remember import remembering
from lesson_player.adapting.words_alone import reworded, words_between
from lesson_player.foundation.i18n import tr
from lesson_player.model.layers import apply_with_paths
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from lesson_player.adapting.edit import Edit
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.draft import Fault
    from lesson_player.model.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Opened:
    """A frozen value: every edit, undo and redo gives the next one."""

    base: Lesson
    """The lesson that is adapted, with whatever layers lie below this one."""
    history: History
    lesson: Lesson
    """What the class gets: the base with the adaptation over it."""
    faults: tuple[Fault, ...] = ()
    """What of the adaptation cannot be applied, with its path in the file."""

    @property
    def adaptation(self) -> Adaptation:
        """The adaptation as it is now."""
        return self.history.now

    @property
    def is_lesson(self) -> bool:
        """Whether a lesson of the school's own is edited itself, and no version of one."""
        return isinstance(self.adaptation, OwnLesson)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What of the adaptation cannot be applied, in words."""
        return tuple(fault.problem for fault in self.faults)


def opened(base: Lesson, adaptation: Adaptation, saved: Adaptation | None = None) -> Opened:
    """*adaptation* open over *base*. *saved* is what its file says, where that differs."""
    return _seen(base, History.of(adaptation, saved))


def edited(open_one: Opened, edit: Edit, *, typing_on: bool = False) -> Opened | Problem:
    """After *edit*, or why it cannot be made; then nothing has changed.

    With *typing_on* the edit is joined to the one before it if both are of the same field: the caller says so
    while somebody types without a pause.
    """
    try:
        after = _after(edit, open_one)
    except (ValueError, TypeError):
        return refusal(
            "not-possible",
            tr("This cannot be so: a text is empty or too long, or it does not belong here."),
            tr("Nothing was changed. A line for pupils has 1 to 400 characters."),
        )
    if isinstance(after, Problem):
        return after
    if not isinstance(after, OwnLesson):
        after = remembering(open_one.adaptation, after, open_one.base)
    history = open_one.history.done(after, edit.said(open_one.lesson), edit.key, typing_on=typing_on)
    if history is open_one.history:
        return open_one
    new = _with(open_one, history)
    return _first_new_error(open_one.faults, new.faults) or new


def undone(open_one: Opened) -> Opened:
    """After undo; itself when there is nothing to undo."""
    return _with(open_one, open_one.history.undone())


def redone(open_one: Opened) -> Opened:
    """After redo; itself when there is nothing to do again."""
    return _with(open_one, open_one.history.redone())


def written(open_one: Opened) -> Opened:
    """After the adaptation was written to its file."""
    return _with(open_one, open_one.history.written())


def _after(edit: Edit, open_one: Opened) -> Adaptation | Problem:
    now = open_one.adaptation
    return edit_in_lesson(now, edit) if isinstance(now, OwnLesson) else edit.on(now, open_one.base)


def _with(open_one: Opened, history: History) -> Opened:
    if history.now is open_one.history.now:
        return replace(open_one, history=history)
    lesson = _reworded(open_one, history.now)
    if lesson is not None:
        return replace(open_one, history=history, lesson=lesson)
    return _seen(open_one.base, history)


def _reworded(open_one: Opened, after: Adaptation) -> Lesson | None:
    """The lesson where *after* only has other words of one line; None where it has anything else."""
    if isinstance(after, OwnLesson):
        return None
    new = words_between(open_one.adaptation, after)
    return reworded(open_one.lesson, open_one.base, new) if new is not None else None


def _seen(base: Lesson, history: History) -> Opened:
    if isinstance(history.now, OwnLesson):
        return Opened(history.now.frame, history, history.now.frame)
    lesson, faults = apply_with_paths(base, [history.now])
    return Opened(base, history, lesson, faults)


def _first_new_error(before: tuple[Fault, ...], after: tuple[Fault, ...]) -> Problem | None:
    """A fault that the edit brought in; what was wrong before, as after a newer lesson, refuses nothing."""
    known = [fault.problem for fault in before]
    for fault in after:
        if fault.problem in known:
            known.remove(fault.problem)
        elif fault.problem.severity is Severity.ERROR:
            return in_plain_words(fault.problem)
    return None
