"""Packs for tests: whole ones, and zip files that were made to do harm."""

from __future__ import annotations

import hashlib
import io
import json
import struct
import warnings
import zipfile
import zlib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

from lesson_player.foundation.paths import Places
from lesson_player.model.pack import MANIFEST

SAMPLE = Path(__file__).parents[1] / "data" / "versions" / "1"
FILM = b"\x1a\x45\xdf\xa3" + b"a film that nobody plays" * 40
Files = dict[str, bytes]


def nothing(_share: float, _words: str) -> None:
    """Hears how far the work is, and does not stop it."""


def sample_files() -> Files:
    """A small lesson with its film, as files of a pack."""
    found = {
        path.relative_to(SAMPLE).as_posix(): path.read_bytes()
        for path in sorted(SAMPLE.rglob("*"))
        if path.is_file() and path.suffix != ".lessonpack"
    }
    return {**found, "media/reading/reading.webm": FILM}


def put(folder: Path, files: Mapping[str, bytes]) -> Path:
    """Write *files* into *folder*."""
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return folder


def places(folder: Path) -> Places:
    """A computer of a test's own, with nothing on it."""
    user, state, config, machine, shipped = (
        folder / name for name in ("user", "state", "config", "machine", "shipped")
    )
    return Places(user, state, config, machine, shipped)


def manifest_of(files: Mapping[str, bytes], **changes: object) -> bytes:
    """The list of a pack of *files*."""
    listed = {
        name: {"size": len(data), "sha256": hashlib.sha256(data).hexdigest()} for name, data in files.items()
    }
    return json.dumps({"format": 1, "title": "Reading", "files": listed} | changes).encode()


def zipped(files: Iterable[tuple[str | zipfile.ZipInfo, bytes]], method: int = zipfile.ZIP_STORED) -> bytes:
    """A zip file of *files*, in that order; a name may come twice."""
    target = io.BytesIO()
    with warnings.catch_warnings(), zipfile.ZipFile(target, "w", method) as archive:
        warnings.simplefilter("ignore", UserWarning)  # a name that comes twice is meant
        for name, data in files:
            archive.writestr(name, data)
    return target.getvalue()


def packed(
    files: Mapping[str, bytes] | None = None, method: int = zipfile.ZIP_STORED, **changes: object
) -> bytes:
    """A pack of *files*; *changes* are to its list."""
    files = sample_files() if files is None else files
    return zipped([(MANIFEST, manifest_of(files, **changes)), *files.items()], method)


def with_file(name: str, data: bytes) -> bytes:
    """The sample's pack with one file more, or another in its place."""
    return packed({**sample_files(), name: data})


def flagged(pack: bytes, flags: int) -> bytes:
    """*pack* with *flags* set on all its files, in both of their headers."""
    data = bytearray(pack)
    for mark, at in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        start = data.find(mark)
        while start >= 0:
            data[start + at] |= flags
            start = data.find(mark, start + 4)
    return bytes(data)


def central(pack: bytes, name: str, change: Callable[[bytearray, int], None]) -> bytes:
    """*pack* after *change* was made to the central header of the file *name*; it gets where that begins."""
    data = bytearray(pack)
    start = data.find(b"PK\x01\x02")
    while start >= 0:
        length = struct.unpack_from("<H", data, start + 28)[0]
        if data[start + 46 : start + 46 + length].decode() == name:
            change(data, start)
            return bytes(data)
        start = data.find(b"PK\x01\x02", start + 4)
    raise KeyError(name)


def png(width: int, height: int) -> bytes:
    """A picture that says how large it is, and has almost nothing in it."""
    head = struct.pack(">II5B", width, height, 8, 2, 0, 0, 0)
    chunk = b"IHDR" + head
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
