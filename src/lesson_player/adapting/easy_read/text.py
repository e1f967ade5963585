"""All findings of one text: a line, a title, a reply."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.rules.american import american_spellings
from lesson_player.adapting.easy_read.rules.hard_words import hard_words_in
from lesson_player.adapting.easy_read.rules.ideas import several_ideas
from lesson_player.adapting.easy_read.rules.idioms import idioms_in
from lesson_player.adapting.easy_read.rules.length import long_sentences
from lesson_player.adapting.easy_read.rules.negatives import stacked_negatives
from lesson_player.adapting.easy_read.rules.numbers import hard_numbers
from lesson_player.adapting.easy_read.rules.passive import passives
from lesson_player.adapting.easy_read.rules.short_forms import unexplained_short_forms
from lesson_player.adapting.easy_read.sentences import plain, sentences
from lesson_player.adapting.easy_read.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.adapting.easy_read.finding import Finding

_NOTHING_TAUGHT = Vocabulary()
_BY_SENTENCE = (long_sentences, several_ideas, stacked_negatives, passives)


def check_text(text: str, known: Vocabulary = _NOTHING_TAUGHT) -> tuple[Finding, ...]:
    """What may be hard to read in a British English text, in the order of the text.

    *known* is what the lesson has taught before. ``**strong**`` marks are no part of the words.
    """
    return tuple(sorted(_findings(plain(text), known), key=lambda one: (one.start, one.end, one.kind)))


def _findings(text: str, known: Vocabulary) -> Iterator[Finding]:
    cut = sentences(text)
    idioms = tuple(finding for sentence in cut for finding in idioms_in(sentence))
    for sentence in cut:
        for rule in _BY_SENTENCE:
            yield from rule(sentence)
    # What has to go as a whole is not looked at word by word.
    whole = (
        *idioms,
        *unexplained_short_forms(text, known),
        *(one for sentence in cut for one in american_spellings(sentence)),
    )
    yield from whole
    for finding in (*hard_words_in(cut, known), *hard_numbers(text)):
        if not any(one.start <= finding.start < one.end for one in whole):
            yield finding
