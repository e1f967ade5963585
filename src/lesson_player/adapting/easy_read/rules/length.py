"""Long sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.easy_read.finding import Finding, Kind, Weight
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.adapting.easy_read.sentences import Sentence

# Sentences of 10 to 15 words at most: gov.uk, "Accessible communication formats"; Department of Health, 2010.
# A notice from the middle of that range, a problem past its end.
MOST_WORDS = 12
FAR_TOO_MANY_WORDS = 15


def long_sentences(sentence: Sentence) -> Iterator[Finding]:
    """A sentence of more than `MOST_WORDS` words."""
    if sentence.length <= MOST_WORDS:
        return
    weight = Weight.PROBLEM if sentence.length > FAR_TOO_MANY_WORDS else Weight.NOTICE
    reason = tr(
        "This sentence has {n} words. Up to {most} are easy to read.", n=sentence.length, most=MOST_WORDS
    )
    suggestion = tr("Make two sentences of it, or take out words that are not needed.")
    yield Finding(Kind.LONG_SENTENCE, sentence.start, sentence.end, reason, suggestion, weight)
