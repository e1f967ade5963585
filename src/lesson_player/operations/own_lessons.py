"""Lessons of the school's own: begun from a template or as a copy, opened, and written.

Only lessons in the user's own folder are written to. What came with the program, or was put in by a
technician, is copied first. A template is a lesson like any other, in the folder ``templates`` of a store of
lessons; it is complete, so that what is made from it can be taught at once.
"""

from __future__ import annotations

import shutil
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.adapting.newer import Merged
from lesson_player.adapting.opened import opened
from lesson_player.adapting.own_lesson import OwnLesson, own_lesson
from lesson_player.formats.bundle import LESSON
from lesson_player.formats.document import read_document
from lesson_player.formats.film import MANIFEST
from lesson_player.formats.lesson_file import write_catalogue, write_lesson, write_services
from lesson_player.formats.version_file import read_version, write_version
from lesson_player.foundation.files import sweep_parts
from lesson_player.foundation.i18n import tr
from lesson_player.model.bundle import ADAPTATIONS
from lesson_player.model.film import Film
from lesson_player.model.lesson import FilmStep, Lesson
from lesson_player.model.problem import Problem, errors
from lesson_player.operations.library import lesson_folders, lesson_id
from lesson_player.operations.versions import OpenedVersion, free_name, keep_file

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle

TEMPLATES = "templates"
"""Folder of a store of lessons."""


@dataclass(frozen=True, slots=True)
class Template:
    """Something that a new lesson can begin as."""

    folder: Path
    title: str
    about: str
    film: bool
    """Whether it is for a lesson around a film, which has to be chosen."""


@dataclass(frozen=True, slots=True)
class FilmChoice:
    """A film on this computer that a new lesson can be about."""

    id: str
    title: str
    moments: tuple[str, ...]


def templates_of(places: Places) -> tuple[Template, ...]:
    """Every template, by title; one in an earlier store hides one of the same folder name in a later one."""
    found: dict[str, Template] = {}
    for store in places.lessons:
        for folder in sorted((store / TEMPLATES).glob("*/")) if (store / TEMPLATES).is_dir() else ():
            value = read_document(folder / LESSON, LESSON, Lesson).value
            if value is not None:
                template = Template(folder, value.title, value.about, value.film is not None)
                found.setdefault(folder.name, template)
    return tuple(sorted(found.values(), key=lambda one: (one.film, one.title.casefold())))


def films_of(places: Places) -> tuple[FilmChoice, ...]:
    """Every film on this computer that has two moments at least."""
    found: dict[str, FilmChoice] = {}
    for store in places.films:
        for path in sorted(store.glob(f"*/{MANIFEST}")) if store.is_dir() else ():
            film = read_document(path, MANIFEST, Film).value
            if film is not None and len(film.moments) > 1:
                choice = FilmChoice(film.id, film.title, tuple(one.id for one in film.moments))
                found.setdefault(film.id, choice)
    return tuple(found.values())


def is_own(bundle: LessonBundle, places: Places) -> bool:
    """Whether a lesson is the user's own, so that it can be edited itself."""
    return bundle.folder.parent == places.lessons[0]


def make_lesson(
    places: Places, source: Path, title: str, *, about: str | None = None, film: FilmChoice | None = None
) -> Path:
    """Make a lesson of the user's own from a template, or as a copy of a lesson; its folder.

    Versions in the lesson's folder come along. *about* says what it is for, where that is not what the source
    says. *film* is what the film steps of a template play, from its
    first moment to its last. Raises ValueError for a title that is empty or too long or a source that cannot
    be read, OSError when it cannot be written; then nothing is left behind.
    """
    former = read_document(source / LESSON, LESSON, Lesson)
    if former.value is None or not former.complete:
        raise ValueError(source.name)
    name = free_name(title, _taken(places), "lesson")
    lesson = Lesson.model_validate({**dict(former.value), "id": name, "title": title, "easy": None})
    lesson = Lesson.model_validate({**dict(lesson), "about": about}) if about is not None else lesson
    lesson = _about_film(lesson, film) if film is not None else lesson
    store = places.lessons[0]
    store.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".making-", dir=store) as made:
        folder = Path(made) / name
        left_out = shutil.ignore_patterns("source", ".*")
        # Contents alone: what came with the program may be read only.
        shutil.copytree(source, folder, ignore=left_out, copy_function=shutil.copyfile)
        write_lesson(folder, lesson)
        for path in sorted((folder / ADAPTATIONS).glob("*.yaml")):
            version = read_version(path, name).value
            if version is not None:
                write_version(path, version.model_copy(update={"lesson": name}), lesson)
        return folder.rename(store / name)


def open_lesson(bundle: LessonBundle, places: Places) -> OpenedVersion | Problem:
    """A lesson of the user's own open for editing, or why it cannot be edited itself."""
    if not is_own(bundle, places):
        return Problem(
            code="not-own",
            sentence=tr("This lesson came with the program, so it stays as it is."),
            remedy=tr("Make a version of it, or a copy, and change that."),
        )
    sweep_parts(bundle.folder)
    document = read_document(bundle.folder / LESSON, LESSON, Lesson)
    if document.value != bundle.lesson or not document.complete:
        left_out = next(iter(errors(document.problems or bundle.problems)), None)
        return Problem(
            code="broken-lesson",
            sentence=tr("A part of this lesson cannot be read, and writing the lesson would lose it."),
            remedy=str(left_out) if left_out else tr("Put its file right first. Nothing was changed."),
        )
    state = opened(bundle.lesson, own_lesson(bundle.lesson, bundle.services.services))
    return OpenedVersion(state, Merged(state.adaptation, ()))


def keep_former_lesson(places: Places, bundle: LessonBundle) -> Path | None:
    """Keep a lesson's file as it is now, before the lesson is edited; where it is kept, or None without one.

    Raises OSError when it cannot be kept.
    """
    return keep_file(bundle.folder / LESSON, places.user_state / "former" / "lessons" / bundle.lesson.id)


def save_lesson(bundle: LessonBundle, own: OwnLesson) -> None:
    """Write a lesson of the user's own. Raises OSError; what was not yet written is then as before.

    Pictures and services are written first, so that the lesson never cites what is not there.
    """
    pictures = {**bundle.catalogue.pictures, **own.pictures}
    if own.pictures:
        write_catalogue(bundle.folder, bundle.catalogue.model_copy(update={"pictures": pictures}))
    if own.services != bundle.services.services:
        write_services(bundle.folder, bundle.services.model_copy(update={"services": own.services}))
    write_lesson(bundle.folder, own.frame)


def _taken(places: Places) -> Iterator[str]:
    for folder in lesson_folders(places):
        yield folder.name
        yield lesson_id(folder)
    yield TEMPLATES


def _about_film(lesson: Lesson, film: FilmChoice) -> Lesson:
    part = {"start": film.moments[0], "end": film.moments[-1]}
    steps = tuple(
        step.model_copy(update=part) if isinstance(step, FilmStep) else step for step in lesson.steps
    )
    return lesson.model_copy(update={"film": film.id, "steps": steps})
