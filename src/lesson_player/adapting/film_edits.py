"""Edits of how the film rests: pauses added and hidden."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.edit import Edit, refusal, step_words
from lesson_player.adapting.own import own_step, with_own_step
from lesson_player.adapting.parts import Part, PartKind, changed, with_part
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import AddedPause
from lesson_player.model.lesson import FilmStep

if TYPE_CHECKING:
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Lesson, Pause, Step
    from lesson_player.model.problem import Problem


@dataclass(frozen=True, slots=True)
class AddPause(Edit):
    """Let the film rest at one more place; a pause of the same id is replaced."""

    step: str
    pause: Pause

    def _key(self) -> tuple[str, ...]:
        return ("pause", self.step, self.pause.id)

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Pause added to “{step}”", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        if own_step(adaptation, self.step) is not None:
            return with_own_step(adaptation, self.step, self._in_own)
        one = AddedPause(step=self.step, pause=self.pause)
        return with_part(adaptation, Part(PartKind.ADDED_PAUSE, self.pause.id), one)

    def _in_own(self, step: Step) -> Step:
        if not isinstance(step, FilmStep):
            raise TypeError(step.kind)
        others = tuple(one for one in step.pauses if one.id != self.pause.id)
        return changed(step, pauses=(*others, self.pause))


@dataclass(frozen=True, slots=True)
class HidePause(Edit):
    """Let the film go on at a pause: one of the lesson's is hidden, one of the adaptation's own taken out."""

    step: str
    pause: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Pause of “{step}” taken out", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        if own_step(adaptation, self.step) is not None:
            return with_own_step(adaptation, self.step, self._in_own)
        if any(one.pause.id == self.pause for one in adaptation.add_pauses):
            return with_part(adaptation, Part(PartKind.ADDED_PAUSE, self.pause), None)
        return with_part(adaptation, Part(PartKind.HIDDEN_PAUSE, self.step, self.pause), True)

    def _in_own(self, step: Step) -> Step:
        there = step.pauses if isinstance(step, FilmStep) else ()
        return changed(step, pauses=tuple(one for one in there if one.id != self.pause))


@dataclass(frozen=True, slots=True)
class ShowPause(Edit):
    """Let the film rest again at a pause of the lesson."""

    step: str
    pause: str

    def _said(self, lesson: Lesson, /) -> str:
        return tr("Pause of “{step}” put back", step=step_words(lesson, self.step))

    def _on(self, adaptation: Adaptation, _base: Lesson, /) -> Adaptation | Problem:
        part = Part(PartKind.HIDDEN_PAUSE, self.step, self.pause)
        if self.pause not in (
            adaptation.steps[self.step].hidden_pauses if self.step in adaptation.steps else ()
        ):
            return refusal("not-hidden", tr("This pause is not hidden."))
        return with_part(adaptation, part, None)
