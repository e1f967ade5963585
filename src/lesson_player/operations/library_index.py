"""The headings of all lessons, kept from one start to the next, so that a thousand lessons open in a moment.

A heading is read again as soon as its file is another one. What is kept can be thrown away at any time.
"""

from __future__ import annotations

import json
import logging
from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.formats.bundle import LESSON, read_heading
from lesson_player.foundation.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

_LOG = logging.getLogger(__name__)
_VERSION = 1

Signature = tuple[int, int, int, int]
"""By which a file is known again: when it was changed, its size, when it was put there, its number."""


Kept = dict[str, tuple[Signature, str, str, str]]
"""By a lesson's folder: its file's signature, and the lesson's id, title and what it is for."""


@dataclass(frozen=True, slots=True)
class Heading:
    """What a lesson is found by."""

    folder: Path
    id: str
    title: str
    about: str

    def has(self, words: str) -> bool:
        """Whether each of *words* stands in the title, in what the lesson is for, or in its id."""
        text = f"{self.title} {self.about} {self.id}".casefold()
        return all(word in text for word in words.casefold().split())


class LibraryIndex:
    """Headings by folder, with a file in which they are kept. Used by one thread at a time."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._known: Kept | None = None
        self._used: Kept = {}

    def heading(self, folder: Path) -> Heading:
        """The heading of the lesson in *folder*; its name stands in for what its file does not say."""
        known = self._load()
        key, now = str(folder), _signature(folder / LESSON)
        kept = self._used.get(key) or known.get(key)
        if kept is None or kept[0] != now:
            said = read_heading(folder)
            kept = (now, said.get("id", ""), said.get("title", ""), said.get("about", ""))
        self._used[key] = kept
        _, name, title, about = kept
        return Heading(folder, name or folder.name, title or folder.name, about)

    def keep(self) -> None:
        """Keep what was asked for since the last time; a lesson that nobody asked for is forgotten."""
        if self._used == self._known:
            return
        data = {"version": _VERSION, "lessons": self._used}
        try:
            write_whole(self._file, json.dumps(data).encode())
        except OSError as error:
            _LOG.warning("The headings of lessons could not be kept: %s", error)
        self._known, self._used = self._used, {}

    def _load(self) -> Kept:
        if self._known is None:
            self._known = _read(self._file)
        return self._known


def _read(file: Path) -> Kept:
    """What is kept in *file*; nothing where it cannot be used."""
    try:
        data = json.loads(file.read_bytes())
        if data["version"] != _VERSION:
            return {}
        return {
            str(folder): ((int(a), int(b), int(c), int(d)), str(name), str(title), str(about))
            for folder, ((a, b, c, d), name, title, about) in data["lessons"].items()
        }
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return {}


def _signature(path: Path) -> Signature:
    try:
        found = path.stat()
    except OSError:
        return (0, 0, 0, 0)
    return (found.st_mtime_ns, found.st_size, found.st_ctime_ns, found.st_ino)
