"""Worksheets of the questions that the class talks about, at three levels: point, say or sign, explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.blocks import (
    ChoiceBoxes,
    Heading,
    PageBreak,
    PictureLine,
    Together,
    WritingSpace,
)
from lesson_player.handouts.handout import Handout, Paper, Reader
from lesson_player.handouts.kinds.steps import cards, picture_line, questions
from lesson_player.handouts.lettering import EASY_READ_PT, for_pupils

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.handouts.blocks import Block
    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.lesson import Question

_TWO = 2
"""Questions on a page where they are answered by hand."""


@class_words()
def worksheets(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """A worksheet for each level at which the lesson asks; all have the same questions."""
    levels = (
        ("1-point", tr("Point to an answer"), _point, 1),
        ("2-say", tr("Say, sign, draw or write one thing"), _say, _TWO),
        ("3-explain", tr("Explain it"), _explain, _TWO),
    )
    made = (_sheet(source, paper, name, title, ask, on_page=count) for name, title, ask, count in levels)
    return tuple(handout for handout in made if handout is not None)


def _sheet(
    source: HandoutSource,
    paper: Paper,
    level: str,
    subtitle: str,
    ask: Callable[[HandoutSource, Question], list[Block]],
    *,
    on_page: int,
) -> Handout | None:
    blocks: list[Block] = []
    count = 0
    for title, question in questions(source):
        asked = ask(source, question)
        if asked:
            if count and count % on_page == 0:
                blocks.append(PageBreak())
            blocks.append(Together((Heading(title), *asked)))
            count += 1
    if not blocks:
        return None
    return Handout(
        id=f"worksheet-{level}",
        kind="worksheets",
        title=tr("What do you think?"),
        subtitle=subtitle,
        language=source.lesson.language,
        reader=Reader.PUPILS,
        blocks=tuple(blocks),
        paper=paper,
        lettering=for_pupils(source, EASY_READ_PT),
        foot=tr("{lesson}. There are no marks. You can pass.", lesson=source.title),
        sample=source.lesson.sample,
    )


def _point(source: HandoutSource, question: Question) -> list[Block]:
    if not question.point:
        return []
    return [picture_line(source, question), ChoiceBoxes(cards(source, question.point), 2)]


def _say(source: HandoutSource, question: Question) -> list[Block]:
    if question.say is None:
        return []
    return [
        picture_line(source, question),
        PictureLine(source.words(question.say)),
        WritingSpace(0),
    ]


def _explain(source: HandoutSource, question: Question) -> list[Block]:
    if question.explain is None:
        return []
    starters = [source.words(line) for line in question.starters]
    return [
        picture_line(source, question),
        PictureLine(source.words(question.explain)),
        *(WritingSpace(4, starter=starter) for starter in starters[:1] or [""]),
    ]
