"""Typefaces that typst carries within its library, twice, and that our handouts never use.

Typst's library for Python is linked with the collection of typefaces of its makers twice over, and reads the
first of the two. Another copy costs 6 MB of a package. So do its typefaces for mathematics cost 2.6 MB, and
our pages set none. Their places in the file are filled with zeros, which pack to nothing: no other byte is
changed, and nothing moves. Typst leaves out what is no typeface.

What a typeface is, is read from its own table directory (ISO/IEC 14496-22, "Organization of an OpenType
font").
"""

from __future__ import annotations

import re
import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

from windows_package.inputs import InputError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_BEGINS = re.compile(rb"OTTO|\x00\x01\x00\x00")
_TAG = re.compile(rb"[ -~]{4}")
_MOST_TABLES = 40
_NEEDED = frozenset({b"cmap", b"head", b"name", b"OS/2"})
_CHECKSUM = 0xB1B0AFBA
"""What the words of a whole typeface add up to with its ``checkSumAdjustment`` (the table "head")."""


@dataclass(frozen=True, slots=True)
class Typeface:
    """Where in the file it lies, and the names of its tables."""

    start: int
    data: bytes
    tables: frozenset[bytes]


def leave_out_spare_typefaces(library: Path) -> int:
    """Blank second copies and those for mathematics; gives how many bytes. Raises InputError for none."""
    data = library.read_bytes()
    first: set[bytes] = set()
    blanked = bytearray(data)
    total = 0
    for face in typefaces(data):
        if face.data in first or b"MATH" in face.tables:
            blanked[face.start : face.start + len(face.data)] = bytes(len(face.data))
            total += len(face.data)
        first.add(face.data)
    if not total:
        raise InputError(f"{library.name} has no typefaces in it as were known; look at typefaces.py.")
    library.write_bytes(blanked)
    return total


def typefaces(data: bytes) -> Iterator[Typeface]:
    """The whole typefaces within *data*, in order."""
    end = 0
    for found in _BEGINS.finditer(data):
        if found.start() >= end and (face := _typeface(data, found.start())):
            end = face.start + len(face.data)
            yield face


def _typeface(data: bytes, start: int) -> Typeface | None:
    if start + 12 > len(data):
        return None
    (count,) = struct.unpack_from(">H", data, start + 4)
    if count > _MOST_TABLES or start + 12 + 16 * count > len(data):
        return None
    tables, size = set(), 0
    for at in range(count):
        tag, _, offset, length = struct.unpack_from(">4s3I", data, start + 12 + 16 * at)
        if not _TAG.fullmatch(tag) or start + offset + length > len(data):
            return None
        tables.add(tag)
        size = max(size, offset + length)
    whole = data[start : start + size]
    if not tables >= _NEEDED or _sum(whole) != _CHECKSUM:
        return None
    return Typeface(start, whole, frozenset(tables))


def _sum(data: bytes) -> int:
    padded = data + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) & 0xFFFFFFFF
