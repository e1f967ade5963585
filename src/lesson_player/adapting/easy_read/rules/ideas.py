"""More than one idea in a sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.finding import Finding, Kind
from lesson_player.adapting.easy_read.grammar import is_adverb, verb_at
from lesson_player.adapting.easy_read.words.lists import small_words
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.adapting.easy_read.sentences import Sentence, Word

# One idea and one verb a sentence (gov.uk). A pair of short actions reads as one idea: "Sit down and listen."
_SHORT_PAIR = 8
# From so many words on, a reason is an idea of its own.
_SHORT_WITH_REASON = 12
_SUBJECT_WORDS = 5
"""In so many words after "and" its own verb has to come, if it is a statement of its own."""
_JOINED: Final = frozenset({"and", "but", "so", "then", "or"})
_REASONS: Final = frozenset({"because", "while"})
_TURNS: Final = frozenset({"although", "whereas", "though"})
_SIDE_REMARK = re.compile(r"\(([^()]*)\)|;\s|\s[–—]\s|\s-\s|,\s(?:which|who|where|whose)\b", re.IGNORECASE)
_ALSO: Final = frozenset({"then", "so", "also", "now", "later"})
_OPENING_QUOTES: Final = '“"'
_QUOTED = re.compile(r"[“\"][^”\"]*[”\"]")


def several_ideas(sentence: Sentence) -> Iterator[Finding]:
    """A sentence with a side remark, or with statements that could each stand alone."""
    if _has_side_remark(sentence) or any(_cut_at(sentence, place) for place in range(1, len(sentence.words))):
        reason = tr("This sentence says more than one thing.")
        suggestion = tr("Give each idea a sentence and a line of its own.")
        yield Finding(Kind.IDEAS, sentence.start, sentence.end, reason, suggestion)


def _has_side_remark(sentence: Sentence) -> bool:
    unquoted = _QUOTED.sub(lambda quote: " " * len(quote.group()), sentence.text)
    return any(
        match.group(1) is None or _is_remark(match.group(1), unquoted[: match.start()])
        for match in _SIDE_REMARK.finditer(unquoted)
    )


def _is_remark(inner: str, before: str) -> bool:
    """Whether brackets hold a remark of two words or more, and not initials or what initials stand for."""
    initials = [*before.split()[-1:], inner]
    return len(inner.split()) > 1 and not any(len(one) > 1 and one.isupper() for one in initials)


def _cut_at(sentence: Sentence, place: int) -> bool:
    """Whether a second statement begins at the word *place*, a joining word or the one after a comma."""
    words = sentence.words
    low = words[place].low
    if low in _TURNS or (low in _REASONS and sentence.length > _SHORT_WITH_REASON):
        return True
    if low not in _JOINED or words[place - 1].low in {"even", "and"} or not _verb_in(words[:place]):
        return False
    after = words[place + 1 :]
    if after and after[0].low in _ALSO:
        after = after[1:]
    if len(after) < 2 or after[0].low == "to" or (low == "so" and after[0].low == "that"):
        return False
    if sentence.text[after[0].start - sentence.start - 1] in _OPENING_QUOTES:
        return False
    if (
        low in {"so", "then"}
        and not _comma_before(sentence, words[place])
        and after[0].low not in small_words("subjects")
    ):
        return False
    return _own_statement(after) or (low != "or" and _same_subject(sentence, after))


def _comma_before(sentence: Sentence, word: Word) -> bool:
    return sentence.text[: word.start - sentence.start].rstrip().endswith(",")


def _verb_in(words: Sequence[Word]) -> bool:
    return any(verb_at(words, place) for place in range(len(words)))


def _own_statement(after: Sequence[Word]) -> bool:
    """Whether these words begin with somebody or something and then their verb."""
    if after[0].low in small_words("subjects"):
        return "’" in after[0].low or any(verb_at(after, place) for place in range(1, min(3, len(after))))
    first = 2 if after[0].low in small_words("determiners") else 1
    for place in range(first, min(_SUBJECT_WORDS + 1, len(after))):
        if after[place].low in small_words("subjects") and place > first:
            return False
        if verb_at(after, place):
            return not verb_at(after, 0)
    return False


def _same_subject(sentence: Sentence, after: Sequence[Word]) -> bool:
    """Whether these words begin with a verb, in a sentence that is too long for a pair of actions."""
    if sentence.length <= _SHORT_PAIR:
        return False
    first = 1 if is_adverb(after[0].low) else 0
    named = len(after) > 1 and after[1].low in small_words("be") | small_words("modals")
    return first < len(after) and not named and verb_at(after, first)
