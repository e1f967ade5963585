"""Packs written so that the same content gives the same bytes, on every computer and in every year.

Nothing is compressed: films, pictures and sounds are compressed already, texts are small, and no two zlibs
need agree on the bytes. Names are in order, times and rights are the same for all (docs/decisions/0041).
"""

from __future__ import annotations

import json
import zipfile
from typing import IO, TYPE_CHECKING, Final

from lesson_player.model.pack import MANIFEST

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from lesson_player.model.pack import PackManifest

_PIECE_BYTES: Final = 1 << 20
_EPOCH: Final = (1980, 1, 1, 0, 0, 0)
"""The earliest time that a zip file can name."""
_UNIX: Final = 3
_PLAIN_FILE: Final = 0o100644 << 16


def write_pack(
    target: IO[bytes], manifest: PackManifest, sources: Mapping[str, Path], say: Callable[[int], None]
) -> None:
    """Write a pack of the files that *manifest* lists, each read from its path in *sources*.

    *say* is told each number of bytes that has been written, and may raise to stop. Raises OSError.
    """
    with zipfile.ZipFile(target, "w", zipfile.ZIP_STORED) as archive:
        archive.writestr(_entry(MANIFEST), manifest_text(manifest))
        for name in sorted(manifest.files):
            with sources[name].open("rb") as source, archive.open(_entry(name), "w") as packed:
                while piece := source.read(_PIECE_BYTES):
                    packed.write(piece)
                    say(len(piece))


def manifest_text(manifest: PackManifest) -> str:
    """The pack's list as text: keys in a fixed order, so that it can be read and compared."""
    plain = manifest.model_dump(mode="json")
    plain["files"] = {name: plain["files"][name] for name in sorted(plain["files"])}
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def _entry(name: str) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
