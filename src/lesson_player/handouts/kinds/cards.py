"""Cards with pictures, to cut out: key words and what helps, answers to point at, and now and next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.handouts.blocks import Board, Card, CardGrid
from lesson_player.handouts.handout import Handout, Paper, Reader
from lesson_player.handouts.kinds.steps import cards, questions, taught
from lesson_player.handouts.lettering import EASY_READ_PT, for_pupils
from lesson_player.model.lesson import ChoiceStep, FilmStep, LinesStep, TeacherStep, WordsStep, lines_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.handouts.blocks import Block, Picture
    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.lesson import Step


@class_words()
def symbol_cards(source: HandoutSource, paper: Paper) -> tuple[Handout, ...]:
    """Three sheets of cards; a sheet for which the lesson has no cards is left out."""
    words = _once([*_word_cards(source), *_pass_cards(source)])
    choices = _once(
        [
            *(card for _, question in questions(source) for card in cards(source, question.point)),
            *(card for step in taught(source) for card in _choices(source, step)),
        ]
    )
    found: list[Handout] = []
    if words:
        found.append(_sheet(source, paper, "words", tr("Word cards"), (CardGrid(words, 2, 3),)))
    if choices:
        found.append(_sheet(source, paper, "choices", tr("Choice cards"), (CardGrid(choices, 2, 3),)))
    steps = _once(_step_cards(source))
    if steps:
        blocks: tuple[Block, ...] = (Board((tr("Now"), tr("Next"))), CardGrid(steps, 3, 2))
        found.append(_sheet(source, paper, "now-next", tr("Now and next"), blocks, landscape=True))
    return tuple(found)


def _sheet(
    source: HandoutSource,
    paper: Paper,
    name: str,
    title: str,
    blocks: tuple[Block, ...],
    *,
    landscape: bool = False,
) -> Handout:
    """Cards without a foot: they leave the classroom one by one."""
    return Handout(
        id=f"symbol-cards-{name}",
        kind="symbol-cards",
        title=title,
        language=source.lesson.language,
        reader=Reader.PUPILS,
        blocks=blocks,
        paper=paper,
        landscape=landscape,
        lettering=for_pupils(source, EASY_READ_PT),
        titled=False,
    )


def _word_cards(source: HandoutSource) -> Iterator[Card]:
    for step in taught(source):
        if isinstance(step, WordsStep):
            for word in step.words:
                yield Card(word.word, source.picture(word.picture))


def _pass_cards(source: HandoutSource) -> Iterator[Card]:
    """What pupils hold up at any time, from pictures that the lesson has anyway."""
    for name, words in (("right-to-pass", tr("Pass")), ("not-sure", tr("Not sure")), ("tell", tr("Tell"))):
        if source.bundle.picture(name) is not None:
            yield Card(words, source.picture(name))


def _choices(source: HandoutSource, step: Step) -> tuple[Card, ...]:
    return cards(source, step.choices) if isinstance(step, ChoiceStep) else ()


def _step_cards(source: HandoutSource) -> Iterator[Card]:
    for step in taught(source):
        if not isinstance(step, TeacherStep):
            yield Card(step.now_words, _picture(source, step))


def _picture(source: HandoutSource, step: Step) -> Picture | None:
    """The picture that stands for a step: the one of its first line that has any; for a film, a film."""
    if isinstance(step, FilmStep) and source.bundle.picture("film") is not None:
        return source.picture("film")
    lines = step.lines if isinstance(step, LinesStep) else tuple(lines_of(step))
    return source.picture(next((line.picture for line in lines if line.picture), None))


def _once(found: Iterable[Card]) -> tuple[Card, ...]:
    """Each card once: the same words on two pictures are two cards, the same card twice is one."""
    unique = {(card.text, card.picture.id if card.picture else ""): card for card in found}
    return tuple(unique.values())
