"""Idioms and worn metaphors, from a list."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.finding import Finding, Kind
from lesson_player.adapting.easy_read.words.forms import bases
from lesson_player.adapting.easy_read.words.lists import idioms
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from lesson_player.adapting.easy_read.sentences import Sentence, Word

_ONES: Final = "{one's}"
_ONE: Final = "{one}"
_POSSESSIVE: Final = frozenset({"my", "your", "his", "her", "its", "our", "their"})
_SOMEBODY: Final = frozenset(
    {"me", "you", "him", "her", "it", "us", "them", "someone", "somebody", "everyone", "people"}
)


@dataclass(frozen=True, slots=True)
class _Pattern:
    """The words of an idiom. The first may stand in every form if ``any_form``."""

    words: tuple[str, ...]
    any_form: bool
    meaning: str


@cache
def _patterns() -> Mapping[str, tuple[_Pattern, ...]]:
    """All idioms, by their first word."""
    found: dict[str, list[_Pattern]] = {}
    for written, meaning in idioms().items():
        words = tuple(written.removeprefix("~").lower().split())
        pattern = _Pattern(words, written.startswith("~"), meaning)
        found.setdefault(words[0], []).append(pattern)
    return {first: tuple(sorted(some, key=lambda one: -len(one.words))) for first, some in found.items()}


def idioms_in(sentence: Sentence) -> Iterator[Finding]:
    """Each idiom of the list in the sentence, the longest where several begin at a word."""
    words = sentence.words
    place = 0
    while place < len(words):
        pattern = _match_at(words, place)
        if pattern is None:
            place += 1
            continue
        first, last = words[place], words[place + len(pattern.words) - 1]
        said = sentence.text[first.start - sentence.start : last.end - sentence.start]
        reason = tr("“{words}” does not mean what the words say.", words=said)
        suggestion = (
            tr("Say it plainly: {plain}.", plain=pattern.meaning)
            if pattern.meaning
            else tr("Say plainly what is meant.")
        )
        yield Finding(Kind.IDIOM, first.start, last.end, reason, suggestion)
        place += len(pattern.words)


def _match_at(words: Sequence[Word], place: int) -> _Pattern | None:
    forms = bases(words[place].low)
    candidates = [
        pattern
        for form in forms
        for pattern in _patterns().get(form, ())
        if (form == words[place].low or pattern.any_form) and _fits(words, place, pattern)
    ]
    return max(candidates, key=lambda one: len(one.words), default=None)


def _fits(words: Sequence[Word], place: int, pattern: _Pattern) -> bool:
    if place + len(pattern.words) > len(words):
        return False
    pairs = zip(words[place + 1 : place + len(pattern.words)], pattern.words[1:], strict=True)
    return all(_stands_for(word, asked) for word, asked in pairs)


def _stands_for(word: Word, asked: str) -> bool:
    if asked == _ONES:
        return word.low in _POSSESSIVE or word.low.endswith(("’s", "s’"))
    if asked == _ONE:
        return word.low in _SOMEBODY or word.text[:1].isupper()
    return word.low == asked
