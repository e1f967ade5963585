"""The lesson to read again: the easy-read booklet, and the same in large print."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.blocks import Figure, Heading, PageBreak, PictureLine
from lesson_player.handouts.handout import Handout, Paper, Reader
from lesson_player.handouts.kinds.steps import sitting_title, step_lines
from lesson_player.handouts.lettering import (
    EASY_READ_PT,
    LARGE_PRINT_PT,
    SMALLEST_EASY_READ_PT,
    for_pupils,
)

if TYPE_CHECKING:
    from lesson_player.handouts.blocks import Block
    from lesson_player.handouts.source import HandoutSource


def easy_read_booklet(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """Every sitting in pictures and sentences, help at the end of it."""
    size = EASY_READ_PT if paper is Paper.A4 else SMALLEST_EASY_READ_PT
    return (_read_again(source, paper, "easy-read-booklet", size),)


def large_print(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """The same words in 24 point."""
    return (_read_again(source, paper, "large-print", LARGE_PRINT_PT),)


def _read_again(source: HandoutSource, paper: Paper, kind: str, size_pt: float) -> Handout:
    return Handout(
        id=kind,
        kind=kind,
        title=source.title,
        language=source.lesson.language,
        reader=Reader.PUPILS,
        blocks=tuple(_pages(source)),
        paper=paper,
        lettering=for_pupils(source, size_pt),
        foot=source.title,
        sample=source.lesson.sample,
    )


def _pages(source: HandoutSource) -> list[Block]:
    cover = source.picture(source.lesson.picture)
    blocks: list[Block] = [Figure(cover, 0.6)] if cover is not None else []
    if source.lesson.footer is not None:
        blocks.append(
            PictureLine(source.words(source.lesson.footer), source.picture(source.lesson.footer.picture))
        )
    seen: set[str] = set()
    for number, sitting in enumerate(source.lesson.sittings, start=1):
        title = tr("Part {n}: {title}", n=number, title=sitting_title(source, sitting))
        blocks += [PageBreak(), Heading(title)]
        for step in source.lesson.sitting_steps(sitting.id):
            lines = () if step.id in seen else step_lines(source, step)
            seen.add(step.id)
            if lines:
                blocks += [Heading(step.heading(source.wording), 3), *lines]
    return blocks
