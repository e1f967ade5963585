"""What shared libraries say about themselves: which others they need, their own name, and symbols."""

from __future__ import annotations

import re
import struct
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

MAGIC = b"\x7fELF"
_FILE = re.compile(r"^(.+):\s+file format ", re.MULTILINE)
_FIELD = re.compile(r"^\s+(NEEDED|SONAME)\s+(\S+)$", re.MULTILINE)
_DYNAMIC, _RPATH, _RUNPATH = 2, 15, 29
"""Kinds of a program header and of entries in the dynamic section (System V ABI, chapter 5)."""
_GLIBC = re.compile(r"\bGLIBC_(\d+)\.(\d+)")


@dataclass(frozen=True, slots=True)
class Library:
    """One ELF file: where it is, its name for others (may be empty), and what it needs to be loaded."""

    path: Path
    soname: str
    needs: tuple[str, ...]
    glibc: tuple[int, int]
    """The newest glibc that one of its symbols asks for."""


def is_elf(path: Path) -> bool:
    """Whether the file is a program or a library."""
    with path.open("rb") as file:
        return file.read(4) == MAGIC


def libraries(paths: Iterable[Path]) -> list[Library]:
    """What each of the files says; files that are no ELF files are passed over."""
    wanted = [path for path in paths if path.is_file() and is_elf(path)]
    found: list[Library] = []
    for first in range(0, len(wanted), 100):
        found += _read(wanted[first : first + 100])
    return found


def _read(paths: list[Path]) -> list[Library]:
    said = subprocess.run(
        ["objdump", "-p", *map(str, paths)], capture_output=True, text=True, check=True, errors="replace"
    ).stdout
    pieces = _FILE.split(said)[1:]
    found = []
    for path, text in zip(pieces[::2], pieces[1::2], strict=True):
        fields = _FIELD.findall(text)
        found.append(
            Library(
                Path(path),
                next((name for field, name in fields if field == "SONAME"), ""),
                tuple(name for field, name in fields if field == "NEEDED"),
                max(((int(a), int(b)) for a, b in _GLIBC.findall(text)), default=(0, 0)),
            )
        )
    return found


def undefined_symbols(path: Path) -> dict[str, str]:
    """Names that the library takes from others, each with the version that it wants of it, or nothing."""
    return _symbols(path, "--undefined-only")


def defined_symbols(path: Path) -> set[str]:
    """Names that the library gives to others."""
    return set(_symbols(path, "--defined-only"))


def has_inner_names(path: Path) -> bool:
    """Whether the library still has the table of names that only a debugger reads."""
    said = subprocess.run(
        ["readelf", "--wide", "--sections", path], capture_output=True, text=True, check=True
    )
    return " SYMTAB " in said.stdout


def _symbols(path: Path, which: str) -> dict[str, str]:
    said = subprocess.run(
        ["nm", "--dynamic", "--format=posix", which, str(path)], capture_output=True, text=True, check=True
    ).stdout
    found = (line.split()[0].partition("@") for line in said.splitlines() if line)
    return {name: version.lstrip("@") for name, _, version in found}


def machine_libraries() -> dict[str, Path]:
    """Where this machine's own libraries are, by name, as the dynamic linker knows them."""
    said = subprocess.run(["/sbin/ldconfig", "-p"], capture_output=True, text=True, check=True).stdout
    found: dict[str, Path] = {}
    for line in said.splitlines():
        name, arrow, path = line.strip().partition(" => ")
        if arrow and "x86-64" in name:
            found.setdefault(name.split()[0], Path(path))
    return found


def forget_search_paths(path: Path) -> bool:
    """Take out of a 64-bit library where the dynamic linker shall look, unless it says "beside me" alone.

    Python as built on one computer names a folder of that computer, where on another anything may lie. Gives
    whether something was taken out.
    """
    content = bytearray(path.read_bytes())
    place, size = next(_program_headers(content, _DYNAMIC), (0, 0))
    entries = [struct.unpack_from("<qQ", content, at) for at in range(place, place + size, 16)]
    strings = _strings(content, dict(entries))
    kept = [
        (kind, value)
        for kind, value in entries
        if kind not in {_RPATH, _RUNPATH} or _is_beside(content[strings + value :].partition(b"\0")[0])
    ]
    if len(kept) == len(entries):
        return False
    # An entry of zeros ends the table; there may be more than one.
    kept += [(0, 0)] * (len(entries) - len(kept))
    for number, entry in enumerate(kept):
        struct.pack_into("<qQ", content, place + 16 * number, *entry)
    path.write_bytes(content)
    return True


def _is_beside(search: bytes) -> bool:
    return all(each.startswith(b"$ORIGIN") for each in search.split(b":"))


def _strings(content: bytearray, dynamic: dict[int, int]) -> int:
    """Where in the file the strings are that the dynamic section names."""
    address = dynamic.get(5, 0)
    for header in _headers(content):
        kind, _, offset, begins, _, in_file = struct.unpack_from("<IIQQQQ", content, header)
        if kind == 1 and begins <= address < begins + in_file:
            return int(address - begins + offset)
    return 0


def _headers(content: bytearray) -> range:
    first, each, count = (*struct.unpack_from("<Q", content, 32), *struct.unpack_from("<HH", content, 54))
    return range(first, first + each * count, each)


def _program_headers(content: bytearray, wanted: int) -> Iterator[tuple[int, int]]:
    """Place and size in the file of each part of that kind."""
    for header in _headers(content):
        kind, _, offset, _, _, in_file = struct.unpack_from("<IIQQQQ", content, header)
        if kind == wanted:
            yield offset, in_file
