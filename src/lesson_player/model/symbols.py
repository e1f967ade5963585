"""Symbols that can be searched: where they are from, and what they are found by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class SymbolSource:
    """A set of pictures: the lesson's own, the library of the program, or a pack that the school put in."""

    id: str
    title: str
    licence: str = ""
    """How its authors ask to be named, with the licence; empty where nothing is stated."""
    folder: Path | None = None
    """Where its files are; None for the library of the program."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """One picture of a source."""

    source: str
    """Id of the source."""
    key: str
    """What the source calls it: the name of its file, or the id of a picture of the lesson."""
    name: str
    words: tuple[str, ...] = ()
    """Other words and phrases that it is found by."""


@dataclass(frozen=True, slots=True)
class SymbolPack:
    """A source with its symbols."""

    source: SymbolSource
    symbols: tuple[Symbol, ...]
