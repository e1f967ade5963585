"""From a lesson's steps to what pupils read of them on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.handouts.blocks import Card, PictureLine
from lesson_player.model.lesson import (
    CalmStep,
    ChoiceStep,
    DiscussionStep,
    FilmStep,
    HelpStep,
    LinesStep,
    TeacherStep,
    WelcomeStep,
    WordsStep,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.lesson import Choice, Line, Question, Sitting, Step
    from lesson_player.model.services import SupportService


def picture_line(source: HandoutSource, line: Line, lead: str = "") -> PictureLine:
    """A line of the lesson with its picture."""
    return PictureLine(source.words(line), source.picture(line.picture), lead=lead)


def service_line(source: HandoutSource, service: SupportService) -> PictureLine:
    """A support service as pupils read it."""
    easy = source.wording == "easy" and service.easy
    return PictureLine(
        service.easy if easy and service.easy else service.text,
        source.picture(service.picture),
        lead=service.name,
    )


def cards(source: HandoutSource, choices: Iterable[Choice]) -> tuple[Card, ...]:
    """Choices as cards: picture and words."""
    return tuple(Card(source.words(choice), source.picture(choice.picture)) for choice in choices)


def step_lines(source: HandoutSource, step: Step) -> tuple[PictureLine, ...]:
    """What a pupil reads again of a step; nothing for what belongs to the moment in class alone."""
    match step:
        case TeacherStep() | WelcomeStep() | FilmStep() | CalmStep():
            return ()
        case WordsStep():
            return tuple(picture_line(source, word, word.word) for word in step.words)
        case HelpStep():
            lines = [picture_line(source, line) for line in step.lines]
            return (*lines, *(service_line(source, one) for one in services_of(source, step)))
        case LinesStep():
            return tuple(picture_line(source, line) for line in step.lines)
        case DiscussionStep():
            return _answered(source, step.question)
        case ChoiceStep():
            first = picture_line(source, step.question)
            replies = [_reply(source, choice) for choice in step.choices]
            return (first, *(reply for reply in replies if reply is not None))


def services_of(source: HandoutSource, step: HelpStep) -> tuple[SupportService, ...]:
    """The services that a step names and the lesson's file of services has."""
    found = (source.bundle.services.named(service) for service in step.services)
    return tuple(service for service in found if service is not None)


def _answered(source: HandoutSource, question: Question) -> tuple[PictureLine, ...]:
    asked = picture_line(source, question)
    return (asked, *(picture_line(source, choice) for choice in question.point))


def _reply(source: HandoutSource, choice: Choice) -> PictureLine | None:
    words = choice.reply_words(source.wording)
    return PictureLine(words, source.picture(choice.picture)) if words else None


def questions(source: HandoutSource) -> Iterator[tuple[str, Question]]:
    """Every question of the lesson to talk about, with its step's heading, in the order of the sittings."""
    for step in taught(source):
        for question in questions_of(step):
            yield step.heading(source.wording), question


def questions_of(step: Step) -> tuple[Question, ...]:
    """The questions of a step to talk about: its own, or those of the film's pause points."""
    match step:
        case DiscussionStep():
            return (step.question,)
        case FilmStep():
            return tuple(pause.prompt for pause in step.pauses if pause.prompt is not None)
        case _:
            return ()


def taught(source: HandoutSource) -> tuple[Step, ...]:
    """The steps of all sittings in their order, each once."""
    named = (name for sitting in source.lesson.sittings for name in sitting.steps)
    return tuple(source.lesson.step(name) for name in dict.fromkeys(named))


def sitting_title(source: HandoutSource, sitting: Sitting) -> str:
    """A sitting's title in the version's wording."""
    return sitting.easy if source.wording == "easy" and sitting.easy else sitting.title
