"""A lesson as its file describes it: steps, slides' lines, notes, sittings."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Literal

from pydantic import Field

from lesson_player.model.base import Identifier, LongText, Seconds, Text, Value
from lesson_player.model.line import (
    MOST_LINES,
    Choice,
    KeyWord,
    Line,
    Notes,
    Question,
    Wording,
    question_lines,
)
from lesson_player.model.pictures import Picture, PictureCatalogue

if TYPE_CHECKING:
    from collections.abc import Iterator

__all__ = [
    "AgreementStep",
    "CalmStep",
    "Choice",
    "ChoiceStep",
    "DisclosureCard",
    "DiscussionStep",
    "FilmStep",
    "Guidance",
    "HelpStep",
    "KeyWord",
    "Lesson",
    "Line",
    "LinesStep",
    "Notes",
    "Pause",
    "Picture",
    "PictureCatalogue",
    "PracticeStep",
    "Question",
    "RowsStep",
    "Sitting",
    "Step",
    "StepBase",
    "TeacherStep",
    "WelcomeStep",
    "Wording",
    "WordsStep",
    "lines_of",
    "question_lines",
    "shows_films",
]


class StepBase(Value):
    """What every step has."""

    id: Identifier
    title: Text
    easy: Text | None = None
    """The title in easy read."""
    now: Text | None = None
    """Two or three words for the now-and-next strip; the title where there are none."""
    minutes: Annotated[int, Field(ge=0, le=60)]
    notes: Notes = Notes()
    locked: bool = False
    """A safeguarding step: adaptations cannot hide, move or split it."""
    optional: bool = False
    """May be skipped when time is short."""
    edition: Identifier | None = None
    """The film edition whose plot this step depends on; None when any will do."""

    def heading(self, wording: Wording) -> str:
        """The title in *wording*."""
        return self.easy if wording is Wording.EASY and self.easy else self.title

    @property
    def now_words(self) -> str:
        """What the now-and-next strip calls this step."""
        return self.now or self.title


class LinesStep(StepBase):
    """A step whose slide is rows of a picture and a sentence."""

    lines: Annotated[tuple[Line, ...], Field(min_length=1, max_length=MOST_LINES)]
    reveal: Literal["line", "together"] = "line"
    """One line at each Next, or all lines of the slide together."""


class WelcomeStep(LinesStep):
    """The opening of a sitting, with what comes now and next."""

    kind: Literal["welcome"] = "welcome"


class AgreementStep(LinesStep):
    """Ground rules, agreed with the pupils and binding on adults too."""

    kind: Literal["agreement"] = "agreement"


class RowsStep(LinesStep):
    """Easy-read rows."""

    kind: Literal["rows"] = "rows"


class PracticeStep(LinesStep):
    """A routine practised together with hands and cards."""

    kind: Literal["practice"] = "practice"


class HelpStep(LinesStep):
    """Who can help. Every sitting ends on it."""

    kind: Literal["help"] = "help"
    services: tuple[Identifier, ...] = ()


class CalmStep(LinesStep):
    """A quiet minute at the end."""

    kind: Literal["calm"] = "calm"
    reveal: Literal["line", "together"] = "together"
    picture: Identifier | None = None


class TeacherStep(LinesStep):
    """Preparation before the class comes in, or follow-up after it: the class sees the title alone."""

    kind: Literal["preparation", "follow-up"]
    reveal: Literal["line", "together"] = "together"


class WordsStep(StepBase):
    """Key words, each explained by the sentence after it."""

    kind: Literal["words"] = "words"
    words: Annotated[tuple[KeyWord, ...], Field(min_length=1, max_length=MOST_LINES)]
    reveal: Literal["line", "together"] = "line"


class DiscussionStep(StepBase):
    """A question to talk about."""

    kind: Literal["discussion"] = "discussion"
    question: Question


class ChoiceStep(StepBase):
    """Large pictures to choose from, each answered kindly."""

    kind: Literal["choice"] = "choice"
    question: Line
    choices: Annotated[tuple[Choice, ...], Field(min_length=2, max_length=6)]


class Pause(Value):
    """A place where the film rests. A question may be asked there; without one it rests until Next."""

    id: Identifier
    at: Identifier
    """A named moment of the film."""
    after: Seconds = 0.0
    """Seconds after that moment, in the version ``film``; others rest at the same place of the story."""
    prompt: Question | None = None


class FilmStep(StepBase):
    """A part of a film, from one named moment to another."""

    kind: Literal["film"] = "film"
    film: Identifier | None = None
    """The lesson's own film where none is named."""
    start: Identifier = Field(alias="from")
    end: Identifier = Field(alias="to")
    pauses: Annotated[tuple[Pause, ...], Field(max_length=MOST_LINES)] = ()
    lines: Annotated[tuple[Line, ...], Field(max_length=MOST_LINES)] = ()
    """A notice before the film starts: what it is about, that one may look away."""


