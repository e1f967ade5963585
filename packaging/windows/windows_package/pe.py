"""Which libraries a Windows program file asks for, read from the file itself (Microsoft's "PE Format").

The build holds with it that every library is in the package or a part of Windows.
"""

from __future__ import annotations

import struct
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

_PE32_PLUS = 0x20B
_IMPORTS, _DELAYED = 1, 13
"""Places in the data directory: the import table and the delay import table."""

WINDOWS = frozenset(
    (
        "advapi32", "authz", "avicap32", "avrt", "bcrypt", "bcryptprimitives", "cfgmgr32", "combase",
        "comctl32", "comdlg32", "crypt32", "d2d1", "d3d11", "d3d12", "d3d9", "dbghelp", "dcomp",
        "dhcpcsvc", "dnsapi", "dsound", "dwmapi", "dwrite", "dxgi", "dxva2", "evr", "gdi32", "imm32",
        "iphlpapi", "kernel32", "ksuser", "mf", "mfplat", "mfreadwrite", "mmdevapi", "mpr", "msimg32",
        "msvcrt", "ncrypt", "netapi32", "normaliz", "ntdll", "ole32", "oleacc", "oleaut32", "opengl32",
        "powrprof", "propsys", "psapi", "rpcrt4", "runtimeobject", "secur32", "setupapi", "shcore",
        "shell32", "shlwapi", "ucrtbase", "uiautomationcore", "user32", "userenv", "usp10", "uxtheme",
        "version", "wevtapi", "windowscodecs", "winhttp", "winmm", "winspool.drv", "wldap32", "ws2_32",
        "wsock32", "wtsapi32", "d3dcompiler_47", "icuuc", "icuin", "icu", "mfcore", "strmiids", "dxcore",
    )
)  # fmt: skip
"""Libraries of Windows 10 version 1903 and later, without ``.dll``."""


@dataclass(frozen=True, slots=True)
class Imports:
    """A library that a file asks for, and what of it by name; empty for what is loaded when it is used."""

    library: str
    names: tuple[str, ...]


def imports(path: Path) -> tuple[Imports, ...]:
    """What the program file at *path* asks for. Raises ValueError where it is none for 64-bit Windows."""
    data = path.read_bytes()
    try:
        return tuple(_File(data).imports())
    except (struct.error, IndexError) as error:
        raise ValueError(f"{path.name} is no program file of Windows") from error


def is_part_of_windows(library: str) -> bool:
    """Whether Windows itself brings that library."""
    name = library.lower().removesuffix(".dll")
    return name in WINDOWS or name.startswith(("api-ms-win-", "ext-ms-"))


class _File:
    def __init__(self, data: bytes) -> None:
        if data[:2] != b"MZ":
            raise ValueError("no program file of Windows")
        self._data = data
        header = self._u32(0x3C)
        sections, self._optional_size = self._u16(header + 6), self._u16(header + 20)
        self._optional = header + 24
        if self._u16(self._optional) != _PE32_PLUS:
            raise ValueError("not for 64-bit Windows")
        first = self._optional + self._optional_size
        self._sections = [struct.unpack_from("<8x4I", data, first + 40 * at) for at in range(sections)]

    def imports(self) -> list[Imports]:
        found = []
        at = self._directory(_IMPORTS)
        while at and (name := self._u32(at + 12)):
            table = self._u32(at) or self._u32(at + 16)
            found.append(Imports(self._text(self._place(name)), tuple(self._names(table))))
            at += 20
        at = self._directory(_DELAYED)
        while at and (name := self._u32(at + 4)):
            found.append(Imports(self._text(self._place(name)), ()))
            at += 32
        return found

    def _names(self, table: int) -> list[str]:
        names = []
        at = self._place(table)
        while value := struct.unpack_from("<Q", self._data, at)[0]:
            # The highest bit: asked for by number, without a name.
            if not value >> 63:
                names.append(self._text(self._place(value & 0x7FFFFFFF) + 2))
            at += 8
        return names

    def _directory(self, number: int) -> int:
        address = self._u32(self._optional + 112 + 8 * number)
        return self._place(address) if address else 0

    def _place(self, address: int) -> int:
        for size, start, stored, offset in self._sections:
            if start <= address < start + max(size, stored):
                return int(offset + address - start)
        raise IndexError(address)

    def _u16(self, at: int) -> int:
        return int(struct.unpack_from("<H", self._data, at)[0])

    def _u32(self, at: int) -> int:
        return int(struct.unpack_from("<I", self._data, at)[0])

    def _text(self, at: int) -> str:
        return self._data[at : self._data.index(b"\0", at)].decode("ascii")
