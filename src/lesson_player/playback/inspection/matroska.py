"""Whether a WebM or Matroska film is locked, as its track list says.

A file is a tree of elements: an id, a size and a body (RFC 8794). A locked track holds a ContentEncryption
element inside its ContentEncodings (RFC 9559, 5.1.4.1.31 and below); WebM's own encryption uses the same.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import BinaryIO

MAGIC: Final = b"\x1a\x45\xdf\xa3"
_SEGMENT: Final = 0x18538067
_TRACKS: Final = 0x1654AE6B
_TRACK: Final = 0xAE
_ENCODINGS: Final = 0x6D80
_ENCODING: Final = 0x6240
_ENCRYPTION: Final = 0x5035
_WAY: Final = (_TRACK, _ENCODINGS, _ENCODING, _ENCRYPTION)
"""From the list of tracks down to the lock."""
_CLUSTER: Final = 0x1F43B675
"""Pictures and sound: from the first of them on, nothing about tracks comes in a film that can be played."""
_MOST_TRACKS_BYTES: Final = 4 * 1024 * 1024
_LONGEST_HEAD: Final = 12
"""Four bytes of id and eight of size."""
_UNKNOWN: Final = -1
"""A size that was not known when the file was written, as in a broadcast."""


def locked(file: BinaryIO, size: int) -> bool:
    """Whether a track of the Matroska *file* of *size* bytes is encrypted. Damaged files are not."""
    at = 0
    while at < size:
        file.seek(at)
        head = _head(file.read(_LONGEST_HEAD))
        if head is None or head[0] == _CLUSTER:
            return False
        kind, length, taken = head
        at += taken
        if kind == _SEGMENT:
            continue
        if length == _UNKNOWN:
            return False
        if kind == _TRACKS:
            file.seek(at)
            return _holds(file.read(min(length, _MOST_TRACKS_BYTES)), _WAY)
        at += length
    return False


def _holds(body: bytes, way: tuple[int, ...]) -> bool:
    """Whether *body* holds an element of the first kind that holds one of the second, and so on."""
    if not way:
        return True
    return any(kind == way[0] and _holds(inner, way[1:]) for kind, inner in _elements(body))


def _elements(body: bytes) -> Iterator[tuple[int, bytes]]:
    """The elements that stand side by side in *body*."""
    at = 0
    while at < len(body):
        head = _head(body[at : at + _LONGEST_HEAD])
        if head is None or head[1] == _UNKNOWN:
            return
        kind, length, taken = head
        at += taken
        yield kind, body[at : at + length]
        at += length


def _head(data: bytes) -> tuple[int, int, int] | None:
    """An element's id, the size of its body (-1 if it is not stated), and the size of the head itself."""
    kind_bytes = _width(data, 4)
    size_bytes = _width(data[kind_bytes:], 8)
    if not kind_bytes or not size_bytes or kind_bytes + size_bytes > len(data):
        return None
    stated = int.from_bytes(data[kind_bytes : kind_bytes + size_bytes], "big") & ((1 << 7 * size_bytes) - 1)
    length = _UNKNOWN if stated == (1 << 7 * size_bytes) - 1 else stated
    return int.from_bytes(data[:kind_bytes], "big"), length, kind_bytes + size_bytes


def _width(data: bytes, most: int) -> int:
    """How many bytes a number of variable width takes, by the zeros it begins with; 0 if there is none."""
    width = 9 - data[0].bit_length() if data else 0
    return width if 0 < width <= most else 0
