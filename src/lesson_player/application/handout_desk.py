"""The library's sheet of handouts: pages, files and paper are made in the background as it asks for them."""

from __future__ import annotations

import logging
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import isValid

from lesson_player.application.handout_drawings import LessonDrawings
from lesson_player.application.handout_grey import in_ink
from lesson_player.application.handout_source import handout_source
from lesson_player.application.handouts import to_confirm
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.handouts.handout import Ink
from lesson_player.operations.handout_copies import (
    CannotMake,
    Copies,
    CopyWish,
    Form,
    make_copies,
    save_copies,
)
from lesson_player.operations.library import card_of, find_lesson, load_lesson
from lesson_player.rendering.fonts import FONT_FOLDER
from lesson_player.ui.handouts.preview_pages import preview_pages
from lesson_player.ui.handouts.printer import NotPrinted, ask_printer, has_printer, print_pages
from lesson_player.ui.handouts.sheet import HandoutSheet

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lesson_player.control.commands import Command
    from lesson_player.desktop.jobs import Job, JobRunner, Progress
    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.library import VersionCard
    from lesson_player.ui.handouts.choices import Asked
    from lesson_player.ui.handouts.printer import Printer

_LOG = logging.getLogger(__name__)


class HandoutDesk(QObject):
    """One sheet of handouts of one lesson, from its opening to its end."""

    def __init__(
        self,
        over: QWidget,
        bundle: LessonBundle,
        versions: Sequence[VersionCard],
        commands: Sequence[Command],
        jobs: JobRunner,
        *,
        first: int,
        may_save: bool,
    ) -> None:
        super().__init__(over)
        self._bundle, self._versions, self._commands, self._jobs = bundle, versions, commands, jobs
        self._may_save = may_save
        self._made: tuple[Asked, Copies] | None = None
        """What was made last: the pages that are looked at are those that are saved and printed."""
        self._looking: Job[Copies] | None = None
        self._job: Job[tuple[Path, ...]] | Job[int] | None = None
        titles = tuple((version.title, version.about) for version in versions)
        self.sheet = HandoutSheet(over, bundle.lesson.title, titles, first=first, may_save=may_save)
        self.sheet.show_notes(to_confirm(bundle))
        self.sheet.preview_asked.connect(self._look)
        self.sheet.save_asked.connect(self._save)
        self.sheet.print_asked.connect(self._print)
        self.sheet.stop_asked.connect(self._stop)
        for made in (self.sheet, self):
            self.sheet.closed.connect(made.deleteLater)
        self.sheet.open_sheet()

    def _look(self, asked: Asked) -> None:
        """Make the pages of what is chosen; a web page is looked at on paper."""
        if self._looking is not None:
            self._looking.cancel()
        shown = _on_paper(asked)
        self.sheet.preview.show_words(tr("Making the pages …"))
        self._looking = self._jobs.run(
            lambda told: self._copies(shown, told), lambda made: self._looked(shown, made), self._not_looked
        )

    def _looked(self, asked: Asked, made: Copies) -> None:
        self._looking = None
        self._made = (asked, made)
        if not isValid(self.sheet) or _on_paper(self.sheet.choices.asked) != asked:
            return
        self.sheet.preview.show_pages(preview_pages(made.files, asked.wish.form))
        self._tell_problems(made)

    def _not_looked(self, error: Exception) -> None:
        self._looking = None
        if isValid(self.sheet):
            self.sheet.preview.show_words(_words_of(error))

    def _save(self, asked: Asked, folder: Path) -> None:
        def work(told: Progress) -> tuple[Path, ...]:
            return save_copies(self._copies(asked, told).files, folder, told.at)

        self._run(work, lambda saved: self._saved(saved, folder))

    def _saved(self, saved: tuple[Path, ...], folder: Path) -> None:
        names = ", ".join(path.name for path in saved)
        words = tr_n(
            "Saved in {folder}: {names}",
            "{n} files are saved in {folder}: {names}",
            len(saved),
            folder=folder,
            names=names,
        )
        self._told(words)

    def _print(self, asked: Asked, pages: tuple[int, ...]) -> None:
        if not has_printer():
            self.sheet.show_told(self._no_printer(), warm=True)
            return
        ask_printer(
            self.sheet.window(),
            self._bundle.lesson.title,
            asked.wish.ink,
            lambda printer: self.print_on(printer, asked, pages),
        )

    def _no_printer(self) -> str:
        if self._may_save:
            return tr(
                "No printer is set up on this computer. Save the pages as PDF and print them elsewhere."
            )
        return tr("No printer is set up on this computer. Ask your technician.")

    def print_on(self, printer: Printer, asked: Asked, pages: tuple[int, ...]) -> None:
        """Print *pages* of what was chosen, counted from 0, in the background."""

        def work(told: Progress) -> int:
            files = [file.data for file in self._copies(asked, told).files]
            return print_pages(printer, files, pages, told.at)

        self._run(
            work,
            lambda count: self._told(
                tr_n("{n} page has gone to the printer.", "{n} pages have gone to the printer.", count)
            ),
        )

    def _copies(self, asked: Asked, told: Progress) -> Copies:
        """What is asked for, from what was made last where it is the same; on a thread of its own."""
        made = self._made
        if made is not None and made[0] == asked:
            return made[1]
        adaptations = self._versions[asked.version].adaptations
        source, _ = handout_source(self._bundle, adaptations, self._commands)
        drawings = in_ink(LessonDrawings(source.bundle), _ink(asked.wish))
        return make_copies(source, asked.wish, drawings, FONT_FOLDER, told.at)

    def _run(self, work: Callable[[Progress], object], done: Callable[..., None]) -> None:
        self._job = self._jobs.run(work, done, self._fail)
        self._job.progressed.connect(self.sheet.show_progress)
        self.sheet.show_progress(0, tr("Making the pages …"))

    def _told(self, words: str) -> None:
        self._job = None
        if isValid(self.sheet):
            self.sheet.show_told(words)

    def _tell_problems(self, made: Copies) -> None:
        if made.problems:
            self.sheet.show_told("\n".join(str(problem) for problem in made.problems), warm=True)

    def _stop(self) -> None:
        job, self._job = self._job, None
        if job is not None:
            job.cancel()
            job.progressed.disconnect(self.sheet.show_progress)
            self.sheet.show_told(tr("Stopped. What was finished is whole, nothing else was written."))
        if self._looking is not None and not self.sheet.isVisible():
            self._looking.cancel()

    def _fail(self, error: Exception) -> None:
        self._job = None
        if isValid(self.sheet):
            self.sheet.show_told(_words_of(error), warm=True)


