"""Where somebody works in a version: the sitting, the step, the line, and the slide that is looked at."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lesson_player.model.lesson import Lesson


@dataclass(frozen=True, slots=True)
class Place:
    """Ids; the slide is counted from 0, and None follows the line."""

    sitting: str
    step: str
    line: str = ""
    slide: int | None = None

    def to_step(self, step: str) -> Place:
        """The beginning of another step of the sitting."""
        return replace(self, step=step, line="", slide=None)

    def to_line(self, line: str) -> Place:
        """A line of the step, with the slide that shows it."""
        return replace(self, line=line, slide=None)

    def within(self, lesson: Lesson) -> Place:
        """The place itself, or the nearest one where the lesson no longer has it."""
        sitting = next((one for one in lesson.sittings if one.id == self.sitting), lesson.sittings[0])
        if self.step in sitting.steps:
            return self if sitting.id == self.sitting else replace(self, sitting=sitting.id)
        return Place(sitting.id, sitting.steps[0])


def first_place(lesson: Lesson, sitting: str = "") -> Place:
    """The first step of a sitting that pupils see; of the first sitting where none is named."""
    found = next((one for one in lesson.sittings if one.id == sitting), lesson.sittings[0])
    shown = (one for one in found.steps if lesson.step(one).kind != "preparation")
    return Place(found.id, next(shown, found.steps[0]))
