"""The assistant that puts a film in, on its window: jobs in the background, and the lesson that it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from lesson_player.application.film_import import Target, film_in_use, find_target, played
from lesson_player.formats.film import find_film, load_film
from lesson_player.foundation.i18n import tr
from lesson_player.operations.film_import.install import install
from lesson_player.operations.film_import.moments import made_for, moments_to_find, plot_steps
from lesson_player.operations.film_import.setup import with_setup
from lesson_player.operations.film_import.store import FilmStore, ImportStopped
from lesson_player.operations.film_import.survey import survey
from lesson_player.operations.film_import.wish import REAL
from lesson_player.playback.inspection.process import FilmInspector
from lesson_player.ui.film_import.subject import Subject, VersionToSet
from lesson_player.ui.film_import.window import FilmAssistant
from lesson_player.ui.widgets.window_access import give_access

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.application.program import Program
    from lesson_player.desktop.jobs import Job, JobRunner
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.film import Film, Signer
    from lesson_player.operations.film_import.moments import Times
    from lesson_player.operations.film_import.plan import FilmPlan
    from lesson_player.operations.film_import.survey import Survey
    from lesson_player.operations.film_import.wish import FilmWish
    from lesson_player.playback.engines import Engine
    from lesson_player.ui.film_import.files_page import ChooseFile


T = TypeVar("T")


class FilmDesk(QObject):
    """One assistant from its opening to its end."""

    changed = Signal()
    """Another film is in use, or its moments are others: read the lessons again."""

    def __init__(
        self,
        target: Target,
        engine: Engine,
        jobs: JobRunner,
        *,
        parent: QWidget | None = None,
        choose: ChooseFile | None = None,
        only_moments: bool = False,
    ) -> None:
        super().__init__(parent)
        self._target = target
        self._engine = engine
        self._jobs = jobs
        self._job: Job[Survey] | Job[Film] | None = None
        self._inspector = FilmInspector()
        subject = subject_of(target, only_moments=only_moments)
        self.window = FilmAssistant(subject, engine.make_player, choose=choose, parent=parent)
        self.window.look_asked.connect(self._look)
        self.window.install_asked.connect(self._install)
        self.window.setup_asked.connect(self._set_up)
        self.window.undo_asked.connect(self._undo)
        self.window.stop_asked.connect(self.stop)
        self.window.finished.connect(self._close)
        self.window.open()

    def stop(self) -> None:
        """Leave the work that runs; the film that is in use is untouched."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self.window.show_failure(tr("Stopped. Nothing has been changed."))

    def _look(self, wish: FilmWish) -> None:
        self._job = self._watch(
            self._jobs.run(lambda told: survey(wish, self._inspector, told.at), self._looked, self._fail)
        )

    def _looked(self, found: Survey) -> None:
        self._job = None
        # A player belongs to this thread, so a moment of each film is played here.
        self.window.show_survey(played(found, self._engine) if found.usable else found)

    def _install(self, plan: FilmPlan, machine: bool) -> None:  # noqa: FBT001 - a slot
        store = self._target.store(machine=machine)
        self._job = self._watch(
            self._jobs.run(lambda told: install(plan, store, told.at), self._installed, self._fail)
        )

    def _installed(self, _film: Film) -> None:
        self._job = None
        self.changed.emit()
        self.window.show_done(film_in_use(self._target))

    def _set_up(self, moments: dict[str, Times], signer: Signer | None) -> None:
        folder = find_film(self._target.film, self._target.places.films)
        loaded = load_film(folder)[0] if folder else None
        if folder is None or loaded is None:
            self.window.show_failure(tr("The film is no longer there."))
            return
        store = FilmStore(folder, shared=folder.is_relative_to(self._target.places.machine_data))
        try:
            store.replace(with_setup(loaded.film, moments, signer))
        except ImportStopped as stopped:
            self.window.show_failure(_words(stopped))
            return
        self.changed.emit()
        self.window.show_done(tr("The moments are kept."), can_undo=False)

    def _undo(self, machine: bool) -> None:  # noqa: FBT001 - a slot
        try:
            self._target.store(machine=machine).undo()
        except ImportStopped as stopped:
            self.window.show_failure(_words(stopped))
            return
        self.changed.emit()
        self.window.show_done(film_in_use(self._target), can_undo=False)

    def _watch(self, job: Job[T]) -> Job[T]:
        job.progressed.connect(self.window.show_progress)
        return job

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.window.show_failure(_words(error))

    def _close(self) -> None:
        self.stop()
        self.window.deleteLater()
        self.deleteLater()


def open_assistant(lesson: str, program: Program, *, only_moments: bool) -> FilmDesk | str:
    """The assistant over the library's window, or a sentence that says why there is none."""
    target = find_target(lesson, program.places)
    if isinstance(target, str):
        return target
    desk = FilmDesk(target, program.engine, program.jobs, parent=program.library, only_moments=only_moments)
    give_access(desk.window, program.keys.book)
    return desk


def subject_of(target: Target, *, only_moments: bool = False) -> Subject:
    """What the assistant is about; with *only_moments* it sets up the film that is in use already."""
    bundle = target.bundle
    loaded = bundle.films.get(target.film)
    adaptation = made_for(bundle, REAL)
    return Subject(
        lesson=bundle.lesson.id,
        title=bundle.lesson.title,
        film=target.film,
        film_title=target.title(),
        wanted=moments_to_find(bundle, REAL),
        plot_steps=tuple(step.title for step in plot_steps(bundle, REAL)),
        adaptation=adaptation.title if adaptation else "",
        model=loaded.film if loaded else None,
        for_all=target.store(machine=True).seems_writable(),
        can_undo=target.store(machine=False).can_undo(),
        put_in=_versions_of(loaded) if loaded and only_moments else (),
    )


def _versions_of(loaded: LoadedFilm) -> tuple[VersionToSet, ...]:
    return tuple(
        VersionToSet(name, one.title, loaded.path(name), one.duration, dict(one.moments))
        for name, one in loaded.film.versions.items()
        if name not in loaded.missing
    )


def _words(error: Exception) -> str:
    if isinstance(error, ImportStopped):
        return f"{error.problem.sentence} {error.problem.remedy}".strip()
    return str(error)
