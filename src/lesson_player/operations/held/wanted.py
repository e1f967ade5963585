"""What a sitting needs of the school's folders: the files of its lesson and films, and how they stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.formats.adaptation_files import FOLDER as ADAPTATIONS
from lesson_player.formats.film import MANIFEST
from lesson_player.operations.held.copying import stamp_of
from lesson_player.operations.held.record import Kind
from lesson_player.operations.packs.gather import LICENCE, files_beside, lesson_files

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle, LoadedFilm
    from lesson_player.operations.held.record import Item
    from lesson_player.operations.held.rules import Stamps
    from lesson_player.operations.held.store import HeldStore

_LETTER = "parents.md"
"""The lesson's own letter to parents, so that a copy can be printed from as well."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """One folder of the school of which files are wanted."""

    item: Item
    small: Stamps
    """Everything that a lesson shows, says and reads."""
    large: Stamps
    """Film files."""


def wanted_of(
    bundle: LessonBundle, places: Places, store: HeldStore, looked: Callable[[], None]
) -> tuple[Wanted, ...]:
    """What teaching *bundle* needs of the school's folders; nothing for a lesson that lies on this computer.

    A file that is named and not there is left out: the lesson says so itself. *looked* is called after each
    file: hundreds of them take long on a slow share. Raises OSError where a folder does not answer.
    """
    found = []
    if bundle.folder.parent in places.school_lessons:
        item = store.item(Kind.LESSON, bundle.folder.parent, bundle.folder.name)
        found.append(Wanted(item, _stamps(bundle.folder, _of_lesson(bundle), looked), {}))
    for film in bundle.films.values():
        if film.folder.parent in places.school_films:
            item = store.item(Kind.FILM, film.folder.parent, film.folder.name)
            versions = film.film.versions.values()
            large = _stamps(film.folder, (version.file for version in versions), looked)
            small = _stamps(film.folder, _of_film(film), looked)
            found.append(Wanted(item, {n: s for n, s in small.items() if n not in large}, large))
    return tuple(found)


def _of_lesson(bundle: LessonBundle) -> Iterator[str]:
    yield from lesson_files(bundle)
    yield from (LICENCE, _LETTER)
    for name, files in files_beside(bundle).items():
        # Those of a user's own folder lie on this computer.
        if bundle.layer_folders.get(name) == bundle.folder / ADAPTATIONS:
            yield f"{ADAPTATIONS}/{name}.yaml"
            yield from (f"{ADAPTATIONS}/{file}" for file in files)


def _of_film(film: LoadedFilm) -> Iterator[str]:
    yield from (MANIFEST, LICENCE)
    for version in film.film.versions.values():
        for track in (*version.captions, *version.descriptions):
            yield track.file
            if track.sound is not None:
                yield track.sound


def _stamps(folder: Path, names: Iterable[str], looked: Callable[[], None]) -> Stamps:
    found = {}
    for name in dict.fromkeys(names):
        stamp = stamp_of(folder, name)
        if stamp is not None:
            found[name] = stamp
        looked()
    return found
