"""What a zip file says that it holds, read with distrust: nothing is unpacked here.

PKWARE, "APPNOTE.TXT - .ZIP File Format Specification" 6.3.10: local headers 4.3.7, central directory 4.3.12,
its end 4.3.16. Taken are plain files, stored or deflated, that lie one after the other from the file's first
byte on. Whatever else a zip file can be has no place in a pack, and is refused by name.
"""

from __future__ import annotations

import stat
import struct
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

from lesson_player.formats.pack.refusal import PackRefused, copy_again, refused
from lesson_player.foundation.i18n import tr
from lesson_player.model.limits import MOST_PACK_FILES, PACK_BYTES

if TYPE_CHECKING:
    from collections.abc import Iterator

STORED: Final = 0
DEFLATED: Final = 8
_END = struct.Struct("<4s4H2IH")
_CENTRAL = struct.Struct("<4s6H3I5H2I")
_LOCAL = struct.Struct("<4s5H3I2H")
_ENCRYPTED = 0x0001 | 0x0040 | 0x2000
"""Flags of an encrypted file, of strong encryption, and of a hidden directory (4.4.4)."""
_UTF8 = 0x0800
_AES = 99
_DESCRIPTOR_BYTES = 24
"""The longest thing that may stand behind a file's data (4.3.9)."""
_DIRECTORY_BYTES = 4_000_000
_RATIO = 100
"""Text packs ten to one; what packs better than this is made to burst."""
_WORTH_A_LOOK = 100_000
"""Bytes below which no file bursts anything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the zip."""

    name: str
    size: int
    """Bytes unpacked, as the zip says."""
    packed: int
    """Bytes in the zip."""
    method: int
    checksum: int
    """CRC-32 of the unpacked bytes."""
    header: int
    """Where its local header begins."""
    data: int = 0
    """Where its bytes begin."""


def read_directory(file: IO[bytes], length: int) -> tuple[Entry, ...]:
    """The files of the zip *file* of *length* bytes. Raises PackRefused, and OSError from reading."""
    if length > PACK_BYTES:
        raise refused("too-large", tr("The pack is larger than 2 GB, the most that a pack may be."))
    count, size, offset = _read_end(file, length)
    file.seek(offset)
    entries = tuple(_central(file.read(size), count))
    if sum(entry.size for entry in entries) > PACK_BYTES:
        raise refused("bomb", tr("Unpacked, the pack would be larger than 2 GB."))
    return _placed(file, entries, offset)


def _read_end(file: IO[bytes], length: int) -> tuple[int, int, int]:
    """How many files there are, and how long the central directory is and where it begins."""
    file.seek(0)
    begins = file.read(4)
    file.seek(max(0, length - _END.size))
    tail = file.read(_END.size)
    if len(tail) < _END.size or not tail.startswith(b"PK\x05\x06"):
        if begins == b"PK\x03\x04"[: len(begins)] and begins:
            raise refused("cut-off", tr("The pack is not whole: its end is missing."), copy_again())
        raise refused(
            "no-pack",
            tr("This is not a lesson pack."),
            tr("Nothing has been changed. A pack’s name ends in .lessonpack; choose another file."),
        )
    _, disk, first_disk, here, count, size, offset, comment = _END.unpack(tail)
    if disk or first_disk or here != count or comment or 0xFFFFFFFF in {size, offset}:
        raise _not_ours()
    if count > MOST_PACK_FILES + 1:
        raise refused(
            "too-many-files",
            tr("The pack says that it holds {n} files; {most} is the most.", n=count, most=MOST_PACK_FILES),
        )
    if size > _DIRECTORY_BYTES or offset + size != length - _END.size:
        raise refused("damaged", tr("The pack is damaged: its table of contents is not whole."), copy_again())
    return count, size, offset


