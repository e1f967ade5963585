"""What every edit can do, and why one may be refused."""

from __future__ import annotations

from abc import ABC, abstractmethod
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.names import outer_lines, step_lines
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Line, Step

_LONGEST = 40
"""Characters of a line that are enough to know it by."""


class Edit(ABC):
    """One change that a coordinator makes, as a frozen value; each kind is a dataclass of its own."""

    __slots__ = ()

    @property
    def key(self) -> tuple[str, ...]:
        """What is being changed. Edits with the same key may be joined into one step of undo while typing.

        Empty for edits that are never joined.
        """
        return self._key()

    def said(self, lesson: Lesson) -> str:
        """What it does, in words for "Undo" and "Redo". *lesson* is the version before the edit."""
        return self._said(lesson)

    def on(self, adaptation: Adaptation, base: Lesson) -> Adaptation | Problem:
        """*adaptation* after the edit, or why it cannot be made.

        *base* is the lesson that is adapted. Raises ValueError when a text is too long or a value cannot be.
        """
        return self._on(adaptation, base)

    def _key(self) -> tuple[str, ...]:
        return ()

    @abstractmethod
    def _said(self, lesson: Lesson, /) -> str: ...

    @abstractmethod
    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem: ...


def refusal(code: str, sentence: str, remedy: str = "") -> Problem:
    """Why an edit is not made."""
    return Problem(code=code, sentence=sentence, remedy=remedy)


def find_line(lesson: Lesson, name: str) -> Line | None:
    """The line of that id, wherever it stands in *lesson*."""
    for line, _ in outer_lines(lesson):
        if line.id == name:
            return line
    for step in lesson.steps:
        for line, _ in step_lines(step):
            if line.id == name:
                return line
    return None


def find_step(lesson: Lesson, name: str) -> Step | None:
    """The step of that id."""
    return next((step for step in lesson.steps if step.id == name), None)


def line_words(lesson: Lesson, name: str) -> str:
    """The beginning of a line, by which people know it; its id where the lesson does not have it."""
    line = find_line(lesson, name)
    return shortened(line.text) if line is not None else name


def shortened(text: str) -> str:
    """The beginning of *text* without marks, short enough for a list."""
    plain = text.replace("**", "")
    return plain if len(plain) <= _LONGEST else tr("{beginning}…", beginning=plain[: _LONGEST - 1].rstrip())


def step_words(lesson: Lesson, name: str) -> str:
    """The title of a step; its id where the lesson does not have it."""
    step = find_step(lesson, name)
    return step.title if step is not None else name
