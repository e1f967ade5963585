"""Braille that was made when the lesson was written, stored in its folder ``braille``.

``index.json`` says for which text each file was made, by the text's digest: a file that was made for other
words than the lesson has now is never given out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from lesson_player.handouts.braille import Grade
from lesson_player.handouts.braille_text import digest_of
from lesson_player.model.base import is_identifier

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lesson_player.handouts.braille_text import BrailleLine

BRAILLE_FOLDER = "braille"
INDEX = "index.json"
_LARGEST = 4_000_000
"""Bytes: more than a Braille book."""


def stored_name(version: str, grade: Grade) -> str:
    """How the file of a version is called: ``as-written-grade-2.brf``."""
    return f"{version}-{grade}.brf"


def stored(folder: Path, text: Sequence[BrailleLine], grade: Grade) -> bytes | None:
    """The file that lies in the lesson's *folder* for *text*; None where there is none that may be used."""
    place = folder / BRAILLE_FOLDER
    version = _versions(place).get(digest_of(text), "")
    if not is_identifier(version):
        return None
    data = _read(place / stored_name(version, grade))
    return data if data is not None and data.isascii() else None


def stored_files(folder: Path) -> tuple[str, ...]:
    """The names of what is stored in the lesson's *folder*, from there on; none where it has no Braille."""
    place = folder / BRAILLE_FOLDER
    versions = sorted({name for name in _versions(place).values() if is_identifier(name)})
    names = (stored_name(version, grade) for version in versions for grade in Grade)
    found = [f"{BRAILLE_FOLDER}/{name}" for name in names if (place / name).is_file()]
    return (f"{BRAILLE_FOLDER}/{INDEX}", *found) if found else ()


def _versions(place: Path) -> dict[str, str]:
    """Names of versions by the digests of their texts."""
    try:
        found = json.loads(_read(place / INDEX) or b"{}")
    except (ValueError, RecursionError):
        return {}
    texts = found.get("texts") if isinstance(found, dict) else None
    if not isinstance(texts, dict):
        return {}
    return {digest: name for digest, name in texts.items() if isinstance(name, str)}


def _read(path: Path) -> bytes | None:
    try:
        if path.is_symlink():
            return None
        with path.open("rb") as file:
            data = file.read(_LARGEST + 1)
    except OSError:
        return None
    return data if len(data) <= _LARGEST else None
