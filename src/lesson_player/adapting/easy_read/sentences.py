"""A text cut into sentences and words, each with its place in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[’\-][^\W_]+)*")
_CHUNK = re.compile(r"\S*[^\W_]\S*")
# Where a sentence ends: at its mark with what closes after it, before a space; or at the line's end.
_END = re.compile(r"[.!?…]+[”’\"')\]]*(?=\s|$)|\n+")
_TITLES = frozenset(
    {"mr", "mrs", "ms", "dr", "st", "no", "e.g", "i.e", "eg", "ie", "etc", "vs", "approx", "dept"}
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it is written, and where it starts."""

    text: str
    start: int
    low: str
    """The word in small letters."""

    @property
    def end(self) -> int:
        """The place behind the word."""
        return self.start + len(self.text)


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence: where it stands in the text, as it is written, and its words."""

    start: int
    end: int
    text: str
    words: tuple[Word, ...]
    length: int
    """How many words people count in it: what stands between spaces and has a letter or digit."""


def plain(text: str) -> str:
    """The text without marks for strong words, with one kind of apostrophe; each letter keeps its place."""
    return text.replace("**", "  ").replace("'", "’").replace("‘", "’").replace("\r", "\n")


@lru_cache(maxsize=256)
def sentences(text: str) -> tuple[Sentence, ...]:
    """The sentences of a plain text, in order. A new line ends a sentence, as Easy Read has it."""
    found = []
    start = 0
    for end in [*_ends(text), len(text)]:
        sentence = _sentence(text, start, end)
        if sentence is not None:
            found.append(sentence)
        start = end
    return tuple(found)


def _ends(text: str) -> list[int]:
    ends = []
    for match in _END.finditer(text):
        before = text[: match.start()].rsplit(None, 1)[-1:] or [""]
        following = text[match.end() :].lstrip()[:1]
        short = before[0].strip('(“"’').lower() in _TITLES and match.group() == "."
        goes_on = (short or match.group().startswith("…")) and not following.isupper()
        title = short and before[0].lower() in {"mr", "mrs", "ms", "dr", "st"}
        if not goes_on and not title:
            ends.append(match.end())
    return ends


def _sentence(text: str, start: int, end: int) -> Sentence | None:
    raw = text[start:end]
    start += len(raw) - len(raw.lstrip())
    end -= len(raw) - len(raw.rstrip())
    written = text[start:end]
    if not _CHUNK.search(written):
        return None
    words = tuple(
        Word(match.group(), start + match.start(), match.group().lower()) for match in _WORD.finditer(written)
    )
    return Sentence(start, end, written, words, sum(1 for _ in _CHUNK.finditer(written)))
