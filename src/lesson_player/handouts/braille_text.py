"""The words that a class reads, in order, as lines for a Braille page: all sittings of a lesson."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.marked import plain
from lesson_player.handouts.safe_text import safe
from lesson_player.model.lesson import (
    ChoiceStep,
    DiscussionStep,
    FilmStep,
    HelpStep,
    LinesStep,
    TeacherStep,
    WordsStep,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.lesson import Choice, Line, Question, Step


class Part(StrEnum):
    """What a line is on the page."""

    TITLE = "title"
    SITTING = "sitting"
    STEP = "step"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    """One of several answers."""


@dataclass(frozen=True, slots=True)
class BrailleLine:
    """A line of text before it is broken at the page's width."""

    part: Part
    text: str


@class_words()
def braille_text(source: HandoutSource) -> tuple[BrailleLine, ...]:
    """All that pupils read in *source*. A step that stands in several sittings stands in each of them."""
    lesson = source.lesson
    message = [BrailleLine(Part.PARAGRAPH, source.words(lesson.footer))] if lesson.footer else []
    found = [BrailleLine(Part.TITLE, source.title), *message]
    for sitting in lesson.sittings:
        found.append(BrailleLine(Part.SITTING, _worded(source, sitting.title, sitting.easy)))
        for step in lesson.sitting_steps(sitting.id):
            found += _step(source, step)
    return tuple(_plain(line) for line in (*found, *message))


def digest_of(text: Iterable[BrailleLine]) -> str:
    """SHA-256 of a text, by which the Braille that was made of it is known."""
    lines = "\n".join(f"{line.part}\t{line.text}" for line in text)
    return hashlib.sha256(lines.encode()).hexdigest()


def _plain(line: BrailleLine) -> BrailleLine:
    return BrailleLine(line.part, " ".join(safe(plain(line.text)).split()))


def _step(source: HandoutSource, step: Step) -> Iterator[BrailleLine]:
    if isinstance(step, TeacherStep):
        return
    yield BrailleLine(Part.STEP, step.heading(source.wording))
    match step:
        case WordsStep():
            yield from (_paragraph(f"{word.word}: {source.words(word)}") for word in step.words)
        case DiscussionStep():
            yield from _question(source, step.question)
        case ChoiceStep():
            yield _paragraph(source.words(step.question))
            yield from _choices(source, step.choices)
        case FilmStep():
            yield from (_paragraph(source.words(line)) for line in step.lines)
            yield _paragraph(tr("We watch the film."))
            for pause in step.pauses:
                if pause.prompt is not None:
                    yield _paragraph(tr("The film rests. There is a question."))
                    yield from _question(source, pause.prompt)
        case LinesStep():
            yield from (_paragraph(source.words(line)) for line in step.lines)
            if isinstance(step, HelpStep):
                yield from (_paragraph(words) for words in _services(source, step))


def _services(source: HandoutSource, step: HelpStep) -> Iterator[str]:
    for name in step.services:
        service = source.bundle.services.named(name)
        if service is not None:
            yield f"{service.name}: {_worded(source, service.text, service.easy)}"


def _question(source: HandoutSource, question: Question) -> Iterator[BrailleLine]:
    yield _paragraph(source.words(question))
    yield from _choices(source, question.point)
    ways: Iterable[Line | None] = (question.say, question.explain, *question.starters)
    yield from (BrailleLine(Part.ITEM, source.words(line)) for line in ways if line is not None)


def _choices(source: HandoutSource, choices: tuple[Choice, ...]) -> Iterator[BrailleLine]:
    for number, choice in enumerate(choices, start=1):
        yield BrailleLine(Part.ITEM, f"{number}. {source.words(choice)}")
    for number, choice in enumerate(choices, start=1):
        if reply := choice.reply_words(source.wording):
            yield BrailleLine(Part.ITEM, tr("If you chose {n}: {reply}", n=number, reply=reply))


def _worded(source: HandoutSource, standard: str, easy: str | None) -> str:
    return easy if source.easy and easy else standard


def _paragraph(text: str) -> BrailleLine:
    return BrailleLine(Part.PARAGRAPH, text)
