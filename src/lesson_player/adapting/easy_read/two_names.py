"""The same thing under two names."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.finding import Finding, Kind, Where
from lesson_player.adapting.easy_read.sentences import plain, sentences
from lesson_player.adapting.easy_read.words.lists import same_things
from lesson_player.adapting.easy_read.words.phrases import Phrases, by_first_word, phrase_at
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from lesson_player.adapting.easy_read.lesson_texts import LessonText
    from lesson_player.adapting.easy_read.sentences import Sentence

_NOT_MEANT = -1


@cache
def _things() -> tuple[Mapping[str, int], Phrases]:
    """The row of each name, and all names as phrases. What only looks like one of the names has no row."""
    rows: dict[str, int] = {}
    for number, names in enumerate(same_things()):
        for name in names:
            rows[name.removeprefix("-")] = _NOT_MEANT if name.startswith("-") else number
    return rows, by_first_word(rows)


def two_names(texts: Iterable[LessonText]) -> Iterator[Finding]:
    """Each later name of a thing, where it first stands. Two names in one sentence explain each other."""
    first: dict[int, str] = {}
    known: set[str] = set()
    for text in texts:
        for sentence in sentences(plain(text.text)):
            here = tuple(_names_in(sentence))
            for name, row, start, end in here:
                if row not in first:
                    first[row] = name
                elif name not in known and name != first[row]:
                    explained = any(other == first[row] for other, _, _, _ in here)
                    known.add(name)
                    if not explained:
                        yield _finding(text.text[start:end], first[row], start, end, text.where)


def _names_in(sentence: Sentence) -> Iterator[tuple[str, int, int, int]]:
    """Names of things in the sentence: each with its row and where it stands in the text."""
    rows, phrases = _things()
    place = 0
    while place < len(sentence.words):
        phrase = phrase_at(sentence.words, place, phrases)
        if phrase and rows[" ".join(phrase)] != _NOT_MEANT:
            last = sentence.words[place + len(phrase) - 1]
            yield " ".join(phrase), rows[" ".join(phrase)], sentence.words[place].start, last.end
        place += len(phrase) or 1


def _finding(later: str, first: str, start: int, end: int, where: Where) -> Finding:
    reason = tr("“{later}” and “{first}” may be two names for one thing.", later=later, first=first)
    suggestion = tr("If they are, write “{first}” here too.", first=first)
    return Finding(Kind.TWO_NAMES, start, end, reason, suggestion, where=where)
