"""The lesson to read again: the easy-read booklet, and the same in large print."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.blocks import Figure, PictureLine
from lesson_player.handouts.handout import Handout, Paper, Reader
from lesson_player.handouts.kinds.steps import sitting_title, step_lines
from lesson_player.handouts.lettering import (
    EASY_READ_PT,
    LARGE_PRINT_PT,
    SMALLEST_EASY_READ_PT,
    for_pupils,
)
from lesson_player.handouts.page_plan import Section, planned
from lesson_player.model.lesson import CalmStep, FilmStep, HelpStep, TeacherStep, WelcomeStep

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import Block
    from lesson_player.handouts.source import HandoutSource


@class_words()
def easy_read_booklet(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """Every sitting in pictures and sentences, help at the end of it."""
    size = EASY_READ_PT if paper is Paper.A4 else SMALLEST_EASY_READ_PT
    return (_read_again(source, paper, "easy-read-booklet", size),)


@class_words()
def large_print(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """The same words in 24 point."""
    return (_read_again(source, paper, "large-print", LARGE_PRINT_PT),)


def _read_again(source: HandoutSource, paper: Paper, kind: str, size_pt: float) -> Handout:
    blank = Handout(
        id=kind,
        kind=kind,
        title=source.title,
        language=source.lesson.language,
        reader=Reader.PUPILS,
        blocks=(),
        paper=paper,
        lettering=for_pupils(source, size_pt),
        foot=source.title,
        sample=source.lesson.sample,
        spread=True,
    )
    return replace(blank, blocks=tuple(_pages(source, blank)))


def _pages(source: HandoutSource, handout: Handout) -> list[Block]:
    cover = source.picture(source.lesson.picture)
    blocks: list[Block] = [Figure(cover, 0.85)] if cover is not None else []
    footer = source.lesson.footer
    if footer is not None:
        blocks.append(PictureLine(source.words(footer), source.picture(footer.picture)))
    seen: set[str] = set()
    number = 0
    for sitting in source.lesson.sittings:
        sections = _sections(source, sitting.id, seen)
        if sections:
            number += 1
            title = tr("Part {n}: {title}", n=number, title=sitting_title(source, sitting))
            blocks += planned(handout, title, sections)
    helping = [step for step in source.lesson.steps if isinstance(step, HelpStep)][:1]
    sections = [Section(step.heading(source.wording), step_lines(source, step)) for step in helping]
    if sections and sections[0].lines:
        blocks += planned(handout, tr("Help"), sections)
    return blocks


def _sections(source: HandoutSource, sitting: str, seen: set[str]) -> list[Section]:
    """The steps that a pupil reads again, each in the first sitting that has it; help comes last."""
    found: list[Section] = []
    for step in source.lesson.sitting_steps(sitting):
        if step.id in seen or isinstance(step, (TeacherStep, WelcomeStep, FilmStep, CalmStep, HelpStep)):
            continue
        seen.add(step.id)
        lines = step_lines(source, step)
        if lines:
            found.append(Section(step.heading(source.wording), lines))
    return found
