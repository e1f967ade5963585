"""Packs in the library's window: what is asked for runs in the background, and the lessons are read again."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from lesson_player.application.incoming import look
from lesson_player.application.packs import store_of
from lesson_player.formats.pack.refusal import PackRefused
from lesson_player.foundation.i18n import tr
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.packs.gather import gather
from lesson_player.operations.packs.report import gathered_lines, megabytes, sharing_notes
from lesson_player.operations.packs.share import share
from lesson_player.ui.library.install_sheet import InstallSheet
from lesson_player.ui.library.share_sheet import ShareSheet

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lesson_player.application.incoming import Came, Incoming
    from lesson_player.desktop.jobs import Job, JobRunner
    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.operations.packs.clashes import Answer
    from lesson_player.operations.packs.gather import PackWish
    from lesson_player.operations.packs.share import Shared
    from lesson_player.ui.library.install_sheet import PackWords

T = TypeVar("T")


class InstallDesk(QObject):
    """One sheet of installing, from its opening to its end."""

    changed = Signal()
    """Other lessons are here now: read them again."""

    def __init__(self, over: QWidget, places: Places, jobs: JobRunner) -> None:
        super().__init__(over)
        self.places, self._jobs = places, jobs
        self._incoming: Incoming | None = None
        self._job: Job[Incoming] | Job[Came] | Job[PackWords] | None = None
        self._machine = False
        self.sheet = InstallSheet(over, for_all=store_of(places, machine=True).seems_writable())
        self.sheet.look_asked.connect(self._look)
        self.sheet.place_changed.connect(self._show_for)
        self.sheet.install_asked.connect(self._install)
        self.sheet.turn_asked.connect(self._turn)
        self.sheet.stop_asked.connect(self._stop)

    def open(self) -> None:
        """Show the sheet, with what was installed before."""
        self._machine = False
        self.sheet.show_start(store_of(self.places, machine=False).known())
        self.sheet.open_sheet()

    def open_with(self, path: Path) -> bool:
        """Show the sheet with what is in the pack at *path*. False while it is at work on another one."""
        if self._job is not None:
            return False
        self.open()
        self._look(path)
        return True

    def _look(self, path: Path) -> None:
        # What was stopped may still end, when another pack is on show.
        def looked(incoming: Incoming) -> None:
            if self._job is job:
                self._looked(incoming)

        def failed(error: Exception) -> None:
            if self._job is job:
                self._fail(error)

        # Apart, as all that only reads: the pack, or a lesson that is like it, may lie on a share that hangs.
        job = self._jobs.run_apart(lambda told: look(path, told.at), looked, failed)
        self._run(job)

    def _looked(self, incoming: Incoming) -> None:
        self._job, self._incoming = None, incoming
        self._show_for(self._machine)

    def _show_for(self, machine: bool) -> None:  # noqa: FBT001 - a slot
        self._machine = machine
        incoming, places = self._incoming, self.places
        if incoming is not None:
            self._job = self._jobs.run_apart(
                lambda _told: incoming.words(places, machine=machine),
                partial(self._compared, incoming, machine),
                self._fail,
            )

    def _compared(self, incoming: Incoming, machine: bool, words: PackWords) -> None:  # noqa: FBT001 - as it is told
        if self._job is not None and (incoming, machine) == (self._incoming, self._machine):
            self._job = None
            self.sheet.show_pack(words)

    def _install(self, answer: Answer, machine: bool) -> None:  # noqa: FBT001 - a slot
        incoming, places = self._incoming, self.places
        if incoming is not None:
            self._run(
                self._jobs.run(
                    lambda told: incoming.install(places, answer, told.at, machine=machine),
                    self._installed,
                    self._fail,
                )
            )

    def _installed(self, came: Came) -> None:
        self._job, self._incoming = None, None
        self.changed.emit()
        self.sheet.show_done(came.words, came.known)

    def _turn(self, key: str) -> None:
        store = store_of(self.places, machine=self._machine)
        try:
            with store.changing():
                pack = store.turn(key)
        except PackRefused as stopped:
            self._fail(stopped)
            return
        self.changed.emit()
        words = tr("“{title}” is taken out. What was there before is in use again.", title=pack.title)
        self.sheet.show_done(
            words if pack.taken_out else tr("“{title}” is in use again.", title=pack.title), None
        )

    def _run(self, job: Job[Incoming] | Job[Came]) -> None:
        self._job = job
        job.progressed.connect(self.sheet.show_progress)
        self.sheet.show_progress(0, tr("Reading the pack"))

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.progressed.disconnect(self.sheet.show_progress)
            self.sheet.show_refused(tr("Stopped. Nothing has been changed."))

    def _fail(self, error: Exception) -> None:
        self._job = None
        self.sheet.show_refused(words_of(error))


class ShareDesk(QObject):
    """One sheet of sharing a lesson, from its opening to its end."""

    def __init__(self, over: QWidget, bundle: LessonBundle, places: Places, jobs: JobRunner) -> None:
        super().__init__(over)
        self._bundle, self._places, self._jobs = bundle, places, jobs
        self._job: Job[Shared] | None = None
        self.sheet = ShareSheet(
            over,
            bundle.lesson.title,
            tuple((one.id, one.title) for one in bundle.adaptations),
            has_film=bool(bundle.films),
        )
        self.sheet.wish_changed.connect(self._show)
        self.sheet.save_asked.connect(self._save)
        self.sheet.stop_asked.connect(self._stop)
        for made in (self.sheet, self):
            self.sheet.closed.connect(made.deleteLater)
        self._show(self.sheet.wish)
        self.sheet.open_sheet()

    def _show(self, wish: PackWish) -> None:
        try:
            found = gather(self._bundle, self._places, wish)
        except PackRefused as stopped:
            self.sheet.show_inside((words_of(stopped),), can_save=False)
            return
        self.sheet.show_inside(gathered_lines(self._bundle, wish, found))

    def _save(self, wish: PackWish, path: Path) -> None:
        self._job = self._jobs.run(
            lambda told: share(self._bundle, self._places, wish, path, told.at), self._saved, self._fail
        )
        self._job.progressed.connect(self.sheet.show_progress)
        self.sheet.show_progress(0, tr("Writing the pack"))

    def _saved(self, done: Shared) -> None:
        self._job = None
        if not isValid(self.sheet):
            return  # it was closed while the last word was on its way
        notes = sharing_notes(done.contents, done.unlicensed)
        saved = tr("Saved: {file} ({size}).", file=done.path.name, size=megabytes(done.contents.size))
        self.sheet.show_told("\n".join((saved, *notes)))

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.progressed.disconnect(self.sheet.show_progress)
            self.sheet.show_told(tr("Stopped. Nothing was written."))

    def _fail(self, error: Exception) -> None:
        self._job = None
        if isValid(self.sheet):
            self.sheet.show_told(words_of(error), warm=True)


def open_share(over: QWidget, lesson: str, places: Places, jobs: JobRunner) -> ShareDesk | str:
    """The sheet that shares a lesson, or a sentence that says why there is none."""
    bundle, problems = load_lesson(find_lesson(places, lesson), places)
    if bundle is None:
        return str(problems[0]) if problems else tr("That lesson is no longer here.")
    return ShareDesk(over, bundle, places, jobs)


def words_of(error: Exception) -> str:
    """What an error means to people."""
    if isinstance(error, PackRefused):
        return f"{error.problem.sentence} {error.problem.remedy}".strip()
    return str(error)
