"""Text to British phonemes, kept together word by word so that each written word can be timed."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from hibari.g2p import G2P  # type: ignore[import-untyped]

from voice_maker.recipe import SAYINGS

SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’)]*\s+(?=\S)")
MAX_PHONEMES = 480
"""The network takes 509; the rest is kept for padding and long words."""


@dataclass(frozen=True, slots=True)
class SpokenWord:
    """One written word: its text as written, and the phonemes of the word and of what follows it."""

    text: str
    phonemes: tuple[int, ...]
    pause: tuple[int, ...]


@cache
def _vocabulary() -> dict[str, int]:
    table: dict[str, int] = json.loads(files("hibari").joinpath("assets/vocab.json").read_text("utf-8"))
    return table


@cache
def _pronouncer() -> G2P:
    return G2P(british=True)


def sentences(text: str) -> list[str]:
    """Split a line into sentences; each is spoken by itself, with a pause between."""
    parts, start = [], 0
    for match in SENTENCE_END.finditer(text):
        if text[: match.start()].rsplit(maxsplit=1)[-1] not in {"Ms.", "Mr.", "Mrs.", "Dr."}:
            parts.append(text[start : match.end()].strip())
            start = match.end()
    return [part for part in [*parts, text[start:].strip()] if part]


def pronounce(sentence: str, sayings: dict[str, str]) -> list[SpokenWord]:
    """Give each written word of a sentence its phonemes.

    ``sayings`` maps a written word to phonemes between slashes (``/mˈIə/``) or to the words to say
    instead (``oh eight hundred``). Raises ``ValueError`` when the sentence is too long for the network.
    """
    groups = _group_tokens(sentence, {**{word: f"/{said}/" for word, said in SAYINGS.items()}, **sayings})
    words = [_numbered(text, said) for text, said in groups]
    if sum(len(word.phonemes) + len(word.pause) for word in words) > MAX_PHONEMES:
        raise ValueError(f"This sentence is too long to speak in one breath: {sentence[:60]}…")
    return words


def _group_tokens(sentence: str, sayings: dict[str, str]) -> list[tuple[str, str]]:
    pronouncer = _pronouncer()
    said = ""
    groups: list[tuple[str, str]] = []
    written = iter(sentence.split())
    for token in pronouncer.phonemize_tokens(pronouncer.tokenize(_respelled(sentence, sayings))):
        said += token.phonemes or ""
        if token.whitespace:
            groups.append((next(written), said))
            said = ""
    groups.extend((word, said) for word in written)
    return groups


def _respelled(sentence: str, sayings: dict[str, str]) -> str:
    return " ".join(_respelled_word(word, sayings) for word in sentence.split())


def _respelled_word(word: str, sayings: dict[str, str]) -> str:
    core = word.strip('"“”‘’()[].,;:!?…')
    saying = sayings.get(core)
    if saying is None or not core:
        return word
    if not saying.startswith("/"):
        pronouncer = _pronouncer()
        saying = f"/{pronouncer(saying).replace(' ', '')}/"
    return word.replace(core, f"[{core}]({saying})", 1)


def _numbered(text: str, said: str) -> SpokenWord:
    body = said.rstrip(';:,.!?—…"“” ')
    vocabulary = _vocabulary()
    return SpokenWord(
        text=text,
        phonemes=tuple(vocabulary[sound] for sound in body if sound in vocabulary),
        pause=tuple(vocabulary[sound] for sound in said[len(body) :] if sound in vocabulary),
    )
