"""How large a picture is, read from its first bytes, so that no picture is decoded to find that out.

PNG: W3C, "Portable Network Graphics", 11.2.2. GIF: CompuServe, "GIF89a", 18. BMP: Microsoft,
"BITMAPINFOHEADER". WebP: RFC 9649, 2.5 to 2.7. JPEG: ITU-T T.81, B.2.2.
"""

from __future__ import annotations

import struct

HEADER_BYTES = 512 * 1024
"""So much of a file is enough to find the size: a JPEG may have its preview and profiles before it."""
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}
"""JPEG's markers that begin a frame (ITU-T T.81, table B.1)."""
_ALONE = frozenset({0x01, *range(0xD0, 0xD9)})
"""JPEG's markers without a length."""


def picture_size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of the picture that begins with *data*; None where they cannot be read."""
    try:
        return _size(data)
    except (struct.error, IndexError):
        return None


def _size(data: bytes) -> tuple[int, int] | None:
    if data.startswith(b"\x89PNG\r\n\x1a\n") and data[12:16] == b"IHDR":
        return _pair(struct.unpack_from(">II", data, 16))
    if data.startswith((b"GIF87a", b"GIF89a")):
        return _pair(struct.unpack_from("<HH", data, 6))
    if data.startswith(b"BM"):
        if struct.unpack_from("<I", data, 14)[0] == 12:
            return _pair(struct.unpack_from("<HH", data, 18))
        return _pair(struct.unpack_from("<ii", data, 18))
    if data.startswith(b"RIFF") and data[8:12] == b"WEBP":
        return _webp(data)
    return _jpeg(data) if data.startswith(b"\xff\xd8") else None


def _pair(sides: tuple[int, ...]) -> tuple[int, int]:
    return abs(sides[0]), abs(sides[1])


def _webp(data: bytes) -> tuple[int, int] | None:
    part = data[12:16]
    if part == b"VP8X":
        width = int.from_bytes(data[24:27], "little") + 1
        return width, int.from_bytes(data[27:30], "little") + 1
    if part == b"VP8L" and data[20] == 0x2F:
        bits = struct.unpack_from("<I", data, 21)[0]
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if part == b"VP8 " and data[23:26] == b"\x9d\x01\x2a":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    at = 2
    while data[at] == 0xFF:
        marker = data[at + 1]
        if marker == 0xFF:  # a fill byte before a marker
            at += 1
        elif marker in _ALONE:
            at += 2
        elif marker in _FRAMES:
            height, width = struct.unpack_from(">HH", data, at + 5)
            return width, height
        else:
            length = struct.unpack_from(">H", data, at + 2)[0]
            if length < 2:
                return None
            at += 2 + length
    return None
