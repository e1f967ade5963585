"""The library: which lessons there are, and what can be done with each."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.i18n import tr
from lesson_player.model.film import BSL
from lesson_player.model.library import LessonCard, PlaceCard, SittingCard, VersionCard
from lesson_player.model.problem import errors

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle, LoadedFilm
    from lesson_player.model.problem import Problem

_LOG = logging.getLogger(__name__)


def lesson_folders(places: Places) -> tuple[Path, ...]:
    """The folder of every lesson, by name. An earlier store hides lessons of the same name in a later one."""
    found: dict[str, Path] = {}
    for store in places.lessons:
        for folder in _folders_in(store):
            found.setdefault(folder.name, folder)
    return tuple(found[name] for name in sorted(found))


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


def find_lesson(places: Places, name: str) -> Path | None:
    """The folder of the lesson called *name*, or None."""
    return next((folder for folder in lesson_folders(places) if folder.name == name), None)


def read_lessons(places: Places, kept: Iterable[PlaceCard]) -> tuple[LessonCard, ...]:
    """A card for every lesson. A lesson that cannot be taught has its problems on its card."""
    kept = tuple(kept)
    return tuple(_card(folder, places, kept) for folder in lesson_folders(places))


def card_of(bundle: LessonBundle, problems: Sequence[Problem], kept: Iterable[PlaceCard] = ()) -> LessonCard:
    """The card of a lesson that loads."""
    lesson = bundle.lesson
    sittings = tuple(
        SittingCard(
            id=sitting.id, title=sitting.title, minutes=lesson.minutes(sitting.id), about=sitting.about or ""
        )
        for sitting in lesson.sittings
    )
    return LessonCard(
        id=lesson.id,
        folder=bundle.folder,
        title=lesson.title,
        about=lesson.about,
        minutes=sum(sitting.minutes for sitting in sittings),
        film_words=film_words(bundle.films.get(lesson.film or "")),
        sample=lesson.sample,
        picture=bundle.picture_path(lesson.picture) if lesson.picture else None,
        sittings=sittings,
        versions=_versions(bundle),
        places=tuple(place for place in kept if place.lesson == lesson.id),
        problems=tuple(problems),
    )


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
    return tr("{films} (sample)", films=text) if film.film.is_sample else text


def _versions(bundle: LessonBundle) -> tuple[VersionCard, ...]:
    as_written = VersionCard(adaptations=(), title=tr("As written"))
    adapted = (
        VersionCard(adaptations=(adaptation.id,), title=adaptation.title, about=adaptation.about)
        for adaptation in bundle.adaptations
    )
    return (as_written, *adapted)


def _card(folder: Path, places: Places, kept: tuple[PlaceCard, ...]) -> LessonCard:
    bundle, problems = load_bundle(folder, places.films, places.own_layers)
    if bundle is not None:
        return card_of(bundle, problems, kept)
    return LessonCard(
        id=folder.name,
        folder=folder,
        title=folder.name,
        about="",
        minutes=0,
        problems=errors(problems) or tuple(problems),
        teachable=False,
    )
