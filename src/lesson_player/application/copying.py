"""Films of the school's folder, copied in the background: before a lesson, or while it is taught."""

from __future__ import annotations

import logging
import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.operations.held.opening import why_not_copied
from lesson_player.operations.held.rules import progress_words, seconds_left

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.desktop.jobs import Job, JobRunner, Progress
    from lesson_player.operations.held.opened import Opened
    from lesson_player.operations.held.opening import HeldLessons

_LOG = logging.getLogger(__name__)


class FilmCopying(QObject):
    """The copying of one lesson's films, from its beginning to its end.

    It goes by itself then, with whoever is told of it: they know the lesson, which would stay in memory.
    """

    progressed = Signal(float, str)
    """Share of 0 to 1, and the same in words."""
    done = Signal()
    failed = Signal(str)
    """Why it could not be done, in a sentence or two."""

    def __init__(self, lessons: HeldLessons, opened: Opened, jobs: JobRunner) -> None:
        super().__init__()
        self._job: Job[None] | None = jobs.run_apart(
            lambda told: lessons.copy_films(opened, telling(opened.size, told)), self._done, self._fail
        )
        self._job.progressed.connect(self.progressed)

    def cancel(self) -> None:
        """Leave the rest uncopied; nothing more is told."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.progressed.disconnect(self.progressed)
            self.deleteLater()

    def _done(self, _nothing: None) -> None:
        if self._job is not None:
            self._job = None
            self.done.emit()
            self.deleteLater()

    def _fail(self, error: Exception) -> None:
        if self._job is not None:
            self._job = None
            _LOG.warning("A film of the school's could not be copied: %s", error)
            self.failed.emit(why_not_copied(error))
            self.deleteLater()


def telling(size: int, told: Progress) -> Callable[[int], None]:
    """Tells how many of *size* bytes are copied, and about how long the rest takes."""
    begun = time.monotonic()

    def at(done: int) -> None:
        left = seconds_left(done, size, time.monotonic() - begun)
        told.at(done / size if size else 1.0, progress_words(done, size, left))

    return at
