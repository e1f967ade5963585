"""Looks for what may be hard to read, in a pause of typing and in the background."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.adapting.easy_read.captions import fast_captions
from lesson_player.adapting.easy_read.lesson import check_lesson
from lesson_player.control.editing.fullness import Fullness

if TYPE_CHECKING:
    from lesson_player.adapting.easy_read.finding import Finding
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.desktop.jobs import Job, JobRunner

_LOG = logging.getLogger(__name__)
_PAUSE_MS = 800
"""Of typing, after which it is looked. Nobody is told off in the middle of a sentence."""


class Checker(QObject):
    """Finds anew after each change of the version. What it finds is advice: nothing is ever held up by it."""

    found = Signal(object)
    """Every `Finding` of the version, in the order of the lesson."""

    def __init__(self, controller: EditingController, jobs: JobRunner) -> None:
        super().__init__(controller)
        self._controller, self._jobs = controller, jobs
        self._job: Job[tuple[Finding, ...]] | None = None
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._fullness = Fullness(controller)
        self._fullness.looked.connect(self._check)
        self._timer.timeout.connect(self.look)
        controller.edited.connect(self._timer.start)

    def look(self) -> None:
        """Look at the version as it is now: at slides between other work, at words in the background."""
        self._timer.stop()
        self._fullness.look()

    def _check(self) -> None:
        if self._job is not None:
            self._job.cancel()
        lesson, bundle = self._controller.opened.lesson, self._controller.bundle
        wording = self._controller.source().wording
        full = self._fullness.full

        def work(_progress: object) -> tuple[Finding, ...]:
            return check_lesson(lesson, bundle.catalogue, wording, lambda step: step.id in full)

        self._job = self._jobs.run(work, self._show, self._fail)

    def close(self) -> None:
        """Look no more."""
        self._timer.stop()
        self._fullness.stop()
        if self._job is not None:
            self._job.cancel()
            self._job = None

    def fast_captions(self) -> int:
        """How many captions of the film are too fast for children."""
        opened = self._controller.opened
        bundle = self._controller.bundle.with_captions_of([opened.adaptation])
        film = bundle.films.get(opened.base.film or "")
        return sum(len(tuple(fast_captions(track))) for track in film.captions.values()) if film else 0

    def _show(self, found: tuple[Finding, ...]) -> None:
        self._job = None
        self.found.emit(found)

    def _fail(self, error: Exception) -> None:
        self._job = None
        _LOG.error("The version could not be checked", exc_info=error)
