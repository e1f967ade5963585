"""Finding a step by a word of its title, of what the class reads in it, or of its notes."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.model.lesson import KeyWord, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.lesson import Step
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.views import StepEntry, TeacherView

_MARKS = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"'})
"""Quotation marks as a keyboard has them."""


@dataclass(frozen=True, slots=True)
class FoundStep:
    """A step that has the words in it."""

    entry: StepEntry
    line: str = ""
    """The line in which they stand; empty where the title has them all."""


def find_steps(view: TeacherView, words: str) -> tuple[FoundStep, ...]:
    """The steps of the sitting that have all of *words* in them, those with them in the title first.

    A number also finds the step of that number. Every step is found by no words at all.
    """
    wanted = folded(words).split()
    texts = view.step_words or ((),) * len(view.steps)
    ranked = []
    for entry, lines in zip(view.steps, texts, strict=True):
        title = folded(entry.title)
        missed = [word for word in wanted if word not in title]
        if not missed or wanted == [str(entry.number)]:
            ranked.append((0 if missed else 1, entry.number, FoundStep(entry)))
        elif all(any(word in folded(line) for line in lines) for word in missed):
            line = max(lines, key=lambda line: sum(word in folded(line) for word in missed))
            ranked.append((2, entry.number, FoundStep(entry, line.replace("**", ""))))
    return tuple(found for _, _, found in sorted(ranked, key=lambda each: each[:2]))


def step_words(course: Course, sitting: str) -> tuple[tuple[str, ...], ...]:
    """For each step of a sitting the lines that can be looked for: those of the class, then the teacher's."""
    made = course.step_words.get(sitting)
    if made is None:
        made = tuple(tuple(_lines(course, step)) for step in course.steps(sitting))
        course.step_words[sitting] = made
    return made


def folded(words: str) -> str:
    """*words* in small letters, without accents, and with the quotation marks of a keyboard."""
    plain = unicodedata.normalize("NFKD", words.casefold().translate(_MARKS))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _lines(course: Course, step: Step) -> Iterator[str]:
    for line in lines_of(step):
        words = line.words(course.wording)
        yield f"{line.word}: {words}" if isinstance(line, KeyWord) else words
    notes = step.notes
    for part in (notes.say, notes.ask, notes.look_for, notes.unsettled, notes.deaf):
        yield from part
