"""How long it takes to index a school's symbol pack, and to search it with the rest at each key.

The pack has 3,400 symbols, as many as the largest free one, with OpenMoji's names and tags dealt anew. To
reach: ``symbols.index_s`` below 1, ``symbols.search_p95_ms`` below 30. Both are processor time.
"""

from __future__ import annotations

import csv
import tempfile
import time
from pathlib import Path

from benchmarks.report import Figure, percentile
from lesson_player.operations.picture_library import PictureLibrary, openmoji_pack
from lesson_player.operations.symbol_packs import load_pack

SYMBOLS = 3_400
_TYPED = (
    "tell someone you trust", "block", "fire engine", "private picture", "aeroplne", "online message",
    "worried", "Maya tells a person she trusts.", "biscuit", "zzyzx", "school bus", "happy and calm",
)  # fmt: skip


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "pack"
        _write_pack(folder)
        started = time.process_time()
        pack, _ = load_pack(folder, Path(name) / "cache")
        library = PictureLibrary(None, [pack] if pack is not None else [])
        library.search("a")
        indexed = time.process_time() - started
        assert pack is not None
        assert len(pack.symbols) == SYMBOLS
        started = time.process_time()
        load_pack(folder, Path(name) / "cache")
        again = time.process_time() - started
        times = [_timed(library, typed[:end]) for typed in _TYPED for end in range(1, len(typed) + 1)]
    return [
        Figure("symbols.index_s", indexed, "s"),
        Figure("symbols.from_cache_s", again, "s"),
        Figure("symbols.search_p95_ms", percentile(times, 0.95), "ms"),
        Figure("symbols.search_max_ms", max(times), "ms"),
    ]


def _timed(library: PictureLibrary, words: str) -> float:
    started = time.process_time()
    library.search(words)
    return (time.process_time() - started) * 1000


def _write_pack(folder: Path) -> None:
    folder.mkdir()
    known = openmoji_pack().symbols
    with (folder / "symbols.csv").open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(["name", "tags", "file"])
        for number in range(SYMBOLS):
            one, other = known[number % len(known)], known[(number * 7 + 3) % len(known)]
            writer.writerow([f"{one.name} {number}", "; ".join((*one.words, other.name)), f"{number}.svg"])
            (folder / f"{number}.svg").write_text("<svg/>", encoding="utf-8")
