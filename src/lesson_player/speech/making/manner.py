"""How a recorded voice reads lines to a class: what it is given to say, and how fast that may be."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lesson_player.model.voice import LEAD_BREAK, WordTime

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

PACED_WORDS: Final = 4
"""A line of fewer words is slow by its pauses alone; its pace says nothing."""
_QUOTES = re.compile('[“”"]')
_SENTENCE_ENDS = (".", "?", "!", "…", ":")


@dataclass(frozen=True, slots=True)
class Manner:
    """Who reads a lesson aloud and how; the usual values are those of our own lessons (decision 0020)."""

    voice: str = "bf_emma"
    speed: float = 0.92
    """1.0 is the voice's own pace."""
    slowest: float = 0.6
    """The least speed that a line is slowed down to."""
    pause: float = 0.6
    """Between two sentences, in seconds."""
    most_words_a_minute: float = 170.0
    """A line that comes out faster is spoken again more slowly."""
    sayings: Mapping[str, str] = field(default_factory=dict)
    """How to say what the dictionary says in another way: as words, or as phonemes between slashes."""

    def line(self, text: str, speed: float | None = None) -> dict[str, object]:
        """What the voice maker is asked for, to read *text*."""
        words = said(text)
        return {
            "text": words,
            "voice": self.voice,
            "speed": speed or self.speed,
            "pause": self.pause,
            "sayings": {word: saying for word, saying in self.sayings.items() if word in words},
            "crisp": True,
        }

    def slower(self, words: Sequence[tuple[float, float]]) -> float | None:
        """The speed at which a line is spoken again whose words came at these times; None if it may stay."""
        pace = words_a_minute(words)
        if len(words) < PACED_WORDS or pace <= self.most_words_a_minute:
            return None
        return max(self.slowest, math.floor(self.speed * self.most_words_a_minute / pace * 100) / 100)


def said(text: str) -> str:
    """What the voice is given for a spoken text.

    Every part ends as a sentence, so that its tune falls and a bold word is set apart. Quotation marks are
    not heard, and a word after one would be pronounced by guess. The number of words stays the same.
    """
    parts = [_QUOTES.sub("", part) for part in text.split(LEAD_BREAK)]
    return " ".join(part if part.endswith(_SENTENCE_ENDS) else f"{part}." for part in parts)


def words_a_minute(words: Sequence[tuple[float, float]]) -> float:
    """The pace of a line, from the start of its first word to the end of its last, in seconds each."""
    return len(words) * 60 / (words[-1][1] - words[0][0])


def timed(text: str, times: Sequence[tuple[float, float]]) -> tuple[WordTime, ...]:
    """The words of *text* with the times at which each is heard. Raises ValueError for another number."""
    return tuple(
        WordTime(word=place.group(), start=round(start, 3), end=round(end, 3), at=place.start())
        for place, (start, end) in zip(re.finditer(r"\S+", text), times, strict=True)
    )


def shared_out(text: str, start_s: float, end_s: float) -> tuple[WordTime, ...]:
    """Words of a line that was spoken from *start_s* to *end_s*, each given time by its letters.

    A word at the end of a sentence gets as much again as five letters, for the rest behind it. Nobody has
    measured when the words are really heard.
    """
    places = list(re.finditer(r"\S+", text))
    weights = [
        len(place.group()) + 1 + (5 if place.group().endswith(_SENTENCE_ENDS) else 0) for place in places
    ]
    seconds = (end_s - start_s) / sum(weights)
    times, at = [], start_s
    for weight in weights:
        times.append((at, at + weight * seconds))
        at += weight * seconds
    return timed(text, times)
