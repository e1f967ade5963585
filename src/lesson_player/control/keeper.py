"""Keeps the place of a lesson on disk while it is taught, without ever holding up the class screen."""

from __future__ import annotations

import logging
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.journal import Journal, KeptPlace, kept_place

if TYPE_CHECKING:
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

_LOG = logging.getLogger(__name__)
_SETTLE_MS = 150
"""How long after a move the place is written, so that a run of key presses makes one file. Under the one
second that a power cut may cost."""


class PlaceKeeper(QObject):
    """Writes the newest place of one teaching of a sitting in the background."""

    told = Signal(str)
    """For the teacher, once: the place cannot be kept."""

    def __init__(self, course: Course, journal: Journal, key: str, jobs: JobRunner) -> None:
        super().__init__()
        self._course = course
        self._journal = journal
        self._key = key
        self._jobs = jobs
        self._newest: LessonState | None = None
        self._busy = False
        self._complained = False
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._write)

    def keep(self, state: LessonState) -> None:
        """Have *state* written soon."""
        self._newest = state
        if not self._timer.isActive():
            self._timer.start()

    def close(self, state: LessonState) -> None:
        """Write at once where the teacher has ended the lesson."""
        self._timer.stop()
        self._newest = None
        self._jobs.wait()
        try:
            self._journal.keep(self._place(state, ended=True))
        except OSError as error:
            _LOG.warning("The place could not be kept: %s", error)

    def _place(self, state: LessonState, *, ended: bool = False) -> KeptPlace:
        return kept_place(self._course, state, self._key, datetime.now(UTC), ended=ended)

    def _write(self) -> None:
        # While a place is being written the next one waits for that alone, not for another run of the timer.
        if self._newest is None or self._busy:
            return
        place, self._newest = self._place(self._newest), None
        self._busy = True
        self._jobs.run(lambda _progress: self._journal.keep(place), self._written, self._failed)

    def _written(self, _result: object) -> None:
        self._be_free()

    def _be_free(self) -> None:
        self._busy = False
        if not self._timer.isActive():
            self._write()

    def _failed(self, error: Exception) -> None:
        self._be_free()
        if not self._complained:
            self._complained = True
            _LOG.warning("The place could not be kept: %s", error)
            self.told.emit(
                tr(
                    "Your place cannot be saved: the disk is full or locked. The lesson goes on. "
                    "After a power cut you would start this sitting again."
                )
            )
