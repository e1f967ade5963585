"""All findings of a lesson in one wording."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.ending import endings_without_help
from lesson_player.adapting.easy_read.finding import Finding, Kind, Where
from lesson_player.adapting.easy_read.lesson_texts import (
    lesson_texts,
    names_in,
    pupils_steps,
    vocabulary_after,
)
from lesson_player.adapting.easy_read.pictures import picture_findings
from lesson_player.adapting.easy_read.text import check_text
from lesson_player.adapting.easy_read.two_names import two_names
from lesson_player.adapting.easy_read.vocabulary import Vocabulary
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import Step, Wording

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.adapting.easy_read.lesson_texts import LessonText
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.pictures import PictureCatalogue

IsTooFull = Callable[[Step], bool]
"""Whether a step's slides hold more than fits at the chosen text size. The layout knows."""


def check_lesson(
    lesson: Lesson, catalogue: PictureCatalogue, wording: Wording, is_too_full: IsTooFull | None = None
) -> tuple[Finding, ...]:
    """What may be hard to read in *wording*, in the order of the lesson; nothing in a language but English.

    Slides are looked at for fullness only where *is_too_full* is given.
    """
    found = [*picture_findings(lesson, catalogue), *endings_without_help(lesson)]
    if is_too_full is not None:
        found += _full_slides(lesson, is_too_full)
    texts = tuple(lesson_texts(lesson, wording))
    if lesson.language.lower().split("-")[0] == "en":
        found += (*_texts_findings(texts), *two_names(texts))
    places: dict[tuple[str, str], int] = {}
    for number, text in enumerate(texts):
        places.setdefault((text.where.step, text.where.line), number)
    return tuple(
        sorted(found, key=lambda one: (places.get((one.where.step, one.where.line), len(texts)), one.start))
    )


def _texts_findings(texts: tuple[LessonText, ...]) -> Iterator[Finding]:
    known = Vocabulary(names=names_in(texts))
    by_step: dict[str, list[LessonText]] = {}
    for text in texts:
        by_step.setdefault(text.where.step, []).append(text)
    for here in by_step.values():
        # A slide's key words are there to be explained, so they are known on their own slide.
        known = vocabulary_after(here, known)
        for text in here:
            yield from (replace(one, where=text.where) for one in check_text(text.text, known))


def _full_slides(lesson: Lesson, is_too_full: IsTooFull) -> Iterator[Finding]:
    for sitting, step in pupils_steps(lesson):
        if is_too_full(step):
            reason = tr("There is more on this slide than fits at the chosen text size.")
            suggestion = tr("Shorten its lines, or split the step.")
            yield Finding(Kind.SLIDE_FULL, 0, 0, reason, suggestion, where=Where(sitting, step.id))
