"""Phrases of a word list found among the words of a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.words.forms import bases

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from lesson_player.adapting.easy_read.sentences import Word

Phrases = dict[str, tuple[tuple[str, ...], ...]]
"""Phrases by their first word, longest first."""


def by_first_word(phrases: Iterable[str]) -> Phrases:
    """The phrases, made ready for `phrase_at`."""
    found: Phrases = {}
    for phrase in phrases:
        words = tuple(phrase.split())
        found[words[0]] = (*found.get(words[0], ()), words)
    return {first: tuple(sorted(some, key=len, reverse=True)) for first, some in found.items()}


def phrase_at(
    words: Sequence[Word], place: int, phrases: Mapping[str, tuple[tuple[str, ...], ...]]
) -> tuple[str, ...]:
    """The longest phrase whose words stand at *place*, in any of their forms; empty when there is none."""
    candidates = (phrase for form in bases(words[place].low) for phrase in phrases.get(form, ()))
    fitting = [phrase for phrase in candidates if _stands_at(words, place, phrase)]
    return max(fitting, key=len, default=())


def _stands_at(words: Sequence[Word], place: int, phrase: tuple[str, ...]) -> bool:
    here = words[place : place + len(phrase)]
    return len(here) == len(phrase) and all(
        asked in bases(word.low) for asked, word in zip(phrase, here, strict=True)
    )
