"""The school's folders: read without waiting for them, and lessons of them taught from copies.

Nothing here asks a folder of the school on the thread of the windows: a share whose network is gone would
hold them for minutes.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from lesson_player.application.copying import FilmCopying
from lesson_player.application.held_desk import HeldDesk, film_trouble
from lesson_player.application.school import School
from lesson_player.application.share_reader import ShareReader
from lesson_player.desktop.jobs import Progress
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.in_time import in_time
from lesson_player.operations.held.cards import with_copies
from lesson_player.operations.held.opened import Opened
from lesson_player.operations.held.opening import HeldLessons
from lesson_player.operations.held.store import HeldStore
from lesson_player.operations.library import lesson_id

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lesson_player.application.school import Read
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.foundation.paths import Places
    from lesson_player.operations.library import LibraryPage

_AT_START_S = 20.0
"""How long a lesson that is taught straight away waits for them."""


class HeldSchool(School):
    """A computer with folders of a school: one lesson at a time is opened to be taught."""

    def __init__(self, laid_down: Places, jobs: JobRunner, *, sure: bool = True) -> None:
        """*laid_down*: places under the school's policy; *sure*: whether all of that could be read."""
        super().__init__(laid_down, jobs)
        self._store = HeldStore(laid_down.held)
        self._lessons = HeldLessons(laid_down, self._store)
        self._reader = ShareReader(self._lessons.reach, self._store, jobs, sure=sure)
        self._desk: HeldDesk | None = None
        self._taught: Opened | None = None
        self._copying: FilmCopying | None = None

    @property
    def places(self) -> Places:
        """Where lessons are read now: copies stand in for folders that do not answer."""
        return self._reader.places

    @property
    def silence(self) -> str:
        """What is said of folders that do not answer; an empty text while all do."""
        if not self._reader.silent:
            return ""
        return tr(
            "The school’s folder cannot be reached: {folders}. Lessons that were taught here before can "
            "be taught from their copies on this computer; others are not shown.",
            folders=", ".join(map(str, self._reader.silent)),
        )

    def read(self, work: Read, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """As `School.read`, and again when a late folder answers."""
        self._reader.read(work, done, failed)

    def look_now(self) -> None:
        """Look which folders answer, and wait for it: for a lesson that is taught straight away."""
        self._reader.reached(self._lessons.reach.look())

    def open_now(self, folder: Path | None) -> Opened:
        """Open the lesson in *folder*, and wait for it, as `look_now`; its films are copied meanwhile."""
        if folder is None:
            return Opened(None)
        lesson, wanted = lesson_id(folder), Progress(lambda _share, _words: None)
        try:
            opened = in_time(lambda: self._lessons.open(lesson, lambda _done: wanted.at(0.0)), _AT_START_S)
        except OSError:
            # What comes late must not exchange the copy while it is taught.
            wanted.cancel()
            opened = self._lessons.open_copy(lesson)
        self._taught = opened
        if opened.queue and not opened.trouble:
            self._go_on(FilmCopying(self._lessons, opened, self._jobs))
        return opened

    def open(self, over: QWidget, lesson: str, then: Callable[[Opened], None]) -> None:
        """As `School.open`; what is small is copied before, and films where nobody asks to start now."""
        if self._copying is not None:
            # The network is for the lesson that is taught now.
            self._copying.cancel()
            self._copying = None
        self.release()
        if self._desk is not None:
            self._desk.end()
        desk = self._desk = HeldDesk(over, lesson, self._lessons, self._jobs)
        desk.left.connect(self._left)
        desk.failed.connect(self._failed)
        desk.ready.connect(partial(self._ready, then))

    def with_copies(self, page: LibraryPage) -> LibraryPage:
        """As `School.with_copies`."""
        return with_copies(page, self._store, self._laid_down.school_lessons)

    def words_for(self, opened: Opened) -> str:
        """What is told at the beginning of a lesson about where it is read; mostly nothing."""
        if opened.trouble:
            return opened.trouble
        if opened.coming:
            return tr(
                "The film is still being copied to this computer. Until that is done, it needs the network."
            )
        if opened.since is not None and not self._reader.silent:
            return tr("The school’s folder does not answer. The copy on this computer is taught.")
        return ""

    def why_not(self, opened: Opened) -> str:
        """As `School.why_not`; a folder that does not answer has gone away without its lessons."""
        if opened.silent and not opened.problems:
            return tr(
                "The school’s folder cannot be reached, and this lesson was not taught on this computer "
                "before. Look at the network, then try again."
            )
        return super().why_not(opened)

    def release(self) -> None:
        """The lesson is over: its copies can be given up again."""
        taught, self._taught = self._taught, None
        if taught is not None and self._copying is None:
            taught.use.close()
        elif taught is not None and self._copying is not None:
            for over in (self._copying.done, self._copying.failed):
                over.connect(lambda *_words: taught.use.close())

    def close(self) -> None:
        """End what still runs."""
        self._reader.close()
        desk, self._desk = self._desk, None
        if desk is not None:
            desk.end()
        if self._copying is not None:
            self._copying.cancel()
            self._copying = None
        self.release()

    def _left(self) -> None:
        self._desk = None

    def _failed(self, why: str) -> None:
        self._desk = None
        self.told.emit(why)

    def _ready(self, then: Callable[[Opened], None], opened: Opened, copying: FilmCopying | None) -> None:
        self._desk, self._taught = None, opened
        if copying is not None:
            self._go_on(copying)
        then(opened)

    def _go_on(self, copying: FilmCopying) -> None:
        """Films are copied while the lesson goes on."""
        self._copying = copying
        copying.done.connect(partial(self._copied, copying))
        copying.failed.connect(partial(self._not_copied, copying))

    def _copied(self, copying: FilmCopying) -> None:
        if copying is self._copying:
            self._copying = None
            self.told.emit(
                tr("The film is copied. It is played from this computer the next time that it is opened.")
            )

    def _not_copied(self, copying: FilmCopying, why: str) -> None:
        if copying is self._copying:
            self._copying = None
            self.told.emit(film_trouble(why))
