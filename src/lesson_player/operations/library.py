"""The library: which lessons there are, and what can be done with each."""

from __future__ import annotations

import logging
import sys
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from lesson_player.formats.bundle import load_bundle, read_id
from lesson_player.foundation.i18n import tr
from lesson_player.model.film import BSL
from lesson_player.model.library import FilmState, LessonCard, PlaceCard, SittingCard, VersionCard
from lesson_player.model.problem import Problem, errors
from lesson_player.operations.film_import.wish import REAL
from lesson_player.operations.library_index import LibraryIndex

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle, LoadedFilm

_LOG = logging.getLogger(__name__)


MOST = 12
"""Lessons that the library shows at first; others are shown when they are asked for."""


@dataclass(frozen=True, slots=True)
class LibraryWish:
    """Which lessons the library is to show."""

    words: str = ""
    """Words that each of them has; empty for all."""
    most: int = MOST
    first: str = ""
    """Id of a lesson that comes before all others where not all are shown; empty for none."""


@dataclass(frozen=True, slots=True)
class LibraryPage:
    """Some of the lessons, and how many there are."""

    cards: tuple[LessonCard, ...]
    found: int
    """Those that have the words that were asked for."""
    all: int


def lesson_folders(places: Places, id_of: Callable[[Path], str] | None = None) -> tuple[Path, ...]:
    """The folder of every lesson, by name. *id_of* gives a lesson's id; it is read where nothing is given.

    A lesson in an earlier store hides those of the same folder name or the same id in later ones. Within one
    store all are given; `read_lessons` reports those that share an id.
    """
    found: list[Path] = []
    taken: set[str] = set()
    ids = cache(id_of or lesson_id)
    for store in places.lessons:
        here = [folder for folder in _folders_in(store) if not {folder.name, ids(folder)} & taken]
        taken |= {name for folder in here for name in (folder.name, ids(folder))}
        found += here
    return tuple(sorted(found, key=lambda folder: folder.name))


def lesson_id(folder: Path) -> str:
    """The id of the lesson in *folder*; the folder's name where the lesson does not say it."""
    return read_id(folder) or folder.name


def _folders_in(store: Path) -> list[Path]:
    """The lessons of one store; none from a store that cannot be read, so that the others still open."""
    try:
        inside = sorted(store.iterdir())
    except (FileNotFoundError, NotADirectoryError):
        return []
    except OSError as error:
        _LOG.warning("A folder of lessons cannot be read: %s", error)
        return []
    return [folder for folder in inside if _is_lesson(folder)]


def _is_lesson(folder: Path) -> bool:
    try:
        return (folder / "lesson.yaml").is_file()
    except OSError as error:
        _LOG.warning("A lesson's folder cannot be read: %s", error)
        return False


def find_lessons(places: Places, name: str) -> tuple[Path, ...]:
    """Every folder whose lesson's id is *name*, then every one called so: more than one is a clash."""
    folders = lesson_folders(places)
    by_id = [folder for folder in folders if lesson_id(folder) == name]
    return (*by_id, *(folder for folder in folders if folder.name == name and folder not in by_id))


def find_lesson(places: Places, name: str) -> Path | None:
    """The folder of the lesson whose id, or else whose folder's name, is *name*; None where there is none."""
    return next(iter(find_lessons(places, name)), None)


def load_lesson(folder: Path | None, places: Places) -> tuple[LessonBundle | None, tuple[Problem, ...]]:
    """The lesson in *folder* with everything that *places* have for it, as `load_bundle` gives it.

    None without a problem where there is no folder.
    """
    if folder is None:
        return None, ()
    return load_bundle(folder, places.films, places.own_layers, places.adaptations)


def read_lessons(places: Places, kept: Iterable[PlaceCard], adaptation: str = "") -> tuple[LessonCard, ...]:
    """A card for every lesson. A lesson that cannot be taught has its problems on its card.

    The version with *adaptation* is the one that is chosen at first, in lessons that have it.
    """
    index = LibraryIndex(places.library_index)
    return read_page(places, kept, adaptation, LibraryWish(most=sys.maxsize), index).cards


def read_page(
    places: Places, kept: Iterable[PlaceCard], adaptation: str, wish: LibraryWish, index: LibraryIndex
) -> LibraryPage:
    """Cards for the lessons that are wished for. Of all others no more than the heading is read.

    Where not all are shown, the one that is wished for comes first, then those with a place to carry on from,
    or that were taught to the end.
    """
    kept = tuple(kept)
    heading = cache(index.heading)
    folders = lesson_folders(places, lambda folder: heading(folder).id)
    headings = {folder: heading(folder) for folder in folders}
    first: dict[str, Path] = {}
    for folder in folders:
        first.setdefault(headings[folder].id, folder)
    wanted = [folder for folder in folders if headings[folder].has(wish.words)]
    if len(wanted) > wish.most:
        begun = {place.lesson for place in kept}
        wanted.sort(key=lambda folder: (headings[folder].id != wish.first, headings[folder].id not in begun))
    cards = tuple(
        _card(folder, places, kept, adaptation)
        if first[headings[folder].id] == folder
        else _clash_card(folder, headings[folder].id, first[headings[folder].id])
        for folder in wanted[: wish.most]
    )
    return LibraryPage(cards, len(wanted), len(folders))


