"""Symbol packs of a school: found in the folders for them, read once, and kept in a cache that is checked.

A pack is a folder with a CSV file and pictures (`lesson_player.formats.symbol_pack`). Listing thousands of
files on a share is slow, so what was read is kept beside the program's other state. A cache that does not fit
the pack any more, or is not whole, is made again; it holds nothing that the pack does not.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from lesson_player.formats.symbol_pack import find_table, read_symbol_pack
from lesson_player.foundation.files import write_whole
from lesson_player.model.problem import Problem
from lesson_player.model.symbols import Symbol, SymbolPack, SymbolSource

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

FORMAT = 1
"""Of the cache; a file of another is made again."""
MOST_PACKS = 40
_LARGEST = 64_000_000


@dataclass(frozen=True, slots=True)
class Packs:
    """What was found in the folders for packs."""

    packs: tuple[SymbolPack, ...] = ()
    problems: tuple[Problem, ...] = ()


def find_packs(folders: Iterable[Path], cache: Path | None = None) -> Packs:
    """Every pack in *folders*: each folder in them that has a CSV file. A name counts once, the first.

    *cache* is the folder in which what was read is kept; without one all is read anew. Raises nothing.
    """
    packs: dict[str, SymbolPack] = {}
    problems: list[Problem] = []
    for folder in _pack_folders(folders):
        if folder.name not in packs:
            pack, found = load_pack(folder, cache)
            problems.extend(found)
            if pack is not None:
                packs[folder.name] = pack
    return Packs(tuple(packs.values()), tuple(problems))


def load_pack(folder: Path, cache: Path | None = None) -> tuple[SymbolPack | None, tuple[Problem, ...]]:
    """The pack in *folder*, from the cache where that fits; else read, and kept there. Raises nothing."""
    stamp = _stamp(folder)
    path = cache / f"{hashlib.sha256(str(folder).encode()).hexdigest()[:32]}.json" if cache else None
    kept = _kept(path, folder, stamp) if path is not None else None
    if kept is not None:
        return kept
    pack, problems = read_symbol_pack(folder)
    if path is not None and pack is not None:
        # The pack can be searched all the same where the cache cannot be written.
        with contextlib.suppress(OSError):
            write_whole(path, _cached(pack, problems, stamp))
    return pack, problems


def _pack_folders(folders: Iterable[Path]) -> list[Path]:
    found: list[Path] = []
    for folder in folders:
        try:
            below = sorted(path for path in folder.iterdir() if path.is_dir())
        except OSError:
            continue
        found.extend(path for path in below if find_table(path) is not None)
    return found[:MOST_PACKS]


def _stamp(folder: Path) -> list[object]:
    """What changes when the pack does: its list, and the folders in which its pictures are."""
    table = find_table(folder)
    try:
        seen = table.stat() if table is not None else None
        below = sorted(path for path in folder.iterdir() if path.is_dir())
        times = [path.stat().st_mtime_ns for path in (folder, *below)]
    except OSError:
        return []
    return [table.name if table else "", seen.st_size if seen else 0, seen.st_mtime_ns if seen else 0, *times]


def _cached(pack: SymbolPack, problems: tuple[Problem, ...], stamp: list[object]) -> bytes:
    body = {
        "format": FORMAT,
        "folder": str(pack.source.folder),
        "stamp": stamp,
        "title": pack.source.title,
        "licence": pack.source.licence,
        "symbols": [[symbol.key, symbol.name, *symbol.words] for symbol in pack.symbols],
        "problems": [problem.model_dump(mode="json") for problem in problems],
    }
    text = json.dumps(body, ensure_ascii=False, separators=(",", ":")).encode()
    return hashlib.sha256(text).hexdigest().encode() + b"\n" + text


def _kept(path: Path, folder: Path, stamp: list[object]) -> tuple[SymbolPack, tuple[Problem, ...]] | None:
    """What the cache has, if it is whole and the pack is as it was; else None."""
    try:
        with path.open("rb") as file:
            data = file.read(_LARGEST)
        digest, _, text = data.partition(b"\n")
        if not stamp or hashlib.sha256(text).hexdigest().encode() != digest:
            return None
        body: dict[str, Any] = json.loads(text)
        if (body["format"], body["folder"], body["stamp"]) != (FORMAT, str(folder), stamp):
            return None
        source = SymbolSource(folder.name, body["title"], body["licence"], folder)
        symbols = tuple(Symbol(folder.name, key, name, tuple(words)) for key, name, *words in body["symbols"])
        return SymbolPack(source, symbols), tuple(Problem(**each) for each in body["problems"])
    except (OSError, ValueError, KeyError, TypeError):
        return None
