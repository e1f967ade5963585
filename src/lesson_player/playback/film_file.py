"""Whether a file may be given to a film engine at all.

Engines open far more than films: playlists, web addresses, disc images, scripts. A lesson is untrusted, so
only a local file that begins as a film does goes on to an engine; what it is named does not count, except
that names of playlists are refused outright. The signatures are those of the container specifications:
ISO/IEC 14496-12 (MP4, MOV), RFC 9559 (Matroska, WebM), RFC 3533 (Ogg), ISO/IEC 13818-1 (MPEG), and the RIFF
and ASF documents of Microsoft.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.in_time import in_time

if TYPE_CHECKING:
    from pathlib import Path

_PLAYLIST_SUFFIXES = frozenset(
    {
        ".m3u",
        ".m3u8",
        ".pls",
        ".xspf",
        ".asx",
        ".wax",
        ".wvx",
        ".wmx",
        ".ram",
        ".b4s",
        ".cue",
        ".sdp",
        ".strm",
        ".url",
    }
    | {".webloc", ".ifo", ".mpd", ".qtl", ".vlc", ".zpl", ".lua", ".torrent"}
)
_PLAYLIST_BEGINNINGS = (
    b"#extm3u",
    b"[playlist]",
    b"<asx",
    b"<?xml",
    b"<playlist",
    b"[reference]",
    b"<smil",
    b"rtsptext",
)
_ADDRESSES = (b"http:", b"https:", b"rtsp:", b"rtmp:", b"mms:", b"ftp:", b"file:", b"smb:", b"\\\\")
_SNIFFED_BYTES = 1024
_ANSWERS_WITHIN_S = 3.0
"""A disk that is asleep takes that long to wake up; a share that has gone away would hold the window."""
_BOX_TYPES = frozenset({b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot", b"styp"})
_SIGNATURES = (
    b"\x1a\x45\xdf\xa3",
    b"OggS",
    b"\x30\x26\xb2\x75\x8e\x66\xcf\x11",
    b"\x00\x00\x01\xba",
    b"\x00\x00\x01\xb3",
)
_TS_PACKETS = ((0, 188), (4, 192))
"""Where the first packet of an MPEG transport stream begins, and how long each is."""


def film_file_problem(path: Path) -> str | None:
    """One plain sentence if ``path`` must not be opened as a film, None if an engine may try."""
    name = path.name
    if path.suffix.lower() in _PLAYLIST_SUFFIXES:
        return tr("{name} is a list of other files, not a film. It was not opened.", name=name)
    try:
        start = in_time(lambda: _beginning(path), _ANSWERS_WITHIN_S)
        if start is None:
            return tr("The film {name} is missing. Put the file back, or choose the film again.", name=name)
    except (OSError, ValueError):
        return tr(
            "The film {name} cannot be read. Check that the disk or stick is still connected.", name=name
        )
    if not start:
        return tr("{name} is an empty file. Copy the film again.", name=name)
    if start.lstrip(b"\xef\xbb\xbf \t\r\n").lower().startswith(_PLAYLIST_BEGINNINGS):
        return tr("{name} is a list of other files, not a film. It was not opened.", name=name)
    if not _begins_like_a_film(start):
        return tr("{name} is not a film that this program can play. Use an MP4 or WebM file.", name=name)
    return None


def playlist_problem(path: Path) -> str | None:
    """One plain sentence if ``path``, given as captions, is a list of other files or addresses instead."""
    name = path.name
    try:
        with path.open("rb") as file:
            start = file.read(_SNIFFED_BYTES)
    except (OSError, ValueError):
        return tr("{name} cannot be read. Check that the disk or stick is still connected.", name=name)
    begins = start.lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if path.suffix.lower() in _PLAYLIST_SUFFIXES or begins.startswith((*_PLAYLIST_BEGINNINGS, *_ADDRESSES)):
        return tr(
            "{name} names other files or addresses; it holds no captions. It was not opened.", name=name
        )
    return None


def _beginning(path: Path) -> bytes | None:
    """The first bytes of a file; None where there is none."""
    if not path.is_file():
        return None
    with path.open("rb") as file:
        return file.read(_SNIFFED_BYTES)


def _begins_like_a_film(start: bytes) -> bool:
    return (
        start[4:8] in _BOX_TYPES
        or start.startswith(_SIGNATURES)
        or (start.startswith(b"RIFF") and start[8:12] == b"AVI ")
        or any(start[at : at + 1] == b"G" == start[at + size : at + size + 1] for at, size in _TS_PACKETS)
    )
