"""Negatives that stack up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from lesson_player.adapting.easy_read.finding import Finding, Kind
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.adapting.easy_read.sentences import Sentence

_NEGATIVE = re.compile(
    r"\b(?:not|never|no|nobody|nothing|nowhere|none|neither|nor|cannot|without|unless|hardly|\w+n’t)\b",
    re.IGNORECASE,
)
# After "not", a word that says no once more.
_TURNED: Final = re.compile(
    r"\bnot\s+(?:\w+\s+)?(?:un(?:able|aware|clear|common|fair|friendly|happy|helpful|important|kind|like|likely|necessary|pleasant|"
    r"safe|true|usual|well|wise|finished|interesting|welcome|tidy)|im(?:possible|polite|patient|perfect)|in(?:correct|visible|complete)|"
    r"dis(?:honest|agree|like|allowed)|ir(?:regular|responsible)|il(?:legal|logical))\b",
    re.IGNORECASE,
)
_AS_ANSWER = re.compile(r"(?:^|(?<=[“\"]))\s*no\s*,", re.IGNORECASE)
_NEVER_MIND = re.compile(r"\bnever mind\b|\bno one\b|\bnot only\b", re.IGNORECASE)
# Clauses side by side: each negative in its own. What is quoted is somebody else's sentence.
_SIDE_BY_SIDE = re.compile(
    r"\b(?:and|or|but|so|because)\b|[;:–—]|,\s(?=(?:not|no|never|do not|don’t|nobody)\b)|[“”\"]",
    re.IGNORECASE,
)


def stacked_negatives(sentence: Sentence) -> Iterator[Finding]:
    """Two negatives in one statement: "You cannot go unless you ask"."""
    text = _AS_ANSWER.sub("", sentence.text)
    text = _NEVER_MIND.sub(lambda words: "nobody" if words.group().lower() == "no one" else "", text)
    for clause in _SIDE_BY_SIDE.split(text):
        count = len(_NEGATIVE.findall(clause)) + len(_TURNED.findall(clause))
        if count > 1:
            reason = tr("There are two negatives in this sentence. It is hard to work out what is meant.")
            suggestion = tr("Say what is so, or what to do: “Ask first”, not “You cannot go unless you ask”.")
            yield Finding(Kind.NEGATIVES, sentence.start, sentence.end, reason, suggestion)
            return
