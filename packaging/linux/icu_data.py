"""ICU's data for what Qt asks of it here: letters of any language, time zones, the usual encodings.

The wheel's ``libicudata`` is 32 MB: names of currencies, regions, units and zones in 700 languages,
encodings of old mainframes. This program words everything itself and asks Qt for none of that. What is left
out ICU takes for languages that it has no data of, and goes on with its root language.

The file's form is that of ICU's ``ucmndata.h`` and ``udata.h``: a header, a table of names and places,
pieces."""

from __future__ import annotations

import re
import struct
import subprocess
import tempfile
from pathlib import Path

_OTHER_USES = ("brkitr", "curr", "lang", "rbnf", "region", "translit", "unit")
"""Breaking lines, which Qt does itself; numbers in words and names of things, for which nothing here asks."""
_OF_A_LANGUAGE = re.compile(r"(?:coll/|zone/|)(?!(?:en|cy)[_.])[a-z]{2,3}(?:_\w+)?\.res")
_SMALL_ENCODING = 10_000
"""Bytes. Below are encodings of one byte a letter, such as windows-1252 in somebody's SVG drawing;
above, those of East Asia."""
_SOURCE = """    .section .rodata
    .balign 16
    .globl {symbol}
    .type {symbol}, @object
{symbol}:
    .incbin "icu.dat"
    .size {symbol}, .-{symbol}
    .section .note.GNU-stack,"",@progbits
"""


def write_smaller(library: Path, target: Path) -> None:
    """Write a library of the same name as *library* with the pieces that are used. Raises SystemExit."""
    symbol, data = _data(library)
    small = _without_unused(data)
    with tempfile.TemporaryDirectory() as folder:
        binary, source, object_file = Path(folder, "icu.dat"), Path(folder, "icu.s"), Path(folder, "icu.o")
        binary.write_bytes(small)
        source.write_text(_SOURCE.format(symbol=symbol))
        subprocess.run(["as", "--64", "-o", object_file, source], cwd=folder, check=True)
        soname = library.name
        subprocess.run(
            ["ld", "-shared", "--build-id=none", f"-soname={soname}", "-o", target.absolute(), object_file],
            check=True,
        )


def _data(library: Path) -> tuple[str, bytes]:
    """The one symbol of the library, and the data that it stands for."""
    said = subprocess.run(
        ["nm", "--dynamic", "--defined-only", library], capture_output=True, text=True, check=True
    ).stdout.split()
    place, kind, symbol = said[:3]
    if kind != "R" or not symbol.startswith("icudt"):
        raise SystemExit(f"{library.name} is not as ICU's data used to be")
    # The linker puts read-only data at its own address: file offset and address are the same.
    return symbol, library.read_bytes()[int(place, 16) :]


def _without_unused(data: bytes) -> bytes:
    head = struct.unpack_from("<H", data)[0]
    count = struct.unpack_from("<I", data, head)[0]
    entries = [struct.unpack_from("<II", data, head + 4 + 8 * each) for each in range(count)]
    names = [data[head + name : data.index(0, head + name)].decode() for name, _ in entries]
    ends = [begin for _, begin in entries[1:]] + [len(data) - head]
    pieces = {
        name: data[head + begin : head + end]
        for name, (_, begin), end in zip(names, entries, ends, strict=True)
    }
    return data[:head] + _packed({name: piece for name, piece in pieces.items() if is_kept(name, len(piece))})


def is_kept(name: str, size: int) -> bool:
    """Whether a piece, by its name such as ``icudt73l/zone/en.res`` and its size in bytes, is used."""
    place = name.partition("/")[2]
    if place.partition("/")[0] in _OTHER_USES or (place.endswith(".cnv") and size > _SMALL_ENCODING):
        return False
    return not _OF_A_LANGUAGE.fullmatch(place)


def _packed(pieces: dict[str, bytes]) -> bytes:
    """The table and the pieces; names in the order in which ICU searches them, each piece at 16 bytes."""
    names = sorted(pieces)
    written = b"".join(name.encode() + b"\0" for name in names)
    first_name = 4 + 8 * len(names)
    table, at_name, body = struct.pack("<I", len(names)), first_name, b""
    begin = -(-(first_name + len(written)) // 16) * 16
    for name in names:
        table += struct.pack("<II", at_name, begin + len(body))
        at_name += len(name) + 1
        body += pieces[name] + bytes(-len(pieces[name]) % 16)
    return (table + written).ljust(begin, b"\0") + body
