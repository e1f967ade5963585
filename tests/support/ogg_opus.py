"""Is a file whole Ogg Opus? Pages, their checksums and order, and the two headers (RFC 3533, RFC 7845)."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

RATE = 48_000
"""Opus counts its time in samples at 48 kHz, whatever was recorded."""
BEGINS, ENDS = 0x02, 0x04
_MIRRORED = bytes(int(f"{byte:08b}"[::-1], 2) for byte in range(256))


@dataclass(frozen=True, slots=True)
class Opus:
    """What the headers and the last page say."""

    channels: int
    seconds: float


def read_opus(data: bytes) -> Opus:
    """Raises AssertionError when the file is not whole."""
    pages = list(_pages(data))
    flags = [page[0] for page in pages]
    assert flags[0] == BEGINS, "the first page begins the stream"
    assert flags[-1] & ENDS, "the last page ends the stream"
    head, tags = pages[0][2], pages[1][2]
    assert head[:8] == b"OpusHead"
    assert tags[:8] == b"OpusTags"
    version, channels, pre_skip = struct.unpack_from("<BBH", head, 8)
    assert version == 1
    granules = [page[1] for page in pages[2:]]
    assert granules == sorted(granules)
    return Opus(channels, (granules[-1] - pre_skip) / RATE)


def _pages(data: bytes) -> Iterator[tuple[int, int, bytes]]:
    """Flags, time and content of each page."""
    at = number = 0
    while at < len(data):
        magic, version, flags, granule, _, sequence, checksum, count = struct.unpack_from(
            "<4sBBqIIIB", data, at
        )
        assert (magic, version, sequence) == (b"OggS", 0, number), "page after page"
        start = at + 27 + count
        end = start + sum(data[at + 27 : start])
        assert end <= len(data), "the last page is whole"
        assert checksum == _checksum(data[at : at + 22] + bytes(4) + data[at + 26 : end]), (
            "no byte has changed"
        )
        yield flags, granule, data[start:end]
        at, number = end, number + 1


def _checksum(page: bytes) -> int:
    """Ogg's CRC-32: zlib's, with bits mirrored and nothing inverted."""
    mirrored = zlib.crc32(page.translate(_MIRRORED), 0xFFFFFFFF) ^ 0xFFFFFFFF
    return int(f"{mirrored:032b}"[::-1], 2)
