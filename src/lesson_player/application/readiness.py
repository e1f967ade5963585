"""Finds out whether a lesson is ready for class, while the library stays alive."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.application.films import EngineProbe
from lesson_player.application.machine import machine_lines
from lesson_player.application.rooms import Rooms
from lesson_player.foundation.settings import Settings
from lesson_player.model.lesson import shows_films
from lesson_player.operations.checks import check_lesson
from lesson_player.operations.film_digests import film_digests
from lesson_player.operations.library import find_lesson, load_lesson

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from lesson_player.desktop.jobs import Job, JobRunner, Progress
    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.library import CheckLine
    from lesson_player.model.problem import Problem
    from lesson_player.operations.film_digests import Digest
    from lesson_player.playback.engines import Engine

    Read = tuple[LessonBundle, Sequence[Problem], Digest] | None
    """A lesson and the digests of its films; None when it is gone or cannot be taught."""


class ReadyCheck(QObject):
    """Checks one lesson at a time; a newer check replaces the one that runs.

    Files are read in the background. Then the lines come one by one on this thread, because players and
    screens belong to it; the event loop turns between them.
    """

    shown = Signal(str, object, bool)
    """Lesson, the lines so far, and whether more will come."""
    progressed = Signal(float)
    """Share of 0 to 1 of the film files that has been read."""
    gone = Signal()
    """The lesson is no longer there."""
    failed = Signal(str)
    """A sentence: the check could not be made."""

    def __init__(self, places: Places, jobs: JobRunner, engine: Callable[[], Engine]) -> None:
        super().__init__()
        self.places = places
        """Where lessons are read; others are set when the school's folders answer, or no longer do."""
        self._jobs = jobs
        self._engine = engine
        self._lesson = ""
        self._job: Job[Read] | None = None
        self._coming: Iterator[CheckLine] | None = None

    def start(self, lesson: str) -> None:
        """Check *lesson* from the beginning."""
        self.stop()
        self._lesson = lesson
        self.shown.emit(lesson, (), True)
        places = self.places
        # What waits for a share must not hold up the rest.
        run = self._jobs.run_apart if places.school_lessons or places.school_films else self._jobs.run
        job = run(lambda progress: _read(places, lesson, progress), self._begin_lines, self._fail)
        job.progressed.connect(lambda share, _words: self.progressed.emit(share))
        self._job = job

    def stop(self) -> None:
        """Leave the check that runs, if one does."""
        lesson, self._lesson = self._lesson, ""
        self._coming = None
        if self._job is not None:
            self._job.cancel()
            self._job = None
        if lesson:
            self.shown.emit(lesson, (), False)

    def _begin_lines(self, read: Read) -> None:
        self._job = None
        if not self._lesson:
            return
        if read is None:
            self.stop()
            self.gone.emit()
            return
        bundle, problems, digest = read
        engine = self._engine()
        probe = EngineProbe(engine) if engine.shows_films else None
        today = datetime.now(UTC).date()
        rooms = Rooms(Settings(self.places.settings))
        self._coming = chain(
            check_lesson(bundle, problems, probe, today, digest),
            machine_lines(engine, rooms, films=shows_films(bundle.lesson)),
        )
        self._next_line(self._coming, ())

    def _next_line(self, coming: Iterator[CheckLine], found: tuple[CheckLine, ...]) -> None:
        if coming is not self._coming:
            return
        self.shown.emit(self._lesson, found, True)
        line = next(coming, None)
        # While a film was played the teacher may have stopped this check, or begun another.
        if coming is not self._coming:
            return
        if line is None:
            lesson, self._lesson, self._coming = self._lesson, "", None
            self.shown.emit(lesson, found, False)
        else:
            QTimer.singleShot(0, self, lambda: self._next_line(coming, (*found, line)))

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.stop()
        self.failed.emit(str(error))


def _read(places: Places, lesson: str, progress: Progress) -> Read:
    folder = find_lesson(places, lesson)
    bundle, problems = load_lesson(folder, places)
    if bundle is None:
        return None
    return bundle, problems, film_digests(bundle, progress.at)
