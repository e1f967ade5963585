"""Worksheets of the questions that the class talks about, at three levels: point, say or sign, explain."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.blocks import (
    ChoiceBoxes,
    Heading,
    PageBreak,
    PictureLine,
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

_LINES = 9
"""To write on: what a page has room for below a question."""


@class_words()
def worksheets(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """A worksheet for each level at which the lesson asks; all have the same questions."""
    levels = (
        ("1-point", tr("Point to an answer"), _point),
        ("2-say", tr("Say, sign, draw or write one thing"), _say),
        ("3-explain", tr("Explain it"), _explain),
    )
    made = (_sheet(source, paper, name, title, ask) for name, title, ask in levels)
    return tuple(handout for handout in made if handout is not None)


def _sheet(
    source: HandoutSource,
    paper: Paper,
    level: str,
    subtitle: str,
    ask: Callable[[HandoutSource, Question], list[Block]],
) -> Handout | None:
    blocks: list[Block] = []
    for title, question in questions(source):
        asked = ask(source, question)
        if asked:
            blocks += [*([PageBreak()] if blocks else []), Heading(title), *asked]
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
        *(WritingSpace(_LINES, starter=starter) for starter in starters[:1] or [""]),
    ]
