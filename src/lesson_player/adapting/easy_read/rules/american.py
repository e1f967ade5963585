"""American spellings and words."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.finding import Finding, Kind
from lesson_player.adapting.easy_read.words.forms import bases
from lesson_player.adapting.easy_read.words.lists import american, small_words
from lesson_player.adapting.easy_read.words.phrases import Phrases, by_first_word, phrase_at
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.adapting.easy_read.sentences import Sentence, Word

_IZE = re.compile(r"([a-z]{3,})iz(e|es|ed|er|ers|ing|ation|ations)$")
_ALWAYS_IZE: Final = frozenset(
    {"capsize", "prize", "size", "seize", "resize", "outsize", "downsize", "oversize", "maize", "baize"}
)
_BEFORE_VERB: Final = frozenset({"i", "you", "we", "they", "to", "please", "don’t", "not"})


@cache
def _phrases() -> Phrases:
    return by_first_word(american())


def american_spellings(sentence: Sentence) -> Iterator[Finding]:
    """Words that are spelled or chosen as in American English."""
    words = sentence.words
    taken = 0
    for place, word in enumerate(words):
        if place < taken:
            continue
        length, british = _american_at(words, place)
        if not length:
            continue
        last = words[place + length - 1]
        taken = place + length
        reason = tr("This is American English. Pupils here learn it another way.")
        yield Finding(Kind.AMERICAN, word.start, last.end, reason, tr("Write “{british}”.", british=british))


def _american_at(words: tuple[Word, ...], place: int) -> tuple[int, str]:
    """How many words from *place* on are American, and the British ones; 0 and an empty text for none."""
    word = words[place]
    phrase = phrase_at(words, place, _phrases())
    if phrase:
        british = american()[" ".join(phrase)]
        if british == word.low:
            return 0, ""
        return len(phrase), british + _ending(words[place + len(phrase) - 1].low, phrase[-1])
    ize = _IZE.fullmatch(word.low)
    if ize is not None and _ALWAYS_IZE.isdisjoint(bases(word.low)):
        return 1, f"{ize.group(1)}is{ize.group(2)}"
    if word.low == "practice" and place and words[place - 1].low in _BEFORE_VERB | small_words("modals"):
        return 1, "practise"
    return 0, ""


def _ending(low: str, base: str) -> str:
    """What is added to the base form, where it is only added: "s" in "colors"."""
    return low.removeprefix(base) if low.startswith(base) else ""