def _central(data: bytes, count: int) -> Iterator[Entry]:
    at = 0
    for _ in range(count):
        if len(data) < at + _CENTRAL.size or data[at : at + 4] != b"PK\x01\x02":
            raise refused(
                "damaged", tr("The pack is damaged: its table of contents is not whole."), copy_again()
            )
        fields = _CENTRAL.unpack_from(data, at)
        flags, method, checksum, packed, size = fields[3], fields[4], *fields[7:10]
        names = at + _CENTRAL.size
        name = _decoded(data[names : names + fields[10]], flags)
        _check_entry(name, flags, method, fields[15])
        if size > _WORTH_A_LOOK and size > _RATIO * packed:
            raise refused(
                "bomb",
                tr("“{name}” would become more than {n} times larger when unpacked.", name=name, n=_RATIO),
                file=name,
            )
        yield Entry(name, size, packed, method, checksum, fields[16])
        at = names + sum(fields[10:13])
    if at != len(data):
        raise refused("damaged", tr("The pack is damaged: its table of contents is not whole."), copy_again())


def _check_entry(name: str, flags: int, method: int, attributes: int) -> None:
    if flags & _ENCRYPTED or method == _AES:
        raise refused(
            "encrypted",
            tr("The pack is locked with a password, and packs have none."),
            file=name,
        )
    if method not in {STORED, DEFLATED}:
        raise _not_ours()
    kind = stat.S_IFMT(attributes >> 16)
    if stat.S_ISLNK(kind):
        raise refused("link", tr("“{name}” is a link to another place.", name=name), file=name)
    if kind not in {0, stat.S_IFREG, stat.S_IFDIR}:
        raise refused("no-file", tr("“{name}” is not a file.", name=name), file=name)


def _placed(file: IO[bytes], entries: tuple[Entry, ...], end: int) -> tuple[Entry, ...]:
    """The entries with the places of their bytes, none of which lies in another's."""
    placed = {}
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.header):
        if entry.header < at:
            raise refused(
                "overlap", tr("Two files of the pack lie in the same place in it."), file=entry.name
            )
        if entry.header - at > (_DESCRIPTOR_BYTES if at else 0):
            raise refused("hidden", tr("The pack holds something that it does not list."), file=entry.name)
        file.seek(entry.header)
        start = entry.header + _local_length(file.read(_LOCAL.size), entry, file)
        at = start + entry.packed
        if at > end:
            raise refused("cut-off", tr("“{name}” is not whole.", name=entry.name), copy_again(), entry.name)
        placed[entry.name, entry.header] = Entry(
            entry.name, entry.size, entry.packed, entry.method, entry.checksum, entry.header, start
        )
    if end - at > _DESCRIPTOR_BYTES:
        raise refused("hidden", tr("The pack holds something that it does not list."))
    return tuple(placed[entry.name, entry.header] for entry in entries)


def _local_length(header: bytes, entry: Entry, file: IO[bytes]) -> int:
    """Bytes of an entry's local header, once it says the same as the central directory."""
    if len(header) < _LOCAL.size or not header.startswith(b"PK\x03\x04"):
        raise refused("damaged", tr("The pack is damaged: its table of contents is not whole."), copy_again())
    fields = _LOCAL.unpack(header)
    flags, method, name, extra = fields[2], fields[3], fields[9], fields[10]
    if flags & _ENCRYPTED or method != entry.method or _decoded(file.read(name), flags) != entry.name:
        raise refused(
            "two-names",
            tr("The pack says two different things about “{name}”.", name=entry.name),
            file=entry.name,
        )
    return _LOCAL.size + int(name) + int(extra)


def _decoded(name: bytes, flags: int) -> str:
    try:
        return name.decode("utf-8" if flags & _UTF8 else "cp437")
    except UnicodeDecodeError as error:
        raise refused(
            "unsafe-path",
            tr("“{name}” is not a file name that every computer can use.", name=ascii(name[:60])[2:-1]),
        ) from error


def _not_ours() -> PackRefused:
    return refused("not-ours", tr("The pack is a kind of zip file that this program does not make."))
