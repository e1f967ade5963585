"""What is in a pack, in the words of its own files, for whoever decides whether to install it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, TypeVar

from lesson_player.formats.bundle import CATALOGUE, LESSON
from lesson_player.formats.document import read_text
from lesson_player.formats.film import MANIFEST as FILM_MANIFEST
from lesson_player.formats.pack.archive import open_archive
from lesson_player.formats.pack.kinds import HEAD_BYTES, check_head, check_kind
from lesson_player.formats.pack.names import ADAPTATIONS, FILMS, LESSONS, PICTURES, piece_of
from lesson_player.formats.pack.picture_size import HEADER_BYTES, picture_size
from lesson_player.formats.pack.refusal import refused
from lesson_player.formats.text_file import decode
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.svg import SvgRefused, check_svg
from lesson_player.model.adaptation import OWN, Adaptation
from lesson_player.model.base import Value
from lesson_player.model.film import Film
from lesson_player.model.lesson import Lesson, PictureCatalogue
from lesson_player.model.limits import PACK_TEXT_BYTES, PICTURE_PIXELS, TEXT_FILE_BYTES
from lesson_player.operations.packs.progress import Counted

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lesson_player.formats.pack.archive import Archive
    from lesson_player.model.pack import PackManifest
    from lesson_player.model.pictures import Picture
    from lesson_player.operations.packs.progress import Say

V = TypeVar("V", bound=Value)
_PICTURES: Final = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".gif")


@dataclass(frozen=True, slots=True)
class PackedLesson:
    """A lesson in a pack."""

    id: str
    title: str
    sample: bool
    versions: tuple[str, ...]
    """Titles of the adaptations that lie in it."""


@dataclass(frozen=True, slots=True)
class PackedFilm:
    """A film in a pack."""

    id: str
    title: str
    edition: str
    versions: tuple[str, ...]
    """Titles, such as "British Sign Language version"."""
    size: int
    """Bytes."""


@dataclass(frozen=True, slots=True)
class PackedAdaptation:
    """An adaptation that comes without its lesson."""

    id: str
    lesson: str
    """Id of the lesson that it changes."""
    title: str


@dataclass(frozen=True, slots=True)
class PackContents:
    """A pack that was read to its end and found to be in order."""

    path: Path
    manifest: PackManifest
    lessons: tuple[PackedLesson, ...]
    films: tuple[PackedFilm, ...]
    adaptations: tuple[PackedAdaptation, ...]

    @property
    def size(self) -> int:
        """Bytes that it needs on a disk."""
        return sum(one.size for one in self.manifest.files.values())

    @property
    def pieces(self) -> tuple[str, ...]:
        """The lessons' and films' folders and the adaptations' files that it brings, by their paths in it."""
        return tuple(sorted({piece_of(name) for name in self.manifest.files}))


def look_into(path: Path, say: Say) -> PackContents:
    """Read the pack at *path* to its end and tell what is in it. Nothing is written anywhere.

    *say* is told the share done, 0 to 1, and may raise to stop. Raises PackRefused.
    """
    with open_archive(path) as archive:
        texts = _read_all(archive, say)
        found = _Pieces(archive.manifest, texts)
        return PackContents(path, archive.manifest, found.lessons(), found.films(), found.adaptations())


def _read_all(archive: Archive, say: Say) -> dict[str, bytes]:
    """Check every file of the pack; gives the YAML files."""
    files = archive.manifest.files
    counted = Counted(say, sum(one.size for one in files.values()))
    texts = {}
    for name, listed in files.items():
        words = tr("Checking {name}", name=name.rpartition("/")[2])
        kind = check_kind(name, listed.size)
        kept = bytearray()
        most = listed.size if kind.is_text else HEADER_BYTES
        head_seen = False
        for piece in archive.pieces(name):
            if not head_seen:
                check_head(name, kind, piece[:HEAD_BYTES])
                head_seen = True
            if len(kept) < most:
                kept += piece
            counted.more(len(piece), words)
        _check_picture(name, bytes(kept))
        if name.endswith(".yaml"):
            texts[name] = bytes(kept)
            if sum(map(len, texts.values())) > PACK_TEXT_BYTES:
                raise refused("too-large", tr("The pack’s texts are longer than any lessons can be."))
    return texts


