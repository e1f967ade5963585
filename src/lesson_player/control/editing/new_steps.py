"""New steps of each kind, ready to be worded: what they begin with, and how they are offered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import (
    AgreementStep,
    CalmStep,
    Choice,
    ChoiceStep,
    DiscussionStep,
    FilmStep,
    HelpStep,
    KeyWord,
    Line,
    PracticeStep,
    Question,
    RowsStep,
    TeacherStep,
    WelcomeStep,
    WordsStep,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from lesson_player.model.lesson import Step

Name = str


@dataclass(frozen=True, slots=True)
class StepKind:
    """A kind of step to choose."""

    id: str
    title: str
    about: str


def step_kinds(*, film: bool) -> tuple[StepKind, ...]:
    """Every kind that can be added; parts of a film only where the lesson has one."""
    kinds = (
        StepKind("rows", tr("Lines"), tr("Sentences with pictures, one below the other.")),
        StepKind("words", tr("Key words"), tr("Each word with a sentence that explains it.")),
        StepKind("discussion", tr("Question"), tr("To talk about: point, say or sign, explain.")),
        StepKind("choice", tr("Choices"), tr("Large pictures to choose from, each with a kind reply.")),
        StepKind("practice", tr("Practice"), tr("Something done together, step by step.")),
        StepKind("welcome", tr("Welcome"), tr("The beginning of a sitting.")),
        StepKind("agreement", tr("Ground rules"), tr("What everybody agrees on, adults too.")),
        StepKind("help", tr("Who can help"), tr("People and services that help.")),
        StepKind("calm", tr("Calm minute"), tr("One large picture and a few quiet words.")),
        StepKind("preparation", tr("Before class"), tr("For the teacher: the class sees the title alone.")),
        StepKind("follow-up", tr("After class"), tr("For the teacher: the class sees the title alone.")),
    )
    part = StepKind("film", tr("Part of the film"), tr("From one moment of the film to another."))
    return (*kinds, part) if film else kinds


def new_step(kind: str, name: str, new: Callable[[Name], Name], moments: Sequence[str] = ()) -> Step:
    """A step of *kind* with the id *name*. Raises KeyError for an unknown kind.

    Args:
        kind: id of a `StepKind`.
        name: id of the step.
        new: gives an id that is free, made from another one; each time another.
        moments: the film's named moments in order; only a part of a film needs them, two at least.
    """
    title = next(one.title for one in step_kinds(film=True) if one.id == kind)
    common = {"id": name, "title": tr("New slide") if kind == "rows" else title, "minutes": 2}
    match kind:
        case "words":
            word = KeyWord(id=new(name), word=tr("New word"), text=_words())
            return WordsStep.model_validate({**common, "words": (word,)})
        case "discussion":
            return DiscussionStep.model_validate({**common, "question": _question(name, new)})
        case "choice":
            question = Line(id=new(name), text=tr("Write one short question."))
            choices = (_choice(name, new, 1), _choice(name, new, 2))
            return ChoiceStep.model_validate({**common, "question": question, "choices": choices})
        case "film":
            return FilmStep.model_validate({**common, "from": moments[0], "to": moments[-1]})
        case "preparation" | "follow-up":
            lines = (Line(id=new(name), text=_words()),)
            return TeacherStep.model_validate({**common, "kind": kind, "lines": lines})
        case _:
            return _OF_LINES[kind]({**common, "lines": (Line(id=new(name), text=_words()),)})


_OF_LINES: Mapping[str, Callable[[object], Step]] = {
    "rows": RowsStep.model_validate,
    "practice": PracticeStep.model_validate,
    "welcome": WelcomeStep.model_validate,
    "agreement": AgreementStep.model_validate,
    "help": HelpStep.model_validate,
    "calm": CalmStep.model_validate,
}


def _question(name: str, new: Callable[[Name], Name]) -> Question:
    return Question(
        id=new(name),
        text=tr("Write one short question."),
        point=(_choice(name, new, 1), _choice(name, new, 2)),
        starters=(Line(id=new(name), text=tr("I think …")),),
    )


def _choice(name: str, new: Callable[[Name], Name], number: int) -> Choice:
    return Choice(id=new(name), text=tr("Choice {n}", n=number), reply=tr("Good thinking."))


def _words() -> str:
    return tr("Write one short sentence.")
