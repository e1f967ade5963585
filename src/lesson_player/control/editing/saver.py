"""Writes the version that is edited in the background, so that no more than a second of work can be lost."""

from __future__ import annotations

import logging
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from shiboken6 import isValid

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.desktop.jobs import Job, JobRunner
    from lesson_player.model.adaptation import Adaptation

_LOG = logging.getLogger(__name__)
_WAIT_MS = 300
"""After the first key that is not yet written. A run of keys makes one file, and none waits for a pause in
typing; every other edit is finished when it is made, and is written at once."""


_AGAIN_MS = 5000
"""After a failure, when nothing is changed meanwhile."""


class Saver(QObject):
    """Keeps a file the same as the newest version, a moment behind it."""

    saved = Signal(object)
    """The adaptation that was written."""
    said = Signal(str)
    """How the file stands, in words for the window."""
    failed = Signal(str)
    """That it could not be written, once until it can be again."""

    def __init__(self, write: Callable[[Adaptation], object], jobs: JobRunner) -> None:
        super().__init__()
        self._write, self._jobs = write, jobs
        self._newest: Adaptation | None = None
        self._job: Job[Adaptation] | None = None
        self._busy = False
        self._complained = False
        self._timer = QTimer(self, singleShot=True, interval=_WAIT_MS)
        self._timer.timeout.connect(self._begin)

    def keep(self, adaptation: Adaptation, *, typing: bool = False) -> None:
        """Have *adaptation* written: at once, or a moment later while somebody is *typing*."""
        self._newest = adaptation
        if not typing:
            self._timer.start(0)
        elif not self._timer.isActive() or self._timer.interval() > _WAIT_MS:
            self._timer.start(_WAIT_MS)

    def close(self) -> str:
        """Write what is left at once; why it could not be written, or an empty text."""
        self._timer.stop()
        if self._job is not None:
            self._jobs.wait_for(self._job)
        if self._newest is None:
            return ""
        try:
            self._write(self._newest)
        except OSError as error:
            _LOG.warning("The version could not be written: %s", error)
            self._timer.start(_AGAIN_MS)
            return _trouble()
        self._newest = None
        return ""

    def _begin(self) -> None:
        if self._newest is None:
            return
        if self._busy:
            # What is newer is written as soon as this is.
            return
        adaptation, self._newest = self._newest, None
        self._busy = True

        def work(_progress: object) -> Adaptation:
            self._write(adaptation)
            return adaptation

        self._job = self._jobs.run(work, self._written, lambda error: self._not_written(adaptation, error))

    # Work that has ended may be told of when the editor has just gone.

    def _written(self, adaptation: Adaptation) -> None:
        if not isValid(self):
            return
        self._busy = self._complained = False
        if self._newest is not None and not self._timer.isActive():
            self._timer.start(0)
        self.saved.emit(adaptation)
        self.said.emit(tr("saved {time}", time=datetime.now().astimezone().strftime("%H:%M")))

    def _not_written(self, adaptation: Adaptation, error: Exception) -> None:
        if not isValid(self):
            return
        self._busy = False
        # What is newer goes first.
        self._newest = self._newest or adaptation
        self._timer.start(_AGAIN_MS)
        self.said.emit(tr("not saved"))
        if not self._complained:
            self._complained = True
            _LOG.warning("The version could not be written: %s", error)
            self.failed.emit(_trouble())


def _trouble() -> str:
    return tr(
        "Your changes could not be saved: the disk may be full, or the folder may not be written to. They "
        "are still here, and it is tried again every few seconds. Make room, or close other programs."
    )