def _check_picture(name: str, data: bytes) -> None:
    lower = name.lower()
    if lower.endswith(".svg"):
        try:
            check_svg(data)
        except SvgRefused as error:
            raise refused(
                "unsafe-drawing",
                tr("The drawing “{name}” is not safe to show, or not whole.", name=name),
                tr("Nothing has been changed. Ask whoever made the pack to save it as a plain picture."),
                name,
            ) from error
    elif lower.endswith(_PICTURES):
        size = picture_size(data)
        if size is None or 0 in size:
            raise refused("broken-picture", tr("The picture “{name}” is damaged.", name=name), file=name)
        if size[0] * size[1] > PICTURE_PIXELS:
            raise refused(
                "large-picture",
                tr(
                    "The picture “{name}” is too large: {width} by {height} pixels.",
                    name=name,
                    width=size[0],
                    height=size[1],
                ),
                tr("Nothing has been changed. Ask whoever made the pack to make the picture smaller."),
                name,
            )


class _Pieces:
    """The lessons, films and adaptations of a pack, read from its YAML files."""

    def __init__(self, manifest: PackManifest, texts: dict[str, bytes]) -> None:
        self._manifest = manifest
        self._texts = texts
        self._all = sorted({piece_of(name) for name in manifest.files})

    def lessons(self) -> tuple[PackedLesson, ...]:
        return tuple(self._lesson(piece) for piece in self._of(LESSONS))

    def films(self) -> tuple[PackedFilm, ...]:
        return tuple(self._film(piece) for piece in self._of(FILMS))

    def adaptations(self) -> tuple[PackedAdaptation, ...]:
        found = []
        for name in self._of(ADAPTATIONS):
            _, lesson, file = name.split("/")
            one = self._read(name, Adaptation)
            if (one.lesson, f"{one.id}.yaml") != (lesson, file) or one.id == OWN:
                raise _misplaced(name, one.id)
            self._need(name.removesuffix(".yaml"), _pictures(one.pictures.values()))
            found.append(PackedAdaptation(one.id, lesson, one.title))
        return tuple(found)

    def _of(self, folder: str) -> list[str]:
        return [piece for piece in self._all if piece.startswith(f"{folder}/")]

    def _lesson(self, piece: str) -> PackedLesson:
        lesson = self._read(f"{piece}/{LESSON}", Lesson)
        if piece != f"{LESSONS}/{lesson.id}":
            raise _misplaced(f"{piece}/{LESSON}", lesson.id)
        catalogue = f"{piece}/{CATALOGUE}"
        if catalogue in self._texts:
            pictures = self._read(catalogue, PictureCatalogue).pictures.values()
            self._need(piece, _pictures(pictures))
        own = f"{piece}/{ADAPTATIONS}/"
        within = [name for name in self._texts if name.startswith(own) and name.count("/") == own.count("/")]
        versions = {name: self._read(name, Adaptation) for name in sorted(within)}
        for name, one in versions.items():
            self._need(name.removesuffix(".yaml"), _pictures(one.pictures.values()))
        titles = tuple(one.title for one in versions.values())
        return PackedLesson(lesson.id, lesson.title, lesson.sample, titles)

    def _film(self, piece: str) -> PackedFilm:
        film = self._read(f"{piece}/{FILM_MANIFEST}", Film)
        if piece != f"{FILMS}/{film.id}":
            raise _misplaced(f"{piece}/{FILM_MANIFEST}", film.id)
        self._need(piece, (one.file for one in film.versions.values()))
        size = sum(one.size for name, one in self._manifest.files.items() if name.startswith(f"{piece}/"))
        titles = tuple(one.title for one in film.versions.values())
        return PackedFilm(film.id, film.title, film.edition, titles, size)

    def _need(self, piece: str, names: Iterable[str]) -> None:
        for name in names:
            if f"{piece}/{name}" not in self._manifest.files:
                raise refused(
                    "missing",
                    tr("“{file}” names “{name}”, which is not in the pack.", file=piece, name=name),
                    file=piece,
                )

    def _read(self, name: str, model: type[V]) -> V:
        data = self._texts.get(name)
        if data is None:
            raise refused("missing", tr("“{name}” is not in the pack.", name=name), file=name)
        text, problems = decode(data[: TEXT_FILE_BYTES + 1], name)
        document = read_text(text, name, model, problems) if text is not None else None
        if document is None or document.value is None:
            found = document.problems if document is not None else problems
            why = found[0].sentence if found else ""
            raise refused("unreadable", tr("“{name}” cannot be used. {why}", name=name, why=why), file=name)
        return document.value


def _pictures(pictures: Iterable[Picture]) -> Iterable[str]:
    return (f"{PICTURES}/{one.file}" for one in pictures)


def _misplaced(name: str, found: str) -> Exception:
    return refused(
        "id-and-name",
        tr("“{name}” has the id “{id}”, and lies in another place.", name=name, id=found),
        file=name,
    )
