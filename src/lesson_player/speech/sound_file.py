"""Whether a file may be played as a sound at all.

Media engines open far more than sounds: playlists and web addresses among them. A lesson is untrusted, so
only a local file that begins as a sound does is opened; what it is named does not count. The signatures are
those of RFC 3533 (Ogg), RFC 9559 (Matroska, WebM), RFC 9639 (FLAC), ISO/IEC 14496-12 (MP4), ISO/IEC 11172-3
(MP3), ID3 version 2 and the RIFF document of Microsoft and IBM.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from pathlib import Path

_SIGNATURES = (b"OggS", b"\x1a\x45\xdf\xa3", b"fLaC", b"ID3")
_MP3_SYNC = 0xE0


def sound_file_problem(path: Path) -> str:
    """One plain sentence if *path* must not be opened as a sound; empty if it may be tried."""
    try:
        if not path.is_file():
            return tr("The recording {name} is missing. Copy the lesson's folder again.", name=path.name)
        with path.open("rb") as file:
            start = file.read(12)
    except (OSError, ValueError):
        return tr(
            "The recording {name} cannot be read. Check that the disk or stick is still connected.",
            name=path.name,
        )
    if not _begins_like_a_sound(start):
        return not_a_sound(path)
    return ""


def not_a_sound(path: Path) -> str:
    """What is said of a file whose content is no sound."""
    return tr("{name} is not a sound that this program can play. It was not opened.", name=path.name)


def _begins_like_a_sound(start: bytes) -> bool:
    return (
        start.startswith(_SIGNATURES)
        or (start.startswith(b"RIFF") and start[8:12] == b"WAVE")
        or start[4:8] == b"ftyp"
        or (start[:1] == b"\xff" and len(start) > 1 and start[1] & _MP3_SYNC == _MP3_SYNC)
    )
