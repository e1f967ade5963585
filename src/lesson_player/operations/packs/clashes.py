"""What of a pack is here already, the same or another, and what it is called when both are kept."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.formats.adaptation_files import adaptation_files
from lesson_player.formats.film import find_film
from lesson_player.formats.pack.names import ADAPTATIONS, FILMS, LESSONS, piece_of
from lesson_player.foundation.files import sha256_of
from lesson_player.foundation.i18n import tr
from lesson_player.operations.library import find_lesson

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.operations.packs.contents import PackContents

_LONGEST = 60
_MOST_COPIES = 100


class Answer(StrEnum):
    """What is done where something of the same id is here already."""

    STOP = "stop"
    REPLACE = "replace"
    """The pack's takes its place; what was there is kept, and comes back when the pack is taken out."""
    KEEP_BOTH = "keep-both"
    """The pack's gets another id."""


@dataclass(frozen=True, slots=True)
class Standing:
    """How the pieces of a pack stand to what is on this computer."""

    new: tuple[str, ...]
    same: tuple[str, ...]
    """Here already, with the same content."""
    clashing: tuple[str, ...]
    """Here already, with other content."""
    orphans: tuple[str, ...]
    """Adaptations whose lesson is neither here nor in the pack."""

    def titles(self, contents: PackContents, pieces: Iterable[str]) -> tuple[str, ...]:
        """What people call *pieces*."""
        named = {
            **{f"{LESSONS}/{one.id}": tr("Lesson: {title}", title=one.title) for one in contents.lessons},
            **{f"{FILMS}/{one.id}": tr("Film: {title}", title=one.title) for one in contents.films},
            **{
                f"{ADAPTATIONS}/{one.lesson}/{one.id}.yaml": tr("Version: {title}", title=one.title)
                for one in contents.adaptations
            },
        }
        return tuple(named[piece] for piece in pieces)


def compare(contents: PackContents, places: Places, root: Path) -> Standing:
    """How the pack stands to what *places* have and to the store at *root* that it would go to."""
    found: dict[str, list[str]] = {"new": [], "same": [], "clashing": []}
    packed = {one.id for one in contents.lessons}
    orphans = [
        one for one in contents.adaptations if one.lesson not in packed and not _lesson(places, one.lesson)
    ]
    for piece in contents.pieces:
        here = _here(piece, places, root)
        if here is None:
            found["new"].append(piece)
        else:
            found["same" if _is_same(contents, piece, here) else "clashing"].append(piece)
    return Standing(
        tuple(found["new"]),
        tuple(found["same"]),
        tuple(found["clashing"]),
        tuple(f"{ADAPTATIONS}/{one.lesson}/{one.id}.yaml" for one in orphans),
    )


def free_name(piece: str, taken: Iterable[str], places: Places, root: Path) -> str:
    """A name like that of *piece* that nothing here has, such as ``lessons/fire-drill-2``."""
    stem, dot, ending = piece.partition(".")
    folder, _, name = stem.rpartition("/")
    used = set(taken)
    for number in range(2, _MOST_COPIES):
        addition = f"-{number}"
        other = f"{folder}/{name[: _LONGEST - len(addition)].rstrip('-')}{addition}{dot}{ending}"
        if other not in used and _here(other, places, root) is None:
            return other
    raise ValueError(f"there are too many copies of {piece}")


def _lesson(places: Places, lesson: str) -> Path | None:
    return find_lesson(places, lesson)


def _here(piece: str, places: Places, root: Path) -> Path | None:
    """What is in use in place of *piece*, or would be covered by it."""
    parts = piece.split("/")
    target = root / piece
    if parts[0] == LESSONS:
        found = _lesson(places, parts[1])
    elif parts[0] == FILMS:
        found = find_film(parts[1], places.films)
    else:
        lesson = _lesson(places, parts[1])
        files = adaptation_files(lesson, parts[1], places.adaptations) if lesson is not None else []
        found = next((folder / name for folder, name in files if name.endswith(f"/{parts[2]}")), None)
    return found or (target if target.exists() else None)


def _is_same(contents: PackContents, piece: str, here: Path) -> bool:
    """Whether *here* has every file of the piece as the pack has it."""
    is_file = piece.startswith(f"{ADAPTATIONS}/")
    start, base = (f"{piece.rpartition('/')[0]}/", here.parent) if is_file else (f"{piece}/", here)
    for name, listed in contents.manifest.files.items():
        if piece_of(name) != piece:
            continue
        path = base / name.removeprefix(start)
        try:
            if path.stat().st_size != listed.size or sha256_of(path) != listed.sha256:
                return False
        except OSError:
            return False
    return True
