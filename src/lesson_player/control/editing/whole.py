"""The lesson in a version with what it hides still there, kept from one key to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.words_alone import reworded, words_between
from lesson_player.model.layers import apply

if TYPE_CHECKING:
    from lesson_player.adapting.opened import Opened
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson


class WholeLesson:
    """Where only the words of a line have changed since it was asked last, only that line is put in."""

    def __init__(self) -> None:
        self._last: tuple[Lesson, Adaptation, Lesson] | None = None

    def of(self, opened: Opened) -> Lesson:
        """The lesson in a version, with everything that the version hides still there."""
        adaptation = opened.adaptation
        if not _hides(adaptation):
            return opened.lesson
        made = self._again(opened) or with_hidden(opened)
        self._last = (opened.base, adaptation, made)
        return made

    def _again(self, opened: Opened) -> Lesson | None:
        if self._last is None or self._last[0] is not opened.base:
            return None
        base, former, made = self._last
        if former is opened.adaptation:
            return made
        new = words_between(former, opened.adaptation)
        return reworded(made, base, new) if new is not None else None


def with_hidden(opened: Opened) -> Lesson:
    """The whole version put over its lesson, without its hiding."""
    adaptation = opened.adaptation
    lines = {name: change.model_copy(update={"hidden": False}) for name, change in adaptation.lines.items()}
    steps = {
        name: change.model_copy(update={"hidden": False, "hidden_pauses": ()})
        for name, change in adaptation.steps.items()
    }
    return apply(opened.base, [adaptation.model_copy(update={"lines": lines, "steps": steps})])[0]


def _hides(adaptation: Adaptation) -> bool:
    lines = any(line.hidden for line in adaptation.lines.values())
    return lines or any(step.hidden or step.hidden_pauses for step in adaptation.steps.values())
