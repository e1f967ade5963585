"""What is known of a copy: where it came from, when it was last taught, and which of its files are here."""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from lesson_player.foundation.files import write_whole
from lesson_player.operations.held.rules import Stamp, Stamps

_FORMAT = 1


class Kind(StrEnum):
    """What a copy is of."""

    LESSON = "lessons"
    FILM = "films"


@dataclass(frozen=True, slots=True)
class Record:
    """What is known of a copy."""

    root: Path
    """The school's folder that it came from."""
    opened: datetime
    files: Stamps
    """Files that are here, as they were at the school."""
    wanted: Stamps
    """Large files that belong to it; those that are not among the files are still to be copied."""

    @property
    def is_whole(self) -> bool:
        """Whether every large file is here."""
        return all(self.files.get(name) == stamp for name, stamp in self.wanted.items())


@dataclass(frozen=True, slots=True)
class Item:
    """One copy, whether it is there yet or not."""

    kind: Kind
    root: Path
    """The school's folder."""
    name: str
    """Of the lesson's or film's folder in it."""
    folder: Path
    """Where the copy is."""
    record: Path

    @property
    def origin(self) -> Path:
        """What it is a copy of."""
        return self.root / self.name


def key_of(kind: Kind, root: Path) -> str:
    """Name of the folder that stands in for the school's folder *root*."""
    return f"{kind}-{hashlib.sha256(str(root).encode()).hexdigest()[:16]}"


def read_record(item: Item) -> Record | None:
    """What is known of a copy, and only what its folder has indeed; None where there is no copy."""
    data = _read(item.record)
    if data is None or not item.folder.is_dir():
        return None
    try:
        known = {name: Stamp(*stamp) for name, stamp in data["files"].items()}
        wanted = {name: Stamp(*stamp) for name, stamp in data["wanted"].items()}
        opened = datetime.fromisoformat(data["opened"])
    except (TypeError, ValueError, KeyError, AttributeError):
        return None
    here = {name: stamp for name, stamp in known.items() if _size(item.folder / name) == stamp.size}
    return Record(item.root, opened, here, wanted)


def write_record(item: Item, record: Record) -> Record:
    """Write down what is known. Raises OSError."""
    data = {
        "format": _FORMAT,
        "kind": item.kind.value,
        "root": str(item.root),
        "opened": record.opened.isoformat(),
        "files": _plain(record.files),
        "wanted": _plain(record.wanted),
    }
    write_whole(item.record, json.dumps(data).encode())
    return record


def origin_of(path: Path) -> tuple[Kind, Path] | None:
    """What the record at *path* is of, and which folder of the school it came from."""
    data = _read(path)
    return (Kind(data["kind"]), Path(data["root"])) if data is not None else None


def _read(path: Path) -> dict[str, Any] | None:
    """A record as it is written; None where it cannot be used."""
    try:
        data: dict[str, Any] = json.loads(path.read_bytes())
        usable = data["format"] == _FORMAT and data["kind"] in list(Kind) and isinstance(data["root"], str)
    except (OSError, ValueError, TypeError, KeyError):
        return None
    return data if usable else None


def _plain(stamps: Stamps) -> dict[str, tuple[int, int]]:
    return {name: (stamp.size, stamp.changed_ns) for name, stamp in stamps.items()}


def _size(path: Path) -> int | None:
    try:
        return path.stat().st_size
    except OSError:
        return None
