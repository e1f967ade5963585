"""A pack that is open for reading: its list, and its files piece by piece."""

from __future__ import annotations

import hashlib
import json
import zlib
from contextlib import contextmanager
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from lesson_player.formats.document import FORMAT
from lesson_player.formats.pack.directory import STORED, Entry, read_directory
from lesson_player.formats.pack.kinds import check_kind
from lesson_player.formats.pack.names import check_names
from lesson_player.formats.pack.refusal import copy_again, refused
from lesson_player.foundation.i18n import tr
from lesson_player.model.limits import PACK_LIST_BYTES
from lesson_player.model.pack import MANIFEST, PackManifest
from lesson_player.model.validation import validate

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lesson_player.model.pack import PackedFile

PIECE_BYTES: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class Archive:
    """A pack whose list, names, kinds and sizes are in order. What is in its files is not known yet."""

    path: Path
    manifest: PackManifest
    list_sha256: str
    """The checksum of the list itself."""
    _file: IO[bytes]
    _entries: dict[str, Entry]

    def pieces(self, name: str) -> Iterator[bytes]:
        """The bytes of a file; all of them have come only when nothing was raised after the last.

        Raises PackRefused when they are not those that the list names, or when the pack cannot be read.
        """
        listed = self.manifest.files[name]
        digest = hashlib.sha256()
        with _reading(self.path):
            for piece in _unpacked(self._file, self._entries[name]):
                digest.update(piece)
                yield piece
        if digest.hexdigest() != listed.sha256:
            raise refused(
                "wrong-hash",
                tr("“{name}” is damaged: it is not what the pack’s list says.", name=name),
                copy_again(),
                name,
            )

    def data(self, name: str) -> bytes:
        """A whole file, for those of a few megabytes. Raises as `pieces`."""
        return b"".join(self.pieces(name))


@contextmanager
def open_archive(path: Path, *, program: bool = False) -> Iterator[Archive]:
    """Open the pack at *path*. Raises PackRefused when it is not in order or cannot be read.

    A *program* may hold files of any kind, anywhere: whoever opens it has to know its list by `list_sha256`.
    """
    with _reading(path):
        file = path.open("rb")
    with file:
        with _reading(path):
            entries = read_directory(file, path.stat().st_size)
            check_names((entry.name for entry in entries), anywhere=program)
            by_name = {entry.name: entry for entry in entries}
            data = _read_list(file, by_name)
        manifest = _manifest(data)
        _compare(manifest.files, by_name, any_kind=program)
        yield Archive(path, manifest, hashlib.sha256(data).hexdigest(), file, by_name)


@contextmanager
def _reading(path: Path) -> Iterator[None]:
    """Tell an error of the disk that the pack is on as a problem of the pack."""
    try:
        yield
    except OSError as error:
        raise refused(
            "unreadable",
            tr("{name} could not be read to its end.", name=path.name),
            tr("Nothing has been changed. Check that the disk or stick is still connected, then try again."),
        ) from error


def _read_list(file: IO[bytes], entries: dict[str, Entry]) -> bytes:
    entry = entries.get(MANIFEST)
    if entry is None:
        raise refused(
            "no-pack",
            tr("This zip file is not a lesson pack: it has no list ({name}).", name=MANIFEST),
            tr("Nothing has been changed. A pack’s name ends in .lessonpack; choose another file."),
        )
    if entry.size > PACK_LIST_BYTES:
        raise refused("too-large", tr("The pack’s list is larger than any list can be."))
    data = b"".join(_unpacked(file, entry))
    if zlib.crc32(data) != entry.checksum:
        raise refused("damaged", tr("The pack’s list is damaged."), copy_again())
    return data


def _manifest(data: bytes) -> PackManifest:
    try:
        plain = json.loads(data.decode("utf-8"), object_pairs_hook=_once)
    except (ValueError, RecursionError) as error:
        raise refused("bad-list", tr("The pack’s list cannot be read.")) from error
    stated = plain.get("format") if isinstance(plain, dict) else None
    if isinstance(stated, int) and not isinstance(stated, bool) and stated > FORMAT:
        raise refused(
            "newer-format",
            tr("The pack was made by a newer version of Lesson Player."),
            tr("Nothing has been changed. Install the newer version, or ask for a pack made by this one."),
        )
    manifest, flaws = validate(PackManifest, plain)
    if manifest is None:
        where = "/".join(str(part) for part in flaws[0].path)[:80]
        raise refused(
            "bad-list", tr("The pack’s list cannot be used: “{where}” is not in order.", where=where)
        )
    return manifest


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    """A mapping whose keys each stand once, so that nobody can read it in two ways."""
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key stands twice")
    return found


def _compare(listed: dict[str, PackedFile], entries: dict[str, Entry], *, any_kind: bool) -> None:
    """Raise PackRefused unless the list names what is in the zip, and all of it is of kinds that we take."""
    for name in listed:
        if name not in entries:
            raise refused(
                "missing", tr("“{name}” is in the list and not in the pack.", name=name), copy_again(), name
            )
    for name, entry in entries.items():
        if name == MANIFEST:
            continue
        if name not in listed:
            raise refused("surplus", tr("“{name}” is in the pack and not in its list.", name=name), file=name)
        if entry.size != listed[name].size:
            raise refused(
                "wrong-size", tr("“{name}” is not as long as the list says.", name=name), copy_again(), name
            )
        if not any_kind:
            check_kind(name, entry.size)


def _unpacked(file: IO[bytes], entry: Entry) -> Iterator[bytes]:
    """The bytes of an entry, and never more than it says that it has."""
    source = _stored(file, entry) if entry.method == STORED else _inflated(file, entry)
    total = 0
    for piece in source:
        total += len(piece)
        if total > entry.size:
            break
        yield piece
    if total != entry.size:
        raise refused(
            "wrong-size", tr("“{name}” is not as long as the pack says.", name=entry.name), file=entry.name
        )


def _stored(file: IO[bytes], entry: Entry) -> Iterator[bytes]:
    left, at = entry.packed, entry.data
    while left > 0:
        file.seek(at)  # another file of the pack may have been read meanwhile
        piece = file.read(min(left, PIECE_BYTES))
        if not piece:
            return
        left -= len(piece)
        at += len(piece)
        yield piece


def _inflated(file: IO[bytes], entry: Entry) -> Iterator[bytes]:
    unpacker = zlib.decompressobj(-zlib.MAX_WBITS)
    try:
        for packed in _stored(file, entry):
            waiting = packed
            while waiting and not unpacker.eof:
                if piece := unpacker.decompress(waiting, PIECE_BYTES):
                    yield piece
                waiting = unpacker.unconsumed_tail
        while piece := unpacker.decompress(unpacker.unconsumed_tail, PIECE_BYTES):
            yield piece
    except zlib.error as error:
        raise refused(
            "damaged", tr("“{name}” is damaged.", name=entry.name), copy_again(), entry.name
        ) from error
