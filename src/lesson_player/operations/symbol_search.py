"""Searching symbols by words, at every key: names before tags, whole words before beginnings, slips last.

Our own reckoning throughout; the order of results is held by tests, the time by ``symbols.search_p95_ms``.
"""

from __future__ import annotations

import heapq
import re
import unicodedata
from bisect import bisect_left
from collections import defaultdict
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from lesson_player.model.symbols import Symbol

MOST = 60
"""Results: more than anybody looks through."""
LONGEST_QUERY = 200
"""Characters of a query; a whole line of a lesson may be asked for."""
MOST_ASKED = 12
"""Words of a query that are looked up."""
_IS_NAME, _IN_NAME, _IS_TAG, _IN_TAG = 5.0, 3.0, 2.0, 1.0
"""What a word counts: it is the name, stands in the name, is a tag, stands in a tag of several words."""
_LATER = 0.005
"""So much less counts each tag than the one before it: the likeliest are listed first."""
_SAME_STEM, _BEGINNING, _INSIDE, _SLIP = 0.9, 0.6, 0.3, 0.25
"""What a word counts that is not the very word: another form of it, a longer word, one with a slip in it."""
_FROM_LETTERS = 4
"""Shorter words are found by their beginning alone: slips in them mean anything."""
_WORD = re.compile(r"[^\W_]+(?:'[^\W_]+)*")
_JOIN = (
    "a an the of and or but is are was were be been to in on at it its he she they we you i this that for "
    "with by from as so then who which what do does did can could will would has have had her him his them "
    "their my your our me us if"
)
"""Words that only join others; they count where nothing else is asked for."""
_ALPHABET = "abcdefghijklmnopqrstuvwxyz"


class SymbolIndex:
    """Symbols by the words that they are found by. Frozen once made; safe to ask from any thread."""

    def __init__(self, symbols: Iterable[Symbol]) -> None:
        """*symbols* in the order in which equally good ones are wanted: the lesson's own first."""
        self._symbols = tuple(symbols)
        found: defaultdict[str, dict[int, float]] = defaultdict(dict)
        for place, symbol in enumerate(self._symbols):
            for word, weight in _weights(symbol):
                former = found[word].get(place, 0.0)
                if weight > former:
                    found[word][place] = weight
        self._words: Mapping[str, Mapping[int, float]] = dict(found)
        self._sorted = sorted(found)
        stems: defaultdict[str, list[str]] = defaultdict(list)
        for word in self._sorted:
            stems[stem(word)].append(word)
        self._stems: Mapping[str, Sequence[str]] = dict(stems)

    def __len__(self) -> int:
        return len(self._symbols)

    @property
    def symbols(self) -> tuple[Symbol, ...]:
        """All of them, in the order given."""
        return self._symbols

    def search(self, query: str, most: int = MOST) -> tuple[Symbol, ...]:
        """The symbols that fit *query* best, the best first; the first of all where nothing is asked for.

        Those that fit more of its words come before those that fit fewer.
        """
        asked = asked_words(query)
        if not asked:
            return self._symbols[:most] if not folded(query).strip() else ()
        counts: defaultdict[int, int] = defaultdict(int)
        scores: defaultdict[int, float] = defaultdict(float)
        for word in asked:
            for place, score in self._fitting(word).items():
                counts[place] += 1
                scores[place] += score
        whole = _all_words(query)
        for place in self._words.get(" ".join(whole), {}) if len(whole) > 1 else ():
            counts[place], scores[place] = counts[place] or 1, scores[place] + _IS_NAME
        best = heapq.nsmallest(most, counts, key=lambda place: (-counts[place], -scores[place], place))
        return tuple(self._symbols[place] for place in best)

    def _fitting(self, asked: str) -> dict[int, float]:
        """By place: how well symbols fit one word."""
        fitting: dict[int, float] = {}
        self._take(fitting, asked, 1.0)
        for word in self._stems.get(stem(asked), ()):
            self._take(fitting, word, _SAME_STEM)
        for word in self._beginning_with(asked):
            self._take(fitting, word, _BEGINNING * len(asked) / len(word))
        if not fitting and len(asked) >= _FROM_LETTERS:
            for word in self._sorted:
                if asked in word:
                    self._take(fitting, word, _INSIDE)
        if not fitting and len(asked) >= _FROM_LETTERS:
            for word in slips(asked):
                self._take(fitting, word, _SLIP)
        return fitting

    def _beginning_with(self, asked: str) -> Iterator[str]:
        at = bisect_left(self._sorted, asked)
        while at < len(self._sorted) and self._sorted[at].startswith(asked):
            yield self._sorted[at]
            at += 1

    def _take(self, fitting: dict[int, float], word: str, share: float) -> None:
        for place, weight in self._words.get(word, {}).items():
            score = weight * share
            if score > fitting.get(place, 0.0):
                fitting[place] = score


def asked_words(query: str) -> tuple[str, ...]:
    """The words of a query that are looked for; those that only join others where there are no others."""
    words = tuple(dict.fromkeys(_all_words(query)))
    telling = tuple(word for word in words if word not in _JOIN.split())
    return (telling or words)[:MOST_ASKED]


def _all_words(query: str) -> list[str]:
    return _WORD.findall(folded(query[:LONGEST_QUERY]))


def folded(text: str) -> str:
    """*text* in small letters without accents, as it is compared."""
    apart = unicodedata.normalize("NFKD", text.replace("’", "'").casefold())
    return "".join(sign for sign in apart if not unicodedata.combining(sign))


def stem(word: str) -> str:
    """What the forms of an English word have in common, near enough to find one by another."""
    word = word.removesuffix("'s")
    for ending, instead, least in (
        ("ies", "y", 5),
        ("ing", "", 6),
        ("ed", "", 5),
        ("es", "", 5),
        ("s", "", 4),
    ):
        if len(word) >= least and word.endswith(ending) and not word.endswith("ss"):
            word = word.removesuffix(ending) + instead
            break
    if len(word) > 3 and word[-1] == word[-2] and word[-1] not in "lsz":
        word = word[:-1]
    return word.removesuffix("e") if len(word) > 3 else word


def slips(word: str) -> Iterator[str]:
    """Every word that is one slip of a key away: a letter too few, too many, another, or two exchanged."""
    for at in range(len(word) + 1):
        before, after = word[:at], word[at:]
        if after:
            yield before + after[1:]
        if len(after) > 1:
            yield before + after[1] + after[0] + after[2:]
        for letter in _ALPHABET:
            yield before + letter + after
            if after:
                yield before + letter + after[1:]


def _weights(symbol: Symbol) -> Iterator[tuple[str, float]]:
    """Each word of a symbol with what it counts."""
    name = _WORD.findall(folded(symbol.name))
    for word in name:
        yield word, _IS_NAME if len(name) == 1 else _IN_NAME
    if len(name) > 1:
        yield " ".join(name), _IS_NAME
    for place, tag in enumerate(symbol.words):
        words = _WORD.findall(folded(tag))
        less = _LATER * place
        for word in words:
            yield word, (_IS_TAG if len(words) == 1 else _IN_TAG) - less
        if len(words) > 1:
            yield " ".join(words), _IS_TAG - less
