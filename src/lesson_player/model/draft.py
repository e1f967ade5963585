"""A lesson while layers are put over it, and the faults found on the way."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.guess import did_you_mean
from lesson_player.model.names import names, step_names
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from lesson_player.model.lesson import Lesson, Step
    from lesson_player.model.names import Path

MOST_GUESSES = 20
"""After so many faults no more guesses are made; an adaptation that is wrong throughout has another cause."""


@dataclass(frozen=True, slots=True)
class Fault:
    """Something in an adaptation that could not be applied, with the path to it in the adaptation's file."""

    path: Path
    problem: Problem
    missing: str = ""
    """The id that is not in the lesson, where that is the fault."""


@dataclass(slots=True)
class Draft:
    """The parts of a lesson that layers change. Made, changed and finished within one call."""

    lesson: Lesson
    steps: dict[str, Step]
    sittings: dict[str, list[str]]
    taken: set[str]
    """Every id that a step, line or pause ever had, so that a hidden one is not used again."""
    seen: Lesson | None = None
    """The lesson before this kind of change began; None before the first one."""
    file: str = ""
    faults: list[Fault] = field(default_factory=list)

    @classmethod
    def of(cls, lesson: Lesson) -> Draft:
        """A draft that is equal to *lesson*."""
        return cls(
            lesson,
            {step.id: step for step in lesson.steps},
            {sitting.id: list(sitting.steps) for sitting in lesson.sittings},
            {name for name, _ in names(lesson)},
        )

    def finish(self) -> Lesson:
        """The lesson as it is now; sittings that have lost all their steps are gone."""
        sittings = [
            sitting.model_copy(update={"steps": tuple(self.sittings[sitting.id])})
            for sitting in self.lesson.sittings
            if self.sittings[sitting.id]
        ]
        return self.lesson.model_copy(
            update={"steps": tuple(self.steps.values()), "sittings": tuple(sittings)}
        )

    @property
    def gone(self) -> set[str]:
        """Ids that were hidden by a change before this kind of change began. Reads the whole lesson."""
        return self.taken - {name for name, _ in names(self.seen)} if self.seen is not None else set()

    def look_for_hidden(self) -> None:
        """Note what is there by now. Called between kinds of changes."""
        self.seen = self.finish()

    def report(
        self,
        path: Path,
        code: str,
        sentence: str,
        remedy: str,
        *,
        severity: Severity = Severity.ERROR,
        missing: str = "",
    ) -> None:
        """Keep a fault."""
        problem = Problem(code=code, sentence=sentence, remedy=remedy, file=self.file, severity=severity)
        self.faults.append(Fault(path, problem, missing))

    def report_missing(self, path: Path, name: str, known: set[str]) -> None:
        """Report that *name* is not among the *known* ids that could stand here."""
        if name in self.gone:
            self.report(
                path,
                "hidden-already",
                tr("“{name}” is hidden by an earlier change, so this change has no effect.", name=name),
                tr("Take this change out, or do not hide “{name}”.", name=name),
                severity=Severity.WARNING,
            )
            return
        otherwise = tr("Use an id that the lesson has.")
        remedy = did_you_mean(name, known, otherwise) if len(self.faults) < MOST_GUESSES else otherwise
        sentence = tr("There is no “{name}” here in the lesson.", name=name)
        self.report(path, "unknown-id", sentence, remedy, missing=name)

    def take(self, names_wanted: list[str], path: Path) -> bool:
        """Reserve ids for something new. False, with a fault, when one of them is not free."""
        for name in names_wanted:
            if name in self.taken or names_wanted.count(name) > 1:
                self.report(
                    path,
                    "duplicate-id",
                    tr("The id “{name}” is used already.", name=name),
                    tr("Give what you add an id of its own."),
                )
                return False
        self.taken.update(names_wanted)
        return True

    def take_step(self, step: Step, path: Path) -> bool:
        """Reserve the ids of a new step and of everything in it."""
        return self.take([name for name, _ in step_names(step)], path)
