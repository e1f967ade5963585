"""Which files make up a lesson, its films and its versions: those that they name, and nothing else.

Whatever else lies in their folders stays there: scripts that drew a picture, notes, former films. A teacher's
own layer, kept places and settings lie elsewhere and are never asked for, so they cannot go into a pack.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from lesson_player.formats.adaptation_files import adaptation_files
from lesson_player.formats.bundle import CATALOGUE, LESSON, SERVICES
from lesson_player.formats.film import MANIFEST as FILM_MANIFEST
from lesson_player.formats.pack.names import ADAPTATIONS, FILMS, LESSONS, PICTURES
from lesson_player.formats.pack.refusal import refused
from lesson_player.formats.safe_path import inside
from lesson_player.formats.text_file import decode, read_bytes
from lesson_player.formats.voice import INDEX
from lesson_player.foundation.i18n import tr
from lesson_player.handouts.braille_store import stored_files
from lesson_player.model.limits import TEXT_FILE_BYTES
from lesson_player.model.voice import VOICE_FOLDER

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Sequence
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle, LoadedFilm
    from lesson_player.model.voice import VoiceIndex

LICENCE: Final = "licence.txt"
"""In a lesson's or film's folder: what may be done with it and who made it, a line for each part of it."""
_MOST_LINES = 20
_LONGEST_LINE = 2000


@dataclass(frozen=True, slots=True)
class PackWish:
    """What somebody wants to share."""

    adaptations: tuple[str, ...] | None = None
    """Ids of the versions that go with it; None for all."""
    lesson: bool = True
    """Whether the lesson itself goes with them; otherwise the other school has it."""
    films: bool = True
    """Whether its films go with it."""
    licences: tuple[str, ...] = ()
    """Lines about licences beside those that lesson and films state."""


@dataclass(slots=True)
class Gathered:
    """Files that go into a pack, by their names in it."""

    files: dict[str, Path] = field(default_factory=dict)
    licences: list[str] = field(default_factory=list)
    unlicensed: list[str] = field(default_factory=list)
    """Titles of what states no licence."""

    def add(self, piece: str, folder: Path, names: Iterable[str]) -> None:
        """Add files of *folder*. Raises PackRefused for one that is not there or not in the folder."""
        for name in names:
            found = inside(folder, name)
            if found is None or not found.is_file():
                raise refused(
                    "missing",
                    tr("The file “{name}” is not in the folder “{folder}”.", name=name, folder=folder.name),
                    tr("Nothing was written. Put the file there, or take out what names it. Then try again."),
                    name,
                )
            self.files[f"{piece}/{name}"] = found

    def add_licence(self, piece: str, folder: Path, title: str) -> None:
        """Add what a lesson or a film says about its licence."""
        path = inside(folder, LICENCE)
        lines = _lines(path) if path is not None else []
        if lines and path is not None:
            self.licences += [line for line in lines if line not in self.licences]
            self.files[f"{piece}/{LICENCE}"] = path
        else:
            self.unlicensed.append(title)


def gather(bundle: LessonBundle, places: Places, wish: PackWish) -> Gathered:
    """The files of a lesson that *wish* asks for. Raises PackRefused."""
    found = Gathered()
    lesson = bundle.lesson
    chosen = _chosen(bundle, wish.adaptations)
    if wish.lesson:
        piece = f"{LESSONS}/{lesson.id}"
        found.add(piece, bundle.folder, lesson_files(bundle))
        found.add_licence(piece, bundle.folder, lesson.title)
    _add_adaptations(found, bundle, places.adaptations, chosen, with_lesson=wish.lesson)
    if wish.films:
        for film in bundle.films.values():
            _add_film(found, film)
    found.licences += [line for line in wish.licences if line not in found.licences]
    if not found.files:
        raise refused(
            "nothing", tr("There is nothing to share."), tr("Choose the lesson, its film or a version of it.")
        )
    return found


def _chosen(bundle: LessonBundle, asked: Sequence[str] | None) -> Collection[str]:
    known = [one.id for one in bundle.adaptations]
    missing = next((name for name in asked or () if name not in known), None)
    if missing is not None:
        raise refused(
            "unknown",
            tr("It has no adaptation “{name}”. There are: {known}.", name=missing, known=", ".join(known)),
            tr("Nothing was written."),
        )
    return known if asked is None else asked


def lesson_files(bundle: LessonBundle) -> Iterator[str]:
    """Names of the lesson's own files in its folder, without its adaptations."""
    yield LESSON
    for name in (CATALOGUE, SERVICES):
        if (bundle.folder / name).is_file():
            yield name
    yield from (f"pictures/{one.file}" for one in bundle.catalogue.pictures.values())
    yield from _voice_files(bundle.voice)
    yield from stored_files(bundle.folder)


def _voice_files(voice: VoiceIndex | None) -> Iterator[str]:
    """A recorded voice: its list and its sounds."""
    if voice is not None:
        yield INDEX
        yield from (f"{VOICE_FOLDER}/{one.file}" for one in voice.recordings.values())


def _add_adaptations(
    found: Gathered,
    bundle: LessonBundle,
    stores: Sequence[Path],
    chosen: Collection[str],
    *,
    with_lesson: bool,
) -> None:
    """The adaptations that were chosen: the lesson's own go with it, all others stand for themselves."""
    lesson = bundle.lesson.id
    beside = files_beside(bundle)
    for folder, name in adaptation_files(bundle.folder, lesson, stores):
        file = name.rpartition("/")[2]
        if file.removesuffix(".yaml") not in chosen:
            continue
        within = name.removesuffix(file)
        files = [file, *beside[file.removesuffix(".yaml")]]
        if with_lesson and folder == bundle.folder:
            found.add(f"{LESSONS}/{lesson}", folder, (f"{within}{one}" for one in files))
        else:
            found.add(f"{ADAPTATIONS}/{lesson}", folder / within, files)


def files_beside(bundle: LessonBundle) -> dict[str, list[str]]:
    """Names of the pictures and recordings that each adaptation brings, by its id; from its folder on."""
    return {
        one.id: [
            *(f"{one.id}/{PICTURES}/{picture.file}" for picture in one.pictures.values()),
            *(f"{one.id}/{name}" for name in _voice_files(bundle.layer_voices.get(one.id))),
        ]
        for one in bundle.adaptations
    }


def _add_film(found: Gathered, film: LoadedFilm) -> None:
    piece = f"{FILMS}/{film.film.id}"
    names = [FILM_MANIFEST]
    for version in film.film.versions.values():
        names.append(version.file)
        for track in (*version.captions, *version.descriptions):
            names += [track.file, *([track.sound] if track.sound is not None else [])]
    found.add(piece, film.folder, dict.fromkeys(names))
    found.add_licence(piece, film.folder, film.film.title)


def _lines(path: Path) -> list[str]:
    data, _ = read_bytes(path, path.name, TEXT_FILE_BYTES)
    text, _ = decode(data, path.name) if data is not None else (None, [])
    lines = [line.strip()[:_LONGEST_LINE] for line in (text or "").splitlines()]
    return [line for line in lines if line][:_MOST_LINES]
