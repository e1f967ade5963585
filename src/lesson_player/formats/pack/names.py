"""The names of a pack's files: each in its place, and no two that one computer would take for the same."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from lesson_player.formats.pack.refusal import refused
from lesson_player.formats.safe_path import outside
from lesson_player.foundation.i18n import tr
from lesson_player.model.base import is_identifier
from lesson_player.model.pack import MANIFEST
from lesson_player.model.voice import VOICE_FOLDER

if TYPE_CHECKING:
    from collections.abc import Iterable

LESSONS, FILMS, ADAPTATIONS = "lessons", "media", "adaptations"
"""The folders of a pack, called as in a content store."""
PICTURES = "pictures"
"""The folder of a lesson, or of an adaptation, in which its pictures are."""
_MOST_PARTS = 8
_LONGEST = 200
"""Characters of a whole name: with a user's folder before it, it stays below Windows' 260."""


def check_names(names: Iterable[str], *, anywhere: bool = False) -> None:
    """Raise PackRefused unless every computer can unpack files of these *names* into one folder.

    They lie in lessons, films and adaptations, or *anywhere* in the pack.
    """
    known: dict[str, str] = {}
    folders: dict[str, str] = {}
    for name in names:
        _check_name(name, anywhere=anywhere)
        key = _folded(name)
        if key in known:
            raise _clash(known[key], name)
        known[key] = name
        parts = name.split("/")
        for end in range(1, len(parts)):
            folder = "/".join(parts[:end])
            if folders.setdefault(_folded(folder), folder) != folder:
                raise _clash(folders[_folded(folder)], folder)
    for key in folders.keys() & known.keys():
        raise refused("clash", tr("“{name}” is both a file and a folder.", name=known[key]), file=known[key])


def piece_of(name: str) -> str:
    """The lesson's or film's folder, or the adaptation's file, that the pack's file *name* belongs to.

    The pictures and recordings of an adaptation lie in a folder of its name beside its file.
    """
    parts = name.split("/")
    if parts[0] != ADAPTATIONS:
        return "/".join(parts[:2])
    return "/".join(parts[:2]) + f"/{parts[2].removesuffix('.yaml')}.yaml"


def _check_name(name: str, *, anywhere: bool) -> None:
    if sentence := outside(name):
        raise refused("unsafe-path", sentence, file=name)
    if not name.isprintable() or len(name) > _LONGEST or name.count("/") >= _MOST_PARTS:
        raise refused(
            "unsafe-path",
            tr("“{name}” is not a file name that every computer can use.", name=ascii(name[:60])[1:-1]),
            file=name,
        )
    if name != MANIFEST and not anywhere and not _has_place(name.split("/")):
        raise refused("out-of-place", tr("“{name}” is in no lesson and no film.", name=name), file=name)


def _has_place(parts: list[str]) -> bool:
    if len(parts) < 3 or not is_identifier(parts[1]):
        return False
    if parts[0] == ADAPTATIONS:
        if len(parts) == 3:
            return parts[2].endswith(".yaml") and is_identifier(parts[2].removesuffix(".yaml"))
        return is_identifier(parts[2]) and parts[3] in {PICTURES, VOICE_FOLDER} and len(parts) > 4
    return parts[0] in {LESSONS, FILMS}


def _folded(name: str) -> str:
    """What Windows and macOS make of a name when they compare it: neither capitals nor ways to write an é."""
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())


def _clash(one: str, other: str) -> Exception:
    if one == other:
        return refused("clash", tr("“{name}” is in the pack twice.", name=one), file=one)
    return refused(
        "clash",
        tr("“{one}” and “{other}” are the same name on many computers.", one=one, other=other),
        file=other,
    )
