"""Packs written so that the same content gives the same bytes, on every computer and in every year.

A lesson's pack is not compressed: films, pictures and sounds are compressed already, texts are small, and no
two zlibs need agree on the bytes. Names are in order, times and rights the same for all (decision 0041).
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
    target: IO[bytes],
    manifest: PackManifest,
    sources: Mapping[str, Path],
    say: Callable[[int], None],
    *,
    packed: bool = False,
) -> None:
    """Write a pack of the files that *manifest* lists, each read from its path in *sources*.

    *packed* makes it smaller, for programs, and then its bytes depend on the zlib that is here. *say* is told
    each number of bytes that has been written, and may raise to stop. Raises OSError.
    """
    method = zipfile.ZIP_DEFLATED if packed else zipfile.ZIP_STORED
    with zipfile.ZipFile(target, "w", method) as archive:
        archive.writestr(_entry(MANIFEST), manifest_text(manifest))
        for name in sorted(manifest.files):
            with sources[name].open("rb") as source, archive.open(_entry(name, method), "w") as target_file:
                while piece := source.read(_PIECE_BYTES):
                    target_file.write(piece)
                    say(len(piece))


def manifest_text(manifest: PackManifest) -> str:
    """The pack's list as text: keys in a fixed order, so that it can be read and compared."""
    plain = manifest.model_dump(mode="json")
    plain["files"] = {name: plain["files"][name] for name in sorted(plain["files"])}
    return json.dumps(plain, indent=1, ensure_ascii=False) + "\n"


def _entry(name: str, method: int = zipfile.ZIP_STORED) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, _EPOCH)
    entry.compress_type = method
    entry.create_system = _UNIX
    entry.external_attr = _PLAIN_FILE
    return entry
