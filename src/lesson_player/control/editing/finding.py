"""Words found in a version: in titles, lines and notes, in the order in which a class meets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.parts import HEADINGS
from lesson_player.model.lesson import Choice, KeyWord
from lesson_player.model.names import step_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.lesson import Lesson, Step, Wording


@dataclass(frozen=True, slots=True)
class Found:
    """A place that has the words."""

    sitting: str
    step: str
    line: str
    """Id of the line; empty for a title or a note."""
    title: str
    """Of the step."""
    words: str
    """The text in which they were found."""


def find_words(lesson: Lesson, wording: Wording, words: str) -> tuple[Found, ...]:
    """Every text that has *words*, whatever their case; nothing for no words."""
    wanted = " ".join(words.split()).casefold()
    if not wanted:
        return ()
    found: list[Found] = []
    seen: set[str] = set()
    for sitting in lesson.sittings:
        for name in sitting.steps:
            if name not in seen:
                seen.add(name)
                step = lesson.step(name)
                texts = _texts(step, wording)
                found += [
                    Found(sitting.id, name, line, step.heading(wording), text)
                    for line, text in texts
                    if wanted in text.replace("**", "").casefold()
                ]
    return tuple(found)


def _texts(step: Step, wording: Wording) -> Iterator[tuple[str, str]]:
    yield "", step.heading(wording)
    for line, _ in step_lines(step):
        words = f"{line.word}: {line.words(wording)}" if isinstance(line, KeyWord) else line.words(wording)
        yield line.id, words
        if isinstance(line, Choice) and line.reply_words(wording):
            yield line.id, line.reply_words(wording)
    for heading in HEADINGS:
        for text in getattr(step.notes, heading):
            yield "", text
