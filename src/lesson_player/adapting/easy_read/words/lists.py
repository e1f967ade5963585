"""The word lists, read from the files beside this module when they are first asked for."""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def _lines(name: str) -> Iterator[str]:
    text = (files("lesson_player.adapting.easy_read.words") / name).read_text(encoding="utf-8")
    return (line.strip() for line in text.splitlines() if line.strip() and not line.startswith("# "))


def _pairs(name: str) -> dict[str, str]:
    """What stands before and behind the first equals sign of each line."""
    pairs = (line.partition("=") for line in _lines(name))
    return {before.strip(): after.strip() for before, _, after in pairs}


@cache
def _sections(name: str) -> Mapping[str, frozenset[str]]:
    """The words of a file by the headings over them."""
    text = (files("lesson_player.adapting.easy_read.words") / name).read_text(encoding="utf-8")
    sections = (part.partition("\n") for part in text.split("# -- ")[1:])
    return {heading.strip(): frozenset(words.split()) for heading, _, words in sections}


def small_words(heading: str) -> frozenset[str]:
    """The small words of grammar under a heading of their file. Raises KeyError for an unknown one."""
    return _sections("small_words.txt")[heading]


@cache
def easy_words() -> frozenset[str]:
    """Words that a pupil who reads simple stories knows, in base form."""
    return frozenset().union(*_sections("easy_words.txt").values())


def verbs() -> frozenset[str]:
    """Easy words for doing things, in base form. Many of them are names of things too."""
    return _sections("easy_words.txt")["doing"]


def adjectives() -> frozenset[str]:
    """Easy words for what people and things are like."""
    return _sections("easy_words.txt")["what people are like, and how they feel"]


@cache
def hard_words() -> Mapping[str, str]:
    """Hard words in base form, with an easier one or an empty text."""
    return _pairs("hard_words.txt")


@cache
def american() -> Mapping[str, str]:
    """American words and phrases, with the British ones."""
    return _pairs("american.txt")


@cache
def short_forms() -> Mapping[str, str]:
    """Initials and short forms with their full words; those with an empty text are known to pupils."""
    return _pairs("short_forms.txt")


@cache
def idioms() -> Mapping[str, str]:
    """Idioms as patterns, with what they mean or an empty text."""
    return _pairs("idioms.txt")


@cache
def same_things() -> tuple[tuple[str, ...], ...]:
    """Names that are used for one thing, a row for each thing."""
    return tuple(
        tuple(name.strip() for name in line.lower().split(",")) for line in _lines("same_things.txt")
    )


@cache
def irregular() -> tuple[tuple[str, frozenset[str], frozenset[str]], ...]:
    """Verbs that make their own past: base, pasts, participles."""
    rows = (line.split() for line in _lines("irregular.txt"))
    return tuple((base, frozenset(past.split("/")), frozenset(done.split("/"))) for base, past, done in rows)
