"""Passive sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.finding import Finding, Kind
from lesson_player.adapting.easy_read.grammar import is_adverb
from lesson_player.adapting.easy_read.words.forms import is_participle
from lesson_player.adapting.easy_read.words.lists import small_words
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.adapting.easy_read.sentences import Sentence, Word

_GET: Final = frozenset({"get", "gets", "got", "getting"})
_MAKE_IT_DONE: Final = frozenset({"be", "been", "being"})
_LONGEST_GAP = 2
_ASKED_WITHIN = 5


def passives(sentence: Sentence) -> Iterator[Finding]:
    """Something is done to somebody: "was told", "will be sent", "got taken"."""
    words = sentence.words
    place = 0
    while place < len(words):
        end = _passive_from(words, place, asks=sentence.text.endswith("?"))
        if end is None:
            place += 1
            continue
        first, last = words[place], words[end]
        reason = tr("“{words}” does not say who does it.", words=f"{first.text} {last.text}")
        suggestion = tr("Say who does what: “The nurse helps you”, not “You are helped”.")
        yield Finding(Kind.PASSIVE, first.start, last.end, reason, suggestion)
        place = end + 1


def _passive_from(words: Sequence[Word], place: int, *, asks: bool) -> int | None:
    """Where the participle stands of a passive that begins at *place*; None when none does."""
    low = words[place].low
    if low not in small_words("be") and low not in _GET:
        return None
    at = place + 1
    while (
        at < len(words)
        and at - place <= _LONGEST_GAP
        and (is_adverb(words[at].low) or words[at].low in small_words("be"))
    ):
        at += 1
    if at < len(words) and _done_to(words, at, low):
        return at
    if asks and place == 0 and low in small_words("be"):
        return next(
            (far for far in range(at + 1, min(at + _ASKED_WITHIN, len(words))) if _done_to(words, far, low)),
            None,
        )
    return None


def _done_to(words: Sequence[Word], at: int, helper: str) -> bool:
    low = words[at].low
    if not is_participle(low):
        return False
    following = words[at + 1].low if at + 1 < len(words) else ""
    if following == "by" and low not in {"worried", "confused"}:
        return True
    made_done = helper in _MAKE_IT_DONE or words[at - 1].low in _MAKE_IT_DONE
    if low in small_words("states that somebody often brings about"):
        return made_done or helper in {"was", "were"} or low in {"read", "hit"}
    if low in small_words("states"):
        brought_about = small_words('states after "be" that somebody brings about')
        return made_done and low in brought_about and following not in {"of", "to"}
    return True
