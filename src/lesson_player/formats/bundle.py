"""A lesson's folder with everything that it needs, and every problem in any of it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from lesson_player.formats.adaptation_check import check_adaptation
from lesson_player.formats.adaptation_files import adaptation_files
from lesson_player.formats.document import Document, Report, read_document
from lesson_player.formats.files import named_file
from lesson_player.formats.film import find_film, load_film
from lesson_player.formats.film_check import check_part, check_pauses, is_of_edition, warn_of_other_plot
from lesson_player.formats.lesson_check import (
    check_names,
    check_optional,
    check_pictures,
    check_services,
    check_sittings,
    lesson_pictures,
    report_twice,
    step_services,
)
from lesson_player.formats.own_layer import with_own_layer
from lesson_player.formats.safe_path import inside
from lesson_player.formats.text_file import decode, read_bytes
from lesson_player.formats.voice import INDEX as VOICE
from lesson_player.formats.voice import load_voice
from lesson_player.formats.yaml_reader import first_words
from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.base import Value, is_identifier
from lesson_player.model.bundle import ADAPTATIONS, LessonBundle, LoadedFilm
from lesson_player.model.lesson import FilmStep, Lesson, PictureCatalogue
from lesson_player.model.limits import MOST_ADAPTATIONS, TEXT_FILE_BYTES
from lesson_player.model.services import SupportServices

if TYPE_CHECKING:
    import pathlib
    from collections.abc import Collection, Iterable, Sequence

    from lesson_player.model.problem import Problem
    from lesson_player.model.validation import Path
    from lesson_player.model.voice import VoiceIndex

V = TypeVar("V", bound=Value)

LESSON = "lesson.yaml"
CATALOGUE = "pictures/catalogue.yaml"
SERVICES = "services.yaml"


def load_bundle(
    lesson_folder: pathlib.Path,
    film_folders: Sequence[pathlib.Path],
    own_layers: pathlib.Path | None = None,
    adaptations: Sequence[pathlib.Path] = (),
) -> tuple[LessonBundle | None, tuple[Problem, ...]]:
    """The lesson in *lesson_folder* with its pictures, services, adaptations, recorded voice and films.

    A film is ``<film folder>/<id>/film.yaml`` in the first of *film_folders* that has it. The teacher's own
    layer is ``<own layers>/<id>/own.yaml``. Adaptations that came without the lesson are
    ``<folder>/<id>/*.yaml`` in the folders of *adaptations*; they hide the lesson's own of the same id.
    Never raises for what is in the files: all problems are given, and what is wrong is left out. None when
    there is no lesson that could be shown.
    """
    loading = _Loading(lesson_folder, film_folders, adaptations)
    bundle = loading.load()
    if bundle is not None and own_layers is not None:
        bundle = with_own_layer(bundle, own_layers)
    return bundle, tuple(loading.problems) if bundle is None else bundle.problems


def read_id(lesson_folder: pathlib.Path) -> str | None:
    """The id that ``lesson.yaml`` states, read no further than that; None where there is no sound one."""
    return read_heading(lesson_folder, ("id",)).get("id")


def read_heading(
    lesson_folder: pathlib.Path, keys: Collection[str] = ("id", "title", "about")
) -> dict[str, str]:
    """What ``lesson.yaml`` states under *keys*, read no further than that; an id only where it is sound."""
    path = inside(lesson_folder, LESSON)
    data, _ = read_bytes(path, LESSON, TEXT_FILE_BYTES) if path is not None else (None, ())
    text, _ = decode(data, LESSON) if data is not None else (None, [])
    words = first_words(text, keys) if text is not None else {}
    return {key: word for key, word in words.items() if key != "id" or is_identifier(word)}


def _read_lesson(folder: pathlib.Path) -> tuple[Document[Lesson], Lesson | None]:
    """The lesson's file and its lesson without the parts that are wrong, names and sittings checked."""
    document = _read(folder, LESSON, Lesson)
    if document.value is None:
        return document, None
    check_optional(document, document.value)
    lesson = check_names(document, document.value)
    return document, check_sittings(document, lesson, document.left_out)


def _read(folder: pathlib.Path, name: str, model: type[V]) -> Document[V]:
    """One of the lesson's own files; refused when it is a link that leads out of the folder."""
    path = inside(folder, name)
    if path is not None:
        return read_document(path, name, model)
    refused = Document[V](name)
    refused.report(
        (),
        "unsafe-path",
        tr("The file is a link that leaves its own folder."),
        tr("Put the file itself there."),
    )
    return refused


@dataclass(slots=True)
class _Loading:
    """One call of `load_bundle`: what has been found so far."""

    folder: pathlib.Path
    film_folders: Sequence[pathlib.Path]
    adaptation_folders: Sequence[pathlib.Path] = ()
    problems: list[Problem] = field(default_factory=list)
    films: dict[str, LoadedFilm | None] = field(default_factory=dict)
    layer_folders: dict[str, pathlib.Path] = field(default_factory=dict)
    """Where each adaptation's file is, by its id."""
    pictures: Collection[str] | None = None
    """Ids of the catalogue's pictures; None when it could not be read, and its own problem says so."""

    def load(self) -> LessonBundle | None:
        """Read everything, the lesson first."""
        document, lesson = _read_lesson(self.folder)
        if lesson is None:
            self.problems = document.problems
            return None
        catalogue = self._catalogue(document, lesson)
        services = self._services(document, lesson)
        voice, found = load_voice(self.folder)
        self.problems += found
        self._load_films(document, lesson)
        self.problems = [*document.problems, *self.problems]
        adaptations = self._adaptations(lesson.id)
        bundle = LessonBundle(
            lesson=lesson,
            folder=self.folder,
            catalogue=catalogue,
            services=services,
            films={name: film for name, film in self.films.items() if film is not None},
            adaptations=tuple(one.value for one in adaptations if one.value is not None),
            layer_folders=self.layer_folders,
            voice=voice,
            layer_voices=self._layer_voices(one.value for one in adaptations if one.value is not None),
        )
        for one in adaptations:
            if one.value is not None:
                check_adaptation(one, one.value, bundle, self.pictures, document.left_out)
            self.problems += one.problems
        return bundle.model_copy(update={"problems": tuple(self.problems)})

    def _catalogue(self, lesson_file: Report, lesson: Lesson) -> PictureCatalogue:
        cited = list(lesson_pictures(lesson))
        empty = PictureCatalogue(format=1, pictures={})
        if not cited and not (self.folder / CATALOGUE).exists():
            return empty
        document = _read(self.folder, CATALOGUE, PictureCatalogue)
        catalogue = document.value
        if catalogue is not None:
            self.pictures = {*catalogue.pictures, *document.left_out}
            check_pictures(lesson_file, cited, self.pictures)
            for name, picture in catalogue.pictures.items():
                path = ("pictures", name, "file")
                named_file(document, path, self.folder / "pictures", picture.file, "missing-picture")
        self.problems += document.problems
        return catalogue or empty

    def _services(self, lesson_file: Report, lesson: Lesson) -> SupportServices:
        cited = list(step_services((step, ("steps", n)) for n, step in enumerate(lesson.steps)))
        empty = SupportServices(format=1, services=())
        if not cited and not (self.folder / SERVICES).exists():
            return empty
        document = _read(self.folder, SERVICES, SupportServices)
        services = document.value
        if services is not None:
            listed = list(enumerate(services.services))
            named = ((one.id, ("services", number, "id")) for number, one in listed)
            report_twice(document, named, tr("Give one of the two another id."))
            pictures = [(one.picture, ("services", n, "picture")) for n, one in listed if one.picture]
            check_pictures(document, pictures, self.pictures)
            known = {*(one.id for one in services.services), *document.left_out}
            check_services(lesson_file, cited, known)
        self.problems += document.problems
        return services or empty

    def _load_films(self, document: Report, lesson: Lesson) -> None:
        """Load what the lesson cites, and hold its film parts against it."""
        if lesson.film is not None:
            self._film(document, ("film",), lesson.film)
        for number, step in enumerate(lesson.steps):
            if not isinstance(step, FilmStep):
                continue
            path = ("steps", number)
            name = step.film or lesson.film
            if name is None:
                sentence = tr("The step “{name}” plays a film, but no film is named.", name=step.id)
                remedy = tr("Add “film:” with the film's id to the lesson or to the step.")
                document.report(path, "no-film", sentence, remedy)
                continue
            loaded = self._film(document, (*path, "film"), name)
            if loaded is not None and is_of_edition(step.edition, loaded.film):
                check_part(document, path, step.start, step.end, loaded.film)
                pauses = [(pause, (*path, "pauses", n)) for n, pause in enumerate(step.pauses)]
                check_pauses(document, pauses, step.start, step.end, loaded.film)
        if lesson.film is not None and (main := self.films[lesson.film]) is not None:
            warn_of_other_plot(document, lesson, main.film)

    def _film(self, document: Report, path: Path, name: str) -> LoadedFilm | None:
        """The film of that id; searched, loaded and reported once."""
        if name not in self.films:
            folder = find_film(name, self.film_folders)
            if folder is None:
                self.films[name] = None
                sentence = tr("The film “{name}” is not on this computer.", name=name)
                remedy = tr(
                    "Add the film, or correct its id. The rest of the lesson can be taught without it."
                )
                document.report(path, "missing-film", sentence, remedy)
            else:
                self.films[name], found = load_film(folder)
                self.problems += found
        return self.films[name]

    def _layer_voices(self, adaptations: Iterable[Adaptation]) -> dict[str, VoiceIndex]:
        """What was recorded for the adaptations, by their ids."""
        voices = {}
        for one in adaptations:
            folder = self.layer_folders[one.id] / one.id if one.id in self.layer_folders else None
            index, found = load_voice(folder, f"{ADAPTATIONS}/{one.id}/{VOICE}") if folder else (None, ())
            self.problems += found
            if index is not None:
                voices[one.id] = index
        return voices

    def _adaptations(self, lesson: str) -> list[Document[Adaptation]]:
        """Every adaptation's file, read and its films loaded, in the order of their names."""
        found = adaptation_files(self.folder, lesson, self.adaptation_folders)
        documents = [_read(folder, name, Adaptation) for folder, name in found[:MOST_ADAPTATIONS]]
        files = [folder / name for folder, name in found]
        self.layer_folders = {file.stem: file.parent for file in files}
        if len(found) > MOST_ADAPTATIONS:
            report = Report("adaptations")
            sentence = tr(
                "The lesson has more than {n} adaptations; the others are not read.", n=MOST_ADAPTATIONS
            )
            report.report(
                (), "too-many-files", sentence, tr("Move those that are not used to another folder.")
            )
            self.problems += report.problems
        for document in documents:
            if document.value is None:
                continue
            name = document.file.rpartition("/")[2]
            if f"{document.value.id}.yaml" != name:
                sentence = tr(
                    "The id is “{id}”, but the file is called “{file}”.", id=document.value.id, file=name
                )
                document.report(("id",), "id-and-name", sentence, tr("Give both the same name."))
            for number, added in enumerate(document.value.add_steps):
                if isinstance(added.step, FilmStep) and added.step.film is not None:
                    self._film(document, ("add_steps", number, "step", "film"), added.step.film)
        return documents
