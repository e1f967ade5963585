"""A lesson of the school's folder between "Teach" and its first step: copied, with a sheet to wait at."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from lesson_player.application.copying import FilmCopying
from lesson_player.foundation.i18n import tr
from lesson_player.operations.held.rules import megabytes
from lesson_player.ui.library.waiting_sheet import WaitingSheet

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.desktop.jobs import Job, JobRunner, Progress
    from lesson_player.operations.held.opened import Opened
    from lesson_player.operations.held.opening import HeldLessons

_LOG = logging.getLogger(__name__)
_CALM_MS = 400
"""What is over by then needs no sheet: it would only flash."""
_SILENT_MS = 12_000
"""A share that has given nothing for so long is taken for gone; one that is connected anew takes some
seconds."""


class HeldDesk(QObject):
    """One opening of one lesson. It ends with `ready`, or with `left`."""

    ready = Signal(object, object)
    """An `Opened`, and the `FilmCopying` that still goes on; None where all is here."""
    left = Signal()
    """Nobody wants to teach it now."""
    failed = Signal(str)
    """Why it cannot be taught."""

    def __init__(self, over: QWidget, lesson: str, lessons: HeldLessons, jobs: JobRunner) -> None:
        super().__init__(over)
        self._lesson, self._lessons, self._jobs = lesson, lessons, jobs
        self._opened: Opened | None = None
        self._copying: FilmCopying | None = None
        self._over = False
        self.sheet = WaitingSheet(over)
        self.sheet.start_asked.connect(self._start)
        self.sheet.closed.connect(self._leave)
        self._calm = QTimer(self, singleShot=True, interval=_CALM_MS)
        self._calm.timeout.connect(self.sheet.open_sheet)
        self._silent = QTimer(self, singleShot=True, interval=_SILENT_MS)
        self._silent.timeout.connect(self._fall_back)
        for timer in (self._calm, self._silent):
            timer.start()
        self._job: Job[Opened] | None = jobs.run_apart(self._open, self._ended, self._fail)
        self._job.progressed.connect(self._tell)

    def end(self) -> None:
        """Put it away, whatever it is at. What was copied whole stays."""
        self._calm.stop()
        self._silent.stop()
        job, self._job = self._job, None
        copying, self._copying = self._copying, None
        opened, self._opened = self._opened, None
        for work in (job, copying):
            if work is not None:
                work.cancel()
        if opened is not None:
            opened.use.close()
        self._over = True
        self.sheet.close_sheet()
        self.sheet.deleteLater()
        self.deleteLater()

    def _open(self, progress: Progress) -> Opened:
        opened = self._lessons.open(
            self._lesson, lambda done: progress.at(0.0, tr("{amount} copied", amount=megabytes(done)))
        )
        try:
            progress.at(0.0)
        except BaseException:
            opened.use.close()
            raise
        return opened

    def _tell(self, share: float, words: str) -> None:
        if self._job is not None:
            self._silent.start()
            self.sheet.show_progress(share, words)

    def _ended(self, opened: Opened) -> None:
        if self._job is None:
            opened.use.close()
            return
        self._job, self._opened = None, opened
        self._silent.stop()
        if opened.trouble:
            self._calm.stop()
            self.sheet.open_sheet()
            self.sheet.show_trouble(opened.trouble)
        elif opened.queue:
            self._copy(opened)
        else:
            self._give(None)

    def _fail(self, error: Exception) -> None:
        if self._job is not None:
            _LOG.error("A lesson of the school's folder could not be opened", exc_info=error)
            self.end()
            self.failed.emit(str(error))

    def _fall_back(self) -> None:
        """The school's folder has said nothing for long: what is here is taken."""
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            self._job = self._jobs.run(
                lambda _progress: self._lessons.open_copy(self._lesson), self._ended, self._fail
            )

    def _copy(self, opened: Opened) -> None:
        self.sheet.show_film()
        copying = self._copying = FilmCopying(self._lessons, opened, self._jobs)
        copying.progressed.connect(self.sheet.show_progress)
        copying.done.connect(self._film_done)
        copying.failed.connect(self._film_failed)

    def _film_done(self) -> None:
        self._copying = None
        self._give(None)

    def _film_failed(self, why: str) -> None:
        self._copying, words = None, film_trouble(why)
        if self._opened is not None:
            self._opened.trouble = words  # it is said in the lesson too
        self.sheet.show_trouble(words)

    def _start(self) -> None:
        copying, self._copying = self._copying, None
        if copying is not None:
            copying.progressed.disconnect(self.sheet.show_progress)
            copying.done.disconnect(self._film_done)
            copying.failed.disconnect(self._film_failed)
        self._give(copying)

    def _give(self, copying: FilmCopying | None) -> None:
        opened, self._opened = self._opened, None
        self.end()
        if opened is not None:
            self.ready.emit(opened, copying)

    def _leave(self) -> None:
        if not self._over:
            self.end()
            self.left.emit()


def film_trouble(why: str) -> str:
    """What it means that a film could not be copied."""
    return tr(
        "The film could not be copied to this computer. {why} It is played from the school’s folder, and "
        "needs the network. All else in the lesson is on this computer.",
        why=why,
    )
