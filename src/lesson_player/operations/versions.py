"""Versions of a lesson in the user's own folder: made, opened, written, copied, set aside and brought back.

What came with a lesson, or was put in by a technician, is never written to: it is copied first. Every edit is
written to the version's file within moments, so that nothing has to be saved; as it was before it was opened,
a version is kept beside.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lesson_player.adapting.newer import Merged, merged
from lesson_player.adapting.opened import Opened, opened
from lesson_player.formats.safe_path import RESERVED
from lesson_player.formats.version_file import read_version, write_version
from lesson_player.foundation.files import sweep_parts, write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import OWN, Adaptation
from lesson_player.model.base import is_identifier
from lesson_player.model.problem import Problem
from lesson_player.operations.own_voice.store import copy_recordings
from lesson_player.operations.version_pictures import copy_pictures

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.lesson import Lesson

FORMER_KEPT = 10
"""How many earlier states of a version are kept; the oldest go first."""
_LONGEST_STEM = 40
"""Characters of a title that make an id, so that there is room for a number."""


@dataclass(frozen=True, slots=True)
class VersionEntry:
    """One version of a lesson, for a list."""

    id: str
    title: str
    about: str
    own: bool
    """Whether it is the user's own and can be edited; others are copied first."""


@dataclass(frozen=True, slots=True)
class OpenedVersion:
    """A version that is open for editing."""

    opened: Opened
    review: Merged
    """Its changes, held against the lesson as it is now."""
    problems: tuple[Problem, ...] = ()
    """What in its file could not be read. The file as it was is kept when the version is written."""


def version_path(places: Places, lesson: str, name: str) -> Path:
    """Where the user's own version of that id is."""
    return places.own_layers / lesson / f"{name}.yaml"


def versions_of(bundle: LessonBundle, places: Places) -> tuple[VersionEntry, ...]:
    """Every version that the lesson has, the user's own first."""
    found = [
        VersionEntry(
            one.id, one.title, one.about, own=version_path(places, bundle.lesson.id, one.id).is_file()
        )
        for one in bundle.adaptations
    ]
    return tuple(sorted(found, key=lambda one: (not one.own, one.title.casefold())))


def open_version(bundle: LessonBundle, places: Places, name: str) -> OpenedVersion | Problem:
    """The user's own version of that id open over the lesson of *bundle*, or why it cannot be opened."""
    path = version_path(places, bundle.lesson.id, name)
    if not path.is_file():
        return Problem(
            code="not-own",
            sentence=tr("This version came with the lesson, so it stays as it is."),
            remedy=tr("Make a copy of it, and change that."),
        )
    sweep_parts(path.parent)
    document = read_version(path, bundle.lesson.id)
    if document.value is None:
        return document.problems[0]
    review = merged(bundle.lesson, document.value, films=bundle.films)
    problems = tuple(document.problems)
    return OpenedVersion(opened(bundle.lesson, review.adaptation, document.value), review, problems)


def keep_former(places: Places, lesson: str, name: str, now: datetime | None = None) -> Path | None:
    """Keep the version as its file is now, before it is edited; where it is kept, or None without a file.

    Raises OSError when it cannot be kept.
    """
    return keep_file(version_path(places, lesson, name), _former_folder(places, lesson, name), now)


def keep_file(path: Path, folder: Path, now: datetime | None = None) -> Path | None:
    """Keep a file as it is now in *folder*, beside earlier states of it; where, or None without a file.

    Raises OSError when it cannot be kept.
    """
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return None
    kept = sorted(folder.glob("*.yaml")) if folder.is_dir() else []
    if kept and kept[-1].read_bytes() == data:
        return kept[-1]
    target = folder / f"{_stamp(now)}.yaml"
    write_whole(target, data)
    for old in kept[: max(len(kept) + 1 - FORMER_KEPT, 0)]:
        old.unlink()
    return target


def former_versions(places: Places, lesson: str, name: str) -> tuple[tuple[datetime, Path], ...]:
    """The earlier states of a version that are kept, newest first, each with the time when it was kept."""
    folder = _former_folder(places, lesson, name)
    found = sorted(folder.glob("*.yaml"), reverse=True) if folder.is_dir() else []
    return tuple((_time_of(path.stem), path) for path in found)


def save_version(places: Places, adaptation: Adaptation, lesson: Lesson) -> None:
    """Write one of the user's own versions. Raises OSError; the former file is then still there."""
    write_version(version_path(places, lesson.id, adaptation.id), adaptation, lesson)


