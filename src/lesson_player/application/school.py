"""Where lessons are read, and how one is opened to be taught: here, or in folders of the school."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from lesson_player.foundation.i18n import tr
from lesson_player.operations.held.opened import Opened
from lesson_player.operations.library import find_lesson, load_lesson

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lesson_player.desktop.jobs import JobRunner, Progress
    from lesson_player.foundation.paths import Places
    from lesson_player.operations.library import LibraryPage

    Read = Callable[[Places, Progress], Any]


class School(QObject):
    """A computer on which all lessons lie. `HeldSchool` is one with folders of a school."""

    told = Signal(str)
    """Something that the user should know, in a sentence."""

    def __init__(self, laid_down: Places, jobs: JobRunner) -> None:
        """*laid_down*: places under the school's policy."""
        super().__init__()
        self._laid_down, self._jobs = laid_down, jobs

    @property
    def places(self) -> Places:
        """Where lessons are read now."""
        return self._laid_down

    @property
    def silence(self) -> str:
        """What is said of folders that do not answer; an empty text while all do."""
        return ""

    def read(self, work: Read, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Do *work* with the places that answer, in the background; *done* gets what it gives."""
        self._jobs.run(partial(work, self.places), done, failed)

    def look_now(self) -> None:
        """Look which folders answer, and wait for it: for a lesson that is taught straight away."""

    def open_now(self, folder: Path | None) -> Opened:
        """Open the lesson in *folder*, and wait for it, as `look_now`."""
        return Opened(*load_lesson(folder, self.places))

    def open(self, _over: QWidget, lesson: str, then: Callable[[Opened], None]) -> None:
        """Have *lesson* on this computer, with a sheet over a window if it takes time; then call *then*."""
        then(Opened(*load_lesson(find_lesson(self.places, lesson), self.places)))

    def with_copies(self, page: LibraryPage) -> LibraryPage:
        """*page* with what is known of lessons that are shown from their copies."""
        return page

    def words_for(self, _opened: Opened) -> str:
        """What is told at the beginning of a lesson about where it is read; mostly nothing."""
        return ""

    def why_not(self, opened: Opened) -> str:
        """Why a lesson that was opened cannot be taught, where it has no bundle."""
        return str(opened.problems[0]) if opened.problems else tr("That lesson is no longer here.")

    def release(self) -> None:
        """The lesson is over."""

    def close(self) -> None:
        """End what still runs."""


def school_of(laid_down: Places, jobs: JobRunner, *, sure: bool = True) -> School:
    """What fits *laid_down*, the places under the school's policy. *sure*: whether all of that was read."""
    if not (laid_down.school_lessons or laid_down.school_films or laid_down.held.is_dir()):
        return School(laid_down, jobs)
    from lesson_player.application.held_school import HeldSchool  # noqa: PLC0415 - where a share is

    return HeldSchool(laid_down, jobs, sure=sure)
