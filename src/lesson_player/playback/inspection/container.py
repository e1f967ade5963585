"""What a film's container says about it, before any of it is decoded."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from lesson_player.playback.inspection import matroska

if TYPE_CHECKING:
    from pathlib import Path

MOST_INDEX_BYTES = 64 * 1024 * 1024
"""How much of an MP4 file's index is searched; that of a two-hour film has some 5 MB."""

_ASF: Final = b"\x30\x26\xb2\x75\x8e\x66\xcf\x11"
_ASF_LOCKS: Final = (
    bytes.fromhex("fbb31122 23bd d211 b4b7 00a0c955fc6e"),
    bytes.fromhex("14e68a29 2226 174c b935 dae07ee9289c"),
)
"""Content encryption object and its extended form (Microsoft, "ASF Specification", 3.14 and 3.15)."""
_ASF_HEADER_BYTES = 65_536

NAMES: Final = {
    "mov": "MP4",
    "matroska": "Matroska",
    "ogg": "Ogg",
    "asf": "Windows Media",
    "avi": "AVI",
    "mpegts": "MPEG-TS",
    "mpeg": "MPEG",
}
"""What people call FFmpeg's readers. Only these are used: none of them opens another file or an address."""

READERS: Final = "mov,mp4,m4a,3gp,3g2,mj2,matroska,webm,ogg,asf,avi,mpegts,mpeg,mpegvideo"
"""The same, as FFmpeg wants them."""


def people_call_it(reader: str, path: Path) -> str:
    """The container's usual name. MP4 and MOV, WebM and Matroska are one format each; the name decides."""
    first = reader.split(",", maxsplit=1)[0]
    return {".mov": "MOV", ".webm": "WebM", ".mkv": "MKV"}.get(
        path.suffix.lower(), NAMES.get(first, first.upper())
    )


def copy_protected(path: Path) -> bool:
    """Whether the film is locked by a protection system (DRM), so that no player may show it.

    In MP4 a protected track's sample entry holds a ``sinf`` box with a ``frma`` box (ISO/IEC 14496-12, 8.12).
    Raises OSError when the file cannot be read.
    """
    with path.open("rb") as file:
        head = file.read(_ASF_HEADER_BYTES)
        if head.startswith(_ASF):
            return any(lock in head for lock in _ASF_LOCKS)
        size = path.stat().st_size
        if head.startswith(matroska.MAGIC):
            return matroska.locked(file, size)
        at = 0
        while at + 8 <= size:
            file.seek(at)
            header = file.read(16)
            length, kind = int.from_bytes(header[:4], "big"), header[4:8]
            if length == 1 and len(header) == 16:
                length = int.from_bytes(header[8:16], "big")
            if not kind.isalnum() or 0 < length < 8:
                return False
            if kind == b"moov":
                file.seek(at)
                index = file.read(min(length or size, MOST_INDEX_BYTES))
                return b"sinf" in index and b"frma" in index
            if length == 0:
                return False
            at += length
    return False