Step = Annotated[
    WelcomeStep
    | AgreementStep
    | RowsStep
    | PracticeStep
    | HelpStep
    | CalmStep
    | TeacherStep
    | WordsStep
    | DiscussionStep
    | ChoiceStep
    | FilmStep,
    Field(discriminator="kind"),
]


class Sitting(Value):
    """A part of the lesson taught in one go; a step written once may stand in several sittings."""

    id: Identifier
    title: Text
    easy: Text | None = None
    about: LongText | None = None
    """For the teacher: what this sitting is for."""
    steps: Annotated[tuple[Identifier, ...], Field(min_length=1, max_length=60)]


class DisclosureCard(Value):
    """For the teacher's eyes only: what to do when a pupil tells something."""

    title: Text
    lines: Annotated[tuple[Line, ...], Field(min_length=1, max_length=MOST_LINES)]


class Guidance(Value):
    """A piece of statutory guidance with its year, as data."""

    title: Text
    year: Text
    nation: Text = "England"


class Lesson(Value):
    """A whole lesson, ``lessons/<id>/lesson.yaml``."""

    format: Literal[1]
    id: Identifier
    title: Text
    easy: Text | None = None
    language: Text = "en-GB"
    sample: bool = False
    """True for a lesson that stands in for the real one; the class screen then says "Sample"."""
    about: LongText
    picture: Identifier | None = None
    film: Identifier | None = None
    """The film that film steps cite unless they name another."""
    footer: Line | None = None
    """One message that stays at the foot of every slide."""
    calm: Line
    """What the calm screen shows: a picture and a few words."""
    hidden: Line
    """What the class sees while the screen is hidden."""
    guidance: tuple[Guidance, ...] = ()
    disclosure: DisclosureCard
    steps: Annotated[tuple[Step, ...], Field(min_length=1, max_length=300)]
    sittings: Annotated[tuple[Sitting, ...], Field(min_length=1, max_length=40)]

    def step(self, step_id: str) -> Step:
        """The step of that id. Raises KeyError when there is none."""
        for step in self.steps:
            if step.id == step_id:
                return step
        raise KeyError(step_id)

    def sitting(self, sitting_id: str) -> Sitting:
        """The sitting of that id. Raises KeyError when there is none."""
        for sitting in self.sittings:
            if sitting.id == sitting_id:
                return sitting
        raise KeyError(sitting_id)

    def sitting_steps(self, sitting_id: str) -> tuple[Step, ...]:
        """The steps of a sitting in order. Raises KeyError for an unknown sitting."""
        return tuple(self.step(step_id) for step_id in self.sitting(sitting_id).steps)

    def minutes(self, sitting_id: str) -> int:
        """Planned length of a sitting in minutes."""
        return sum(step.minutes for step in self.sitting_steps(sitting_id))


def shows_films(lesson: Lesson) -> bool:
    """Whether a film belongs to *lesson*."""
    return lesson.film is not None or any(isinstance(step, FilmStep) for step in lesson.steps)


def lines_of(step: StepBase) -> Iterator[Line]:
    """Every line that pupils may read in *step*, in reading order, nested ones too."""
    match step:
        case LinesStep():
            yield from step.lines
        case WordsStep():
            yield from step.words
        case DiscussionStep():
            yield from question_lines(step.question)
        case ChoiceStep():
            yield step.question
            yield from step.choices
        case FilmStep():
            yield from step.lines
            for pause in step.pauses:
                if pause.prompt is not None:
                    yield from question_lines(pause.prompt)
