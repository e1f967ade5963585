"""Hard words that are not explained."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.finding import Finding, Kind, Weight
from lesson_player.adapting.easy_read.sentences import Word
from lesson_player.adapting.easy_read.words.forms import bases, syllables
from lesson_player.adapting.easy_read.words.lists import american, easy_words, hard_words
from lesson_player.adapting.easy_read.words.phrases import Phrases, by_first_word, phrase_at
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.adapting.easy_read.sentences import Sentence
    from lesson_player.adapting.easy_read.vocabulary import Vocabulary

_MEANS: Final = frozenset({"means", "mean", "is", "are"})
_BEGINS_MEANING: Final = frozenset(
    {
        "a",
        "an",
        "the",
        "something",
        "someone",
        "when",
        "how",
        "what",
        "who",
        "where",
        "people",
        "to",
        "just",
        "for",
        "any",
    }
)
_POINTS_BACK: Final = frozenset({"it", "this", "that", "they", "these", "he", "she"})
_SHORTEST_MEANING = 4
"""Words after "means" or "is" from which on a sentence explains: "A clue shows that something is wrong"."""
# Endings of words for what cannot be seen or touched. A name at the head of a sentence seldom has them.
_ABSTRACT = re.compile(
    r"(?:tion|sion|ment|ity|ance|ence|ness|ism|ous|ive|ical|ology|ise|ize|ify|able|ible|ship|hood|cy|ising|ised|ated|ating)s?$"
)
_COMPOUND_PART = 3


def hard_words_in(sentences: Sequence[Sentence], known: Vocabulary) -> Iterator[Finding]:
    """Each hard word, unless its own sentence, the next one or the lesson so far explains it."""
    for number, sentence in enumerate(sentences):
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        seen: set[str] = set()
        for word, easier, listed in _hard_in(sentence, known):
            if (
                word.low in seen
                or explains(sentence, word)
                or (following and _goes_on_about(following, word))
            ):
                continue
            seen.add(word.low)
            yield _finding(word, easier, listed=listed)


def explained_in(sentences: Sequence[Sentence]) -> Iterator[str]:
    """Words that a text explains, in small letters."""
    for number, sentence in enumerate(sentences):
        following = sentences[number + 1] if number + 1 < len(sentences) else None
        for _, word in _terms(sentence):
            if explains(sentence, word) or (
                following is not None and _is_hard(word.low) and _goes_on_about(following, word)
            ):
                yield word.low


def _finding(word: Word, easier: str, *, listed: bool) -> Finding:
    reason = (
        tr("“{word}” is a hard word, and the next sentence does not explain it.", word=word.text)
        if listed
        else tr("“{word}” may be a hard word, and the next sentence does not explain it.", word=word.text)
    )
    suggestion = (
        tr("Write “{easier}”, or explain the word in the next sentence.", easier=easier)
        if easier
        else tr("Use a word that pupils know, or explain it in the next sentence.")
    )
    return Finding(
        Kind.HARD_WORD, word.start, word.end, reason, suggestion, Weight.PROBLEM if listed else Weight.NOTICE
    )


@cache
def _phrases() -> Phrases:
    return by_first_word(words for words in hard_words() if " " in words)


def _terms(sentence: Sentence) -> Iterator[tuple[int, Word]]:
    """The words of a sentence with their places; a phrase of the list of hard words counts as one word."""
    place = 0
    while place < len(sentence.words):
        first = sentence.words[place]
        phrase = phrase_at(sentence.words, place, _phrases())
        if phrase:
            last = sentence.words[place + len(phrase) - 1]
            written = sentence.text[first.start - sentence.start : last.end - sentence.start]
            yield place, Word(written, first.start, " ".join(phrase))
        else:
            yield place, first
        place += len(phrase) or 1


def _hard_in(sentence: Sentence, known: Vocabulary) -> Iterator[tuple[Word, str, bool]]:
    """Hard words of a sentence, each with an easier one or an empty text, and whether the list has it."""
    for place, word in _terms(sentence):
        if any(form in known.explained or form in known.names for form in bases(word.low)):
            continue
        easier = _listed(word.low)
        if easier is not None:
            if word.text[0].islower() or place == 0:
                yield word, easier, True
        elif _is_hard(word.low) and not _is_name(word, place) and not _american(word.low):
            yield word, "", False


def _listed(low: str) -> str | None:
    """The easier word for a word of the list of hard words; None when the list does not have it.

    An easy word may look like a form of a hard one: "interpreter" is known, "interpret" is not.
    """
    listed = next((form for form in bases(low) if form in hard_words() or form in easy_words()), "")
    return hard_words().get(listed)


def _american(low: str) -> bool:
    return any(form in american() for form in bases(low))


def _is_hard(low: str) -> bool:
    if _listed(low) is not None:
        return True
    if any(letter.isdigit() for letter in low) or syllables(low) < 2:
        return False
    return not all(_is_easy(part) for part in low.split("-"))


def _is_easy(low: str) -> bool:
    easy = easy_words()
    forms = bases(low)
    if any(form in easy or form.removeprefix("un") in easy for form in forms):
        return True
    return any(
        form[:cut] in easy and form[cut:] in easy
        for form in forms
        for cut in range(_COMPOUND_PART, len(form) - _COMPOUND_PART + 1)
    ) or (low.endswith(("ful", "less")) and low[:-3].removesuffix("l") in easy)


def _is_name(word: Word, place: int) -> bool:
    """Whether a word with a capital is probably a name; at the head of a sentence its ending decides."""
    if word.text[0].islower():
        return False
    return place > 0 or _ABSTRACT.search(word.low) is None


def explains(sentence: Sentence, word: Word) -> bool:
    """Whether the sentence is about the word and says what it means: "Consent means you say yes"."""
    words = sentence.words
    before = [one.low for one in words if one.start < word.start]
    if before not in ([], ["a"], ["an"], ["the"]):
        return False
    after = [one for one in words if one.start >= word.end]
    if not after or after[0].low not in _MEANS:
        return False
    if after[0].low in {"means", "mean"}:
        return len(after) > 1
    return len(after) > _SHORTEST_MEANING and after[1].low in _BEGINS_MEANING


def _goes_on_about(following: Sentence, word: Word) -> bool:
    """Whether the next sentence tells more about the word: "It means …", or it begins with the word again."""
    words = following.words
    if len(words) < 3:
        return False
    first = words[1] if words[0].low in {"a", "an", "the"} else words[0]
    if set(bases(first.low)) & set(bases(word.low.split()[0])):
        return True
    if first.low in {"it’s", "that’s"}:
        return True
    return first.low in _POINTS_BACK and words[1].low in _MEANS