def open_handouts(
    over: QWidget,
    lesson: str,
    adaptations: tuple[str, ...],
    places: Places,
    commands: Sequence[Command],
    jobs: JobRunner,
    *,
    may_save: bool,
) -> HandoutDesk | str:
    """The sheet of a lesson's handouts, or a sentence that says why there is none.

    *adaptations* are those of the version that is chosen at first.
    """
    bundle, problems = load_lesson(find_lesson(places, lesson), places)
    if bundle is None:
        return str(problems[0]) if problems else tr("That lesson is no longer here.")
    versions = [version for version in card_of(bundle, problems).versions if version.ready]
    first = next((at for at, one in enumerate(versions) if one.adaptations == adaptations), 0)
    return HandoutDesk(over, bundle, versions, commands, jobs, first=first, may_save=may_save)


def _on_paper(asked: Asked) -> Asked:
    """What is looked at: paper, for a web page too; Braille as it is."""
    if asked.wish.form is Form.WEB:
        return replace(asked, wish=replace(asked.wish, form=Form.PDF))
    return asked


def _ink(wish: CopyWish) -> Ink:
    """Paper alone can be grey: slides and web pages are for screens."""
    return wish.ink if wish.form is Form.PDF else Ink.COLOUR


def _words_of(error: Exception) -> str:
    """What an error means to people."""
    if isinstance(error, (CannotMake, NotPrinted)):
        return str(error)
    _LOG.error("A handout could not be made", exc_info=error)
    return tr("This could not be made. Nothing was written. Try another kind or another version.")