def card_of(bundle: LessonBundle, problems: Sequence[Problem], kept: Iterable[PlaceCard] = ()) -> LessonCard:
    """The card of a lesson that loads."""
    lesson = bundle.lesson
    sittings = tuple(
        SittingCard(
            id=sitting.id, title=sitting.title, minutes=lesson.minutes(sitting.id), about=sitting.about or ""
        )
        for sitting in lesson.sittings
    )
    covered = film_state(bundle) in {FilmState.REAL, FilmState.UNSET}  # its versions leave those steps out
    return LessonCard(
        id=lesson.id,
        folder=bundle.folder,
        title=lesson.title,
        about=lesson.about,
        minutes=sum(sitting.minutes for sitting in sittings),
        film_words=film_words(bundle.films.get(lesson.film or "")),
        film=film_state(bundle),
        sample=lesson.sample,
        picture=bundle.picture_path(lesson.picture) if lesson.picture else None,
        sittings=sittings,
        versions=_versions(bundle),
        places=tuple(place for place in kept if place.lesson == lesson.id),
        problems=tuple(problem for problem in problems if not (covered and problem.code == "other-edition")),
    )


def film_state(bundle: LessonBundle) -> FilmState:
    """Whether the real film can be put in, or has been: a lesson says so by a version that is made for it."""
    if bundle.lesson.film is None or not any(one.edition == REAL for one in bundle.adaptations):
        return FilmState.FIXED
    loaded = bundle.films.get(bundle.lesson.film)
    if loaded is None or loaded.film.edition != REAL:
        return FilmState.SAMPLE
    unset = any(version.moments_estimated for version in loaded.film.versions.values())
    return FilmState.UNSET if unset else FilmState.REAL


def film_words(film: LoadedFilm | None) -> str:
    """What a lesson's film offers, in a few words; an empty text where it has none."""
    if film is None:
        return ""
    there = [version for version in film.film.versions if version not in film.missing]
    if not there:
        return tr("film missing")
    words = []
    if any(film.film.versions[version].captions for version in there):
        words.append(tr("film with captions"))
    else:
        words.append(tr("film without captions"))
    if BSL in there:
        words.append(tr("film in BSL"))
    text = ", ".join(words)
    if film.film.is_sample:
        return tr("{films} (sample)", films=text)
    return tr("{films} (edition {edition})", films=text, edition=film.film.edition.upper())


def _versions(bundle: LessonBundle) -> tuple[VersionCard, ...]:
    """The versions to choose from; where one is made for the real film that is there, all build on it."""
    as_written = VersionCard(adaptations=(), title=tr("As written"))
    film = bundle.films.get(bundle.lesson.film or "")
    here = film.film.edition if film is not None else None
    real = film is not None and not film.film.is_sample
    base = next((one for one in bundle.adaptations if real and one.edition == here), None)
    if base is not None:
        others = (one for one in bundle.adaptations if one.edition is None)
        return tuple(
            VersionCard(adaptations=tuple(dict.fromkeys((base.id, one.id))), title=one.title, about=one.about)
            for one in (base, *others)
        )
    adapted = (
        VersionCard(
            adaptations=(adaptation.id,),
            title=adaptation.title,
            about=adaptation.about,
            ready=adaptation.edition in {None, here},
        )
        for adaptation in bundle.adaptations
    )
    return (as_written, *adapted)


def _card(folder: Path, places: Places, kept: tuple[PlaceCard, ...], adaptation: str) -> LessonCard:
    bundle, problems = load_lesson(folder, places)
    if bundle is not None:
        card = card_of(bundle, problems, kept)
        versions = (
            each.model_copy(update={"first": adaptation in each.adaptations}) for each in card.versions
        )
        own = folder.parent == places.lessons[0]
        return card.model_copy(update={"versions": tuple(versions), "own": own})
    return _broken(folder, errors(problems) or tuple(problems))


def _clash_card(folder: Path, shared: str, other: Path) -> LessonCard:
    problem = Problem(
        code="same-id",
        sentence=tr(
            "Its id “{id}” is also that of the lesson in the folder “{other}”. Only that one can be taught.",
            id=shared,
            other=other.name,
        ),
        remedy=tr("Give one of the two another id, then look again."),
        file="lesson.yaml",
    )
    return _broken(folder, (problem,))


def _broken(folder: Path, problems: tuple[Problem, ...]) -> LessonCard:
    return LessonCard(
        id=folder.name,
        folder=folder,
        title=folder.name,
        about="",
        minutes=0,
        problems=problems,
        teachable=False,
    )
