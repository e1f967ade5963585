"""Problems are values: where, what happened in a sentence, and what to do about it."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.model.base import Value

if TYPE_CHECKING:
    from collections.abc import Iterable


class Severity(StrEnum):
    """How much a problem matters to a lesson."""

    ERROR = "error"
    """The part that it names cannot be taught as it is."""
    WARNING = "warning"
    """The lesson can be taught; somebody should know."""


class Problem(Value):
    """One thing that is wrong, in words that a teacher understands."""

    code: str
    """Stable name of the kind of problem, for tests and help pages, such as ``unknown-key``."""
    sentence: str
    """What happened."""
    remedy: str = ""
    """What to do about it."""
    file: str = ""
    """The file as people know it, relative to its lesson or media folder; empty when no file is meant."""
    line: int = 0
    """Line in the file, counted from 1; 0 when unknown."""
    column: int = 0
    """Column in the line, counted from 1; 0 when unknown."""
    severity: Severity = Severity.ERROR

    @property
    def place(self) -> str:
        """Where it is, as ``file:line:column`` with the unknown parts left out."""
        parts = [self.file, *(str(number) for number in (self.line, self.column) if number)]
        return ":".join(part for part in parts if part)

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        return f"{place}{self.sentence} {self.remedy}".rstrip()


def errors(problems: Iterable[Problem]) -> tuple[Problem, ...]:
    """Only the problems that stop something from being taught."""
    return tuple(problem for problem in problems if problem.severity is Severity.ERROR)
