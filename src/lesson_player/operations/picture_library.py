"""All pictures that can be put into a version of a lesson, searched as one: the lesson's own, the library of
the program, and the packs of the school.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from lesson_player.formats.safe_path import inside
from lesson_player.formats.symbol_table import read_table
from lesson_player.foundation import openmoji
from lesson_player.foundation.i18n import tr
from lesson_player.model.symbols import Symbol, SymbolPack, SymbolSource
from lesson_player.operations.symbol_search import MOST, SymbolIndex

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lesson_player.model.bundle import LessonBundle

LESSON = "lesson"
LIBRARY = "openmoji"
LARGEST_FILE = 20_000_000
"""Bytes of a picture of a pack that are read."""


class PictureLibrary:
    """The pictures of one lesson and this computer. The index is made when it is first searched."""

    def __init__(self, bundle: LessonBundle | None = None, packs: Iterable[SymbolPack] = ()) -> None:
        """*bundle* has the pictures of its layers (`LessonBundle.with_pictures_of`); None: no lesson."""
        self._bundle = bundle
        self._packs = [*([lesson_pictures(bundle)] if bundle is not None else []), *packs]

    def search(self, words: str, most: int = MOST) -> tuple[Symbol, ...]:
        """The pictures that fit *words* best; the lesson's own first where nothing is asked for."""
        return self._index.search(words, most)

    def source(self, symbol: Symbol) -> SymbolSource:
        """Where a picture is from."""
        return self._sources[symbol.source]

    def is_of_lesson(self, symbol: Symbol) -> bool:
        """Whether the lesson has the picture already; then its key is the picture's id."""
        return symbol.source == LESSON

    def data(self, symbol: Symbol) -> bytes | None:
        """What stands in a picture's file; None where it cannot be read. It has not been checked."""
        source = self.source(symbol)
        if source.id == LIBRARY:
            return openmoji.openmoji_svg(symbol.key)
        if self._bundle is not None and source.id == LESSON:
            path = self._bundle.picture_path(symbol.key)
        else:
            path = inside(source.folder, symbol.key) if source.folder is not None else None
        return _read(path) if path is not None else None

    @cached_property
    def _all(self) -> list[SymbolPack]:
        return [*self._packs, openmoji_pack()]

    @cached_property
    def _sources(self) -> dict[str, SymbolSource]:
        return {pack.source.id: pack.source for pack in reversed(self._all)}

    @cached_property
    def _index(self) -> SymbolIndex:
        return SymbolIndex(symbol for pack in self._all for symbol in pack.symbols)


def lesson_pictures(bundle: LessonBundle) -> SymbolPack:
    """The pictures that the lesson and the layers shown have, as a source that can be searched."""
    pictures = {
        **bundle.catalogue.pictures,
        **{name: one.picture for name, one in bundle.layer_pictures.items()},
    }
    symbols = (Symbol(LESSON, name, one.alt, one.words) for name, one in pictures.items())
    return SymbolPack(SymbolSource(LESSON, tr("This lesson"), folder=bundle.folder), tuple(symbols))


def openmoji_pack() -> SymbolPack:
    """The library of the program."""
    table = read_table(openmoji.openmoji_words().encode(), "symbols.csv")
    symbols = tuple(Symbol(LIBRARY, row.file, row.name, row.words) for row in table.rows)
    return SymbolPack(SymbolSource(LIBRARY, openmoji.TITLE, openmoji.LICENCE), symbols)


def _read(path: Path) -> bytes | None:
    try:
        with path.open("rb") as file:
            data = file.read(LARGEST_FILE + 1)
    except OSError:
        return None
    return data if len(data) <= LARGEST_FILE else None
