"""Small words of English grammar, and a guess whether a word is used as a verb.

No part-of-speech tagger is worth its size and start time here: lines are short, and a finding is advice.
"""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.words.forms import bases, irregular_pasts
from lesson_player.adapting.easy_read.words.lists import adjectives, easy_words, small_words, verbs

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.adapting.easy_read.sentences import Word


def is_adverb(low: str) -> bool:
    """Whether the word may stand between a helping verb and its verb: "never", "quickly"."""
    return low in small_words("adverbs") or (len(low) > 4 and low.endswith("ly"))


def verb_at(words: Sequence[Word], place: int) -> bool:
    """Whether the word at *place* is probably the verb of a statement or a call to do something."""
    low = words[place].low
    if low in _helping():
        return True
    before = words[place - 1].low if place else ""
    while place > 1 and is_adverb(before):
        place -= 1
        before = words[place - 1].low
    if before in _before_names() or before in adjectives():
        return False
    if low in irregular_pasts() or (
        low.endswith("ed") and len(low) > 3 and low not in small_words("ends in -ed and is no past")
    ):
        return low not in verbs() or _asks_for_plain_form(before)
    if low in verbs():
        return _asks_for_plain_form(before)
    # "Sam runs": a form with -s after the name of one person or thing.
    return low.endswith("s") and _is_one(before) and not verbs().isdisjoint(bases(low))


def _is_one(before: str) -> bool:
    """Whether this may be the name of one person or thing: "dog", "bus", but not "dogs"."""
    return bool(before) and (not before.endswith("s") or before in easy_words())


def _asks_for_plain_form(before: str) -> bool:
    """Whether a verb without an ending may follow: first, or after "you", "can", "dogs"."""
    return (
        not before
        or before in small_words("subjects")
        or before in small_words("plural people")
        or before in _helping()
        or before in {"please", "and", "but", "then", "who"}
        or (before.endswith("s") and not before.endswith(("ss", "’s")))
    )


@cache
def _helping() -> frozenset[str]:
    return small_words("be") | small_words("modals") | small_words("do and have")


@cache
def _before_names() -> frozenset[str]:
    return small_words("determiners") | small_words("prepositions")