def new_version(bundle: LessonBundle, places: Places, title: str, about: str) -> Adaptation:
    """Make a version that changes nothing yet, and write it.

    Raises ValueError for a title or words that are empty or too long, OSError when it cannot be written.
    """
    lesson = bundle.lesson
    name = free_id(bundle, places, title)
    made = Adaptation(format=1, id=name, lesson=lesson.id, title=title, about=about)
    save_version(places, made, lesson)
    return made


def copy_version(bundle: LessonBundle, places: Places, source: Adaptation, title: str) -> Adaptation:
    """Make a version of the user's own that changes what *source* changes, and write it.

    It gets copies of the pictures and recordings of *source*.

    Raises ValueError for a title that is empty or too long, OSError when it cannot be written.
    """
    lesson = bundle.lesson
    name = free_id(bundle, places, title)
    made = Adaptation.model_validate({**dict(source), "id": name, "title": title})
    folder = places.own_layers / lesson.id / name
    copy_pictures(bundle, source, source.pictures, folder / "pictures")
    copy_recordings(bundle, source.id, folder)
    save_version(places, made, lesson)
    return made


def delete_version(places: Places, lesson: str, name: str, now: datetime | None = None) -> Path:
    """Set one of the user's own versions aside with its pictures; the folder in which it is then.

    Raises OSError when it cannot be moved; it is then still there.
    """
    path = version_path(places, lesson, name)
    aside = _deleted_folder(places, lesson) / f"{_stamp(now)}-{name}"
    aside.mkdir(parents=True)
    path.rename(aside / path.name)
    if (path.parent / name).is_dir():
        (path.parent / name).rename(aside / name)
    return aside


def deleted_versions(places: Places, lesson: str) -> tuple[tuple[str, Path], ...]:
    """Titles and folders of the versions that were set aside, newest first."""
    folder = _deleted_folder(places, lesson)
    found = sorted(folder.iterdir(), reverse=True) if folder.is_dir() else []
    return tuple((_title_in(aside, lesson), aside) for aside in found if any(aside.glob("*.yaml")))


def restore_version(places: Places, lesson: str, aside: Path) -> str | Problem:
    """Put a version that was set aside back; its id, or why it cannot be put back.

    Raises OSError when it cannot be moved; it is then still where it was.
    """
    file = next(iter(aside.glob("*.yaml")), None)
    target = version_path(places, lesson, file.stem) if file is not None else None
    if file is None or target is None or target.exists():
        return Problem(
            code="version-there",
            sentence=tr("A version of that name is here already, so this one stays set aside."),
            remedy=tr("Take the other one away first. Both files are safe."),
        )
    target.parent.mkdir(parents=True, exist_ok=True)
    if (aside / file.stem).is_dir():
        (aside / file.stem).rename(target.parent / file.stem)
    file.rename(target)
    aside.rmdir()
    return target.stem


def free_id(bundle: LessonBundle, places: Places, title: str) -> str:
    """An id for a new version, made from its title, that no version of the lesson has."""
    folder = places.own_layers / bundle.lesson.id
    files = {path.stem for path in folder.glob("*.yaml")} if folder.is_dir() else set()
    return free_name(title, {OWN, *files, *(one.id for one in bundle.adaptations)}, "version")


def free_name(title: str, taken: Iterable[str], otherwise: str) -> str:
    """An id made from a title that is not *taken*; from *otherwise* where the title has no Latin letters.

    The id names a file: what Windows keeps for a device, such as "aux", is not used either.
    """
    words = re.sub(r"[^a-z0-9]+", "-", title.casefold().replace("’", "").replace("'", "")).strip("-")
    stem = words[:_LONGEST_STEM].strip("-")
    stem = stem if is_identifier(stem) and not RESERVED.fullmatch(stem) else otherwise
    there = set(taken)
    numbers = (f"{stem}-{number}" for number in range(2, len(there) + 3))
    return stem if stem not in there else next(name for name in numbers if name not in there)


def _title_in(aside: Path, lesson: str) -> str:
    file = next(aside.glob("*.yaml"))
    value = read_version(file, lesson).value
    return value.title if value is not None else file.stem


def _deleted_folder(places: Places, lesson: str) -> Path:
    return places.user_data / "deleted" / lesson


def _former_folder(places: Places, lesson: str, name: str) -> Path:
    return places.user_state / "former" / lesson / name


def _stamp(now: datetime | None) -> str:
    return (now or datetime.now(UTC)).astimezone(UTC).strftime("%Y%m%d-%H%M%S-%f")


def _time_of(stamp: str) -> datetime:
    return datetime.strptime(stamp, "%Y%m%d-%H%M%S-%f").replace(tzinfo=UTC)
