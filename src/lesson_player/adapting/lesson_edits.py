"""Edits that only a lesson of the school's own can have: its sittings, and the services that it names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from lesson_player.adapting.edit import Edit, find_step, refusal, step_words
from lesson_player.adapting.own_lesson import OwnLesson, with_step
from lesson_player.adapting.parts import changed
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import HelpStep, Line, RowsStep, Sitting
from lesson_player.model.safeguards import ending_of

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.problem import Problem
    from lesson_player.model.services import SupportService


@dataclass(frozen=True, slots=True)
class ChangeSitting(Edit):
    """Give a sitting another title, or say anew what it is for; None takes that out."""

    sitting: str
    field: Literal["title", "easy", "about"]
    value: str | None

    def _key(self) -> tuple[str, ...]:
        return ("sitting", self.sitting, self.field)

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Words of the sitting “{sitting}” changed", sitting=_sitting_words(lesson, self.sitting))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        sittings = tuple(
            changed(one, **{self.field: self.value}) if one.id == self.sitting else one
            for one in base.sittings
        )
        return _with_lesson(adaptation, changed(base, sittings=sittings))


@dataclass(frozen=True, slots=True)
class AddSitting(Edit):
    """Put a sitting after another one: one slide, then the help slide and what follows it there."""

    after: str
    id: str
    slide: str
    line: str

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Sitting added")

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        words = Line(id=self.line, text=tr("Write one short sentence."))
        slide = RowsStep(id=self.slide, title=tr("New slide"), minutes=2, lines=(words,))
        order = base.sitting_steps(self.after)
        ending = tuple(step.id for step in order[ending_of(order) :])
        number = len(base.sittings) + 1
        made = Sitting(id=self.id, title=tr("Sitting {n}", n=number), steps=(slide.id, *ending))
        place = [one.id for one in base.sittings].index(self.after) + 1
        sittings = (*base.sittings[:place], made, *base.sittings[place:])
        return _with_lesson(adaptation, changed(base, steps=(*base.steps, slide), sittings=sittings))


@dataclass(frozen=True, slots=True)
class RemoveSitting(Edit):
    """Take a sitting out, with the steps that stand in no other one."""

    sitting: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Sitting “{sitting}” taken out", sitting=_sitting_words(lesson, self.sitting))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        sittings = tuple(one for one in base.sittings if one.id != self.sitting)
        if not sittings:
            return refusal(
                "last-sitting",
                tr("A lesson needs one sitting at least."),
                tr("Change this one, or add another one first."),
            )
        kept = {name for one in sittings for name in one.steps}
        gone = set(base.sitting(self.sitting).steps) - kept
        steps = tuple(step for step in base.steps if step.id not in gone)
        return _with_lesson(adaptation, changed(base, steps=steps, sittings=sittings))


@dataclass(frozen=True, slots=True)
class MoveSitting(Edit):
    """Put a sitting some places further on; back where *by* is negative."""

    sitting: str
    by: int

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Sitting “{sitting}” moved", sitting=_sitting_words(lesson, self.sitting))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        rest = [one for one in base.sittings if one.id != self.sitting]
        place = [one.id for one in base.sittings].index(self.sitting) + self.by
        if not 0 <= place <= len(rest):
            return refusal("no-such-place", tr("The sitting is at the end already."))
        sittings = (*rest[:place], base.sitting(self.sitting), *rest[place:])
        return _with_lesson(adaptation, changed(base, sittings=sittings))


@dataclass(frozen=True, slots=True)
class ChangeLessonPicture(Edit):
    """Give the lesson another picture, for the library and for its title slide."""

    picture: str

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Picture of the lesson changed")

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        return _with_lesson(adaptation, changed(base, picture=self.picture))


@dataclass(frozen=True, slots=True)
class ChooseServices(Edit):
    """Which services a help slide names, in order."""

    step: str
    services: tuple[str, ...]

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Services of “{step}” changed", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if not isinstance(find_step(base, self.step), HelpStep):
            return refusal("not-a-help-slide", tr("Only a help slide names services."))
        lesson = with_step(base, self.step, lambda step: changed(step, services=self.services))
        return _with_lesson(adaptation, lesson)


@dataclass(frozen=True, slots=True)
class KeepService(Edit):
    """Put a service into the lesson's list, in place of the one of the same id where there is one."""

    service: SupportService

    def _key(self) -> tuple[str, ...]:
        return ("service", self.service.id)

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Service “{service}” changed", service=self.service.name)

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        if not isinstance(adaptation, OwnLesson):
            return _not_a_lesson()
        there = {one.id: one for one in adaptation.services}
        # A service that was changed by its fields is checked here.
        there[self.service.id] = changed(self.service)
        return changed(adaptation, services=tuple(there.values()))


@dataclass(frozen=True, slots=True)
class DropService(Edit):
    """Take a service out of the lesson's list and off every help slide."""

    service: str

    def _said(self, _lesson: Lesson, /) -> str:
        return tr("Service taken out")

    def _on(self, adaptation: Adaptation, base: Lesson, /) -> Adaptation | Problem:
        if not isinstance(adaptation, OwnLesson):
            return _not_a_lesson()
        steps = tuple(self._without(step) if isinstance(step, HelpStep) else step for step in base.steps)
        services = tuple(one for one in adaptation.services if one.id != self.service)
        return changed(adaptation, frame=changed(base, steps=steps), services=services)

    def _without(self, step: HelpStep) -> HelpStep:
        return changed(step, services=tuple(one for one in step.services if one != self.service))


def _with_lesson(adaptation: Adaptation, lesson: Lesson) -> Adaptation | Problem:
    if not isinstance(adaptation, OwnLesson):
        return _not_a_lesson()
    return changed(adaptation, frame=lesson)


def _sitting_words(lesson: Lesson, sitting: str) -> str:
    return next((one.title for one in lesson.sittings if one.id == sitting), sitting)


def _not_a_lesson() -> Problem:
    return refusal(
        "not-own-lesson",
        tr("A version keeps the sittings and services of its lesson."),
        tr("Make a copy of the lesson to change these."),
    )
