"""Pictures for handouts in tests: small ones that are drawn at once, for some ids."""

from __future__ import annotations

import struct
import zlib

from lesson_player.handouts.pictures import Drawing

SVG = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 4"><path d="M0 0h4v4H0z" fill="#0B5D66"/></svg>'
)


def _piece(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def png(side: int = 4) -> bytes:
    """A grey square."""
    rows = (b"\0" + b"\x80" * side) * side
    head = struct.pack(">IIBBBBB", side, side, 8, 0, 0, 0, 0)
    pieces = (b"IHDR", head), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_piece(*each) for each in pieces)


class DrawnPictures:
    """Has the pictures of the ids that it is given, and no others."""

    def __init__(self, *names: str) -> None:
        self.names = names

    def drawing(self, picture_id: str) -> Drawing | None:
        return Drawing(SVG, ".svg") if picture_id in self.names else None

    def bitmap(self, picture_id: str, side: int = 4) -> bytes | None:
        return png(min(side, 16)) if picture_id in self.names else None
