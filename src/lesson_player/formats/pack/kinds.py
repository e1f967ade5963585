"""Which kinds of file have a place in a pack: by their endings, their sizes, and how their content begins.

A file that is called a film and is something else is refused: players follow what a playlist names, and
Windows starts what looks like a program. How contents begin is laid down by the formats themselves (PNG,
JFIF, GIF, RIFF, Ogg, Matroska, ISO base media, MPEG, ASF).
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from lesson_player.formats.pack.refusal import refused
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.svg import LARGEST_FILE
from lesson_player.model.limits import (
    CAPTION_FILE_BYTES,
    PACK_BYTES,
    PICTURE_FILE_BYTES,
    SOUND_FILE_BYTES,
    TEXT_FILE_BYTES,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    Begins = Callable[[bytes], bool]

HEAD_BYTES: Final = 16
"""So much of a file shows of which kind it is."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of file."""

    most_bytes: int
    begins: Begins
    """Whether content that begins with these bytes, `HEAD_BYTES` at most, can be of this kind."""
    is_text: bool = False


def kind_of(name: str) -> Kind | None:
    """The kind of the file called *name*; None for one that has no place in a pack."""
    ending = name.rpartition("/")[2].rpartition(".")
    return _KINDS.get(ending[2].lower()) if ending[1] and ending[0] else None


def check_kind(name: str, size: int) -> Kind:
    """The kind of the file *name* of *size* bytes. Raises PackRefused where it has no place in a pack."""
    kind = kind_of(name)
    if kind is None:
        raise refused(
            "not-allowed",
            tr("“{name}” is of a kind that has no place in a pack.", name=name),
            tr(
                "Nothing has been changed. A pack carries lessons, pictures, sounds and films, and never "
                "programs or packed files."
            ),
            name,
        )
    if size > kind.most_bytes:
        raise refused(
            "too-large",
            tr("“{name}” is larger than a file of its kind may be.", name=name),
            file=name,
        )
    return kind


def check_head(name: str, kind: Kind, head: bytes) -> None:
    """Raise PackRefused unless a file that begins with *head* can be what its name says."""
    if _is_program(head):
        raise refused("program", tr("“{name}” is a program or a script.", name=name), _never(), name)
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06", b"7z\xbc\xaf", b"Rar!", b"\x1f\x8b", b"\xfd7zXZ")):
        raise refused("nested", tr("“{name}” is a packed file inside the pack.", name=name), _never(), name)
    if head and not kind.begins(head):
        raise refused(
            "other-content", tr("What is in “{name}” is not what its name says.", name=name), file=name
        )


def _never() -> str:
    return tr("Nothing has been changed. Do not open the pack in another way; tell your technician.")


def _is_program(head: bytes) -> bool:
    # Windows, Linux, macOS in its four ways, Java and the universal binary, a script.
    marks = (b"MZ", b"\x7fELF", b"\xfe\xed\xfa", b"\xce\xfa\xed", b"\xcf\xfa\xed", b"\xca\xfe\xba\xbe", b"#!")
    return head.startswith(marks)


def _text(head: bytes) -> bool:
    return b"\0" not in head or head.startswith((b"\xff\xfe", b"\xfe\xff"))


def _riff(form: bytes) -> Begins:
    return lambda head: head.startswith(b"RIFF") and form.startswith(head[8:12])


def _iso_media(head: bytes) -> bool:
    return head[4:8] in {b"ftyp", b"moov", b"mdat", b"free", b"skip", b"wide", b"pnot"}


def _starts(*marks: bytes) -> Begins:
    return lambda head: head.startswith(marks)


_matroska = _starts(b"\x1a\x45\xdf\xa3")
_ogg = _starts(b"OggS")


def _sound(begins: Begins) -> Kind:
    return Kind(SOUND_FILE_BYTES, begins)


def _picture(begins: Begins) -> Kind:
    return Kind(PICTURE_FILE_BYTES, begins)


def _film(begins: Begins) -> Kind:
    return Kind(PACK_BYTES, begins)


_jpeg = _picture(_starts(b"\xff\xd8\xff"))
_mpeg = _film(_starts(b"\x00\x00\x01\xba", b"\x00\x00\x01\xb3"))
_page = Kind(TEXT_FILE_BYTES, _text, is_text=True)
_captions = Kind(CAPTION_FILE_BYTES, _text, is_text=True)
_KINDS: Final = {
    "yaml": _page,
    "json": _page,
    "txt": _page,
    "md": _page,
    "brf": _page,
    "vtt": _captions,
    "srt": _captions,
    "svg": Kind(LARGEST_FILE, _text, is_text=True),
    "png": _picture(_starts(b"\x89PNG\r\n\x1a\n")),
    "jpg": _jpeg,
    "jpeg": _jpeg,
    "webp": _picture(_riff(b"WEBP")),
    "bmp": _picture(_starts(b"BM")),
    "gif": _picture(_starts(b"GIF87a", b"GIF89a")),
    "opus": _sound(_ogg),
    "ogg": _sound(_ogg),
    "wav": _sound(_riff(b"WAVE")),
    "flac": _sound(_starts(b"fLaC")),
    "m4a": _sound(_iso_media),
    "mp3": _sound(_starts(b"ID3", b"\xff\xfb", b"\xff\xf3", b"\xff\xf2", b"\xff\xfa")),
    "mp4": _film(_iso_media),
    "m4v": _film(_iso_media),
    "mov": _film(_iso_media),
    "webm": _film(_matroska),
    "mkv": _film(_matroska),
    "avi": _film(_riff(b"AVI ")),
    "wmv": _film(_starts(b"\x30\x26\xb2\x75\x8e\x66\xcf\x11")),
    "mpg": _mpeg,
    "mpeg": _mpeg,
    "ts": _film(_starts(b"\x47")),
}
