"""Every text of a lesson that its class reads, so that a voice can read it aloud."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

from lesson_player.model.base import Value
from lesson_player.model.layers import apply
from lesson_player.model.lesson import Choice, KeyWord, TeacherStep, Wording, lines_of
from lesson_player.model.voice import spoken_text

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.lesson import Lesson, Step
    from lesson_player.model.services import SupportService, SupportServices


class ClassText(Value):
    """One text that the class reads."""

    text: str
    """As `spoken_text` has it."""
    step: str = ""
    """Id of its step; empty for what belongs to the lesson as a whole."""


def class_texts(lesson: Lesson, wording: Wording, services: SupportServices) -> tuple[ClassText, ...]:
    """All that the class reads of one version in one wording, each text once, as the class meets it."""
    found: dict[str, ClassText] = {}
    for text, step in _texts_by_step(lesson, wording, services):
        if text:
            found.setdefault(text, ClassText(text=text, step=step))
    return tuple(found.values())


def _texts_by_step(lesson: Lesson, wording: Wording, services: SupportServices) -> Iterator[tuple[str, str]]:
    yield spoken_text(lesson.easy if wording is Wording.EASY and lesson.easy else lesson.title), ""
    for step in lesson.steps:
        for text in _step_texts(step, wording):
            yield text, step.id
        for line in lines_of(step):
            if isinstance(line, KeyWord):
                yield spoken_text(line.words(wording), line.word), step.id
    for outer in (lesson.footer, lesson.calm, lesson.hidden):
        if outer is not None:
            yield spoken_text(outer.words(wording)), ""
    for service in services.services:
        yield from ((text, "") for text in _service_texts(service))


def pupil_texts(bundle: LessonBundle) -> tuple[str, ...]:
    """All that the class can read of a lesson, as `spoken_text` has it, each text once.

    In both wordings, as written and with each of its adaptations: titles and the words of the strip, lines,
    questions, choices and replies, key words with their explanation, services, the foot of the slide, the
    calm and the hidden screen. Versions can be combined, so a key word is joined with every explanation that
    it has in any of them.
    """
    versions = [bundle.lesson, *(apply(bundle.lesson, [one])[0] for one in bundle.adaptations)]
    texts: dict[str, None] = {}
    words: dict[str, tuple[dict[str, None], dict[str, None]]] = {}
    for lesson in versions:
        for wording in Wording:
            texts |= dict.fromkeys(_lesson_texts(lesson, wording))
            for word in _key_words(lesson):
                leads, sentences = words.setdefault(word.id, ({}, {}))
                leads[word.word] = sentences[word.words(wording)] = None
    texts |= dict.fromkeys(
        spoken_text(sentence, lead)
        for leads, sentences in words.values()
        for lead, sentence in product(leads, sentences)
    )
    for service in bundle.services.services:
        texts |= dict.fromkeys(_service_texts(service))
    return tuple(texts)


def _lesson_texts(lesson: Lesson, wording: Wording) -> Iterator[str]:
    """What the class reads in one version and wording, but for key words and services."""
    yield spoken_text(lesson.easy if wording is Wording.EASY and lesson.easy else lesson.title)
    for outer in (lesson.footer, lesson.calm, lesson.hidden):
        if outer is not None:
            yield spoken_text(outer.words(wording))
    for step in lesson.steps:
        yield from _step_texts(step, wording)


def _step_texts(step: Step, wording: Wording) -> Iterator[str]:
    """What the class reads of one step, but for key words and services."""
    if isinstance(step, TeacherStep):
        return
    yield spoken_text(step.heading(wording))
    yield spoken_text(step.now_words)
    for line in lines_of(step):
        if isinstance(line, KeyWord):
            continue
        yield spoken_text(line.words(wording))
        if isinstance(line, Choice) and line.reply_words(wording):
            yield spoken_text(line.reply_words(wording))


def _key_words(lesson: Lesson) -> Iterator[KeyWord]:
    for step in lesson.steps:
        for line in lines_of(step):
            if isinstance(line, KeyWord):
                yield line


def _service_texts(service: SupportService) -> Iterator[str]:
    """A service as its row says it. Services for adults alone stand on no slide."""
    if service.audience != "adults":
        yield spoken_text(service.text, service.name)
        yield spoken_text(service.easy or service.text, service.name)
