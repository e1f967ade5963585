"""What a version of a lesson takes in: a picture of the school's own, or a symbol with its licence."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.model.pictures import Picture

if TYPE_CHECKING:
    from pathlib import Path

LONGEST_ALT = 200
"""Characters: one sentence. Screen readers say it in one go."""
_DIGITS = 12
_FILE_NAME = re.compile(r"\S+\.(?:svg|png|jpe?g|webp|gif|bmp|heic)", re.IGNORECASE)
_EMPTY_WORDS = frozenset(
    {"picture", "image", "photo", "photograph", "drawing", "symbol", "screenshot", "untitled"}
)
_LETTER = re.compile(r"[^\W\d_]")


@dataclass(frozen=True, slots=True)
class PictureChoice:
    """The picture that was chosen for a line."""

    id: str
    """What the line cites."""
    alt: str
    data: bytes | None = None
    """What stands in its file; None for a picture that the lesson has already."""
    ending: str = ""
    """Of its file, such as ``png``."""
    source: str = ""
    """Where it is from and its licence; empty for the school's own."""
    words: tuple[str, ...] = ()
    """What it is found by."""

    @property
    def brings(self) -> bool:
        """Whether the version has to bring it: its file and its entry."""
        return self.data is not None


def picture_id(data: bytes) -> str:
    """The id of a picture that is taken in: the same content has the same id, and nothing else has."""
    return f"picture-{hashlib.sha256(data).hexdigest()[:_DIGITS]}"


def take_in(choice: PictureChoice, folder: Path) -> Picture | None:
    """Put the file of what was chosen into *folder*, ``<version's id>/pictures``, and give its entry.

    None for a picture that the lesson has already. Raises OSError when the file cannot be written; nothing is
    left behind then.
    """
    if choice.data is None:
        return None
    name = f"{choice.id}.{choice.ending}"
    path = folder / name
    if not (path.is_file() and path.read_bytes() == choice.data):
        write_whole(path, choice.data)
    return Picture(file=name, alt=choice.alt, words=choice.words, source=choice.source or None)


def alt_fault(alt: str) -> str:
    """Why an alt text will not do, in a sentence; empty when it will."""
    words = alt.split()
    if not words:
        return tr("Say what the picture shows.")
    if _FILE_NAME.fullmatch(alt.strip()) or not _LETTER.search(alt):
        return tr("This is the name of a file. Say what the picture shows.")
    if len(words) == 1 and words[0].strip(".,").lower() in _EMPTY_WORDS:
        return tr("Everybody knows that it is a picture. Say what it shows.")
    return ""
