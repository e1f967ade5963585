"""Reads lessons with the school's folders that answer, and without those that do not, in bounded time."""

from __future__ import annotations

from contextlib import suppress
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from lesson_player.application.school import Read
    from lesson_player.desktop.jobs import JobRunner, Progress
    from lesson_player.operations.held.reach import Reach, Reached
    from lesson_player.operations.held.store import HeldStore

_LATE_MS = 6000
"""How long the library waits for the school's folders before it shows what is here without them."""
_AGAIN_MS = 1000
"""How often is looked whether a folder has answered that did not answer in time: a drive that was asleep."""


class ShareReader(QObject):
    """One reading at a time asks the folders; whatever it takes, nobody waits for it longer than that."""

    def __init__(self, reach: Reach, store: HeldStore, jobs: JobRunner, *, sure: bool) -> None:
        """*sure*: whether all of the school's policy could be read, so that what it does not name can go."""
        super().__init__()
        self._reach, self._store, self._jobs, self._sure = reach, store, jobs, sure
        # Copies in the place of all folders, before the first look.
        self.places = reach.without().places
        """Where lessons are read now."""
        self.silent: tuple[Path, ...] = ()
        """Folders that do not answer, as far as anybody has looked."""
        self._wanted: tuple[Read, Callable[[Any], None], Callable[[Exception], None]] | None = None
        self._asked = self._looking = 0
        self._swept = False
        self._late = QTimer(self, singleShot=True, interval=_LATE_MS)
        self._late.timeout.connect(self._read_here)
        self._again = QTimer(self, interval=_AGAIN_MS)
        self._again.timeout.connect(self._look_again)

    def read(self, work: Read, done: Callable[[Any], None], failed: Callable[[Exception], None]) -> None:
        """Do *work* with the places that answer, in the background, and again when a late folder answers.

        *done* gets what it gives. It is called for what was asked last.
        """
        self._wanted = (work, done, failed)
        self._asked += 1
        if not self._looking:
            self._look(work)
        elif self._is_late:
            self._read_here()

    @property
    def _is_late(self) -> bool:
        """Whether nothing is expected of the folders: they take long now, or none has answered before."""
        return not self._late.isActive() or set(self.silent) == {root for _, root in self._reach.folders}

    def reached(self, reached: Reached) -> None:
        """Take over what somebody else has found out."""
        self.places, self.silent = reached.places, reached.silent

    def close(self) -> None:
        """Nobody wants to know any more."""
        self._late.stop()
        self._again.stop()
        self._wanted = None

    def _look(self, work: Read) -> None:
        self._looking = self._asked
        self._late.start()
        self._jobs.run_apart(partial(self._look_and_read, work), self._looked, self._failed)

    def _look_and_read(self, work: Read, progress: Progress) -> tuple[Reached, Any]:
        first = not self._swept
        if first:
            self._sweep()
        reached = self._reach.look()
        if first and not reached.silent:
            # Copies that are the only ones are not given up because the disk is fuller than it was.
            with suppress(OSError):
                self._store.make_room(0)
        return reached, work(reached.places, progress)

    def _looked(self, found: tuple[Reached, Any]) -> None:
        reached, read = found
        asked, self._looking = self._looking, 0
        if self._wanted is None:
            return
        work, done, _ = self._wanted
        if asked != self._asked:
            self._look(work)
            return
        self._late.stop()
        self.reached(reached)
        done(read)
        if reached.silent:
            self._again.start()

    def _look_again(self) -> None:
        if self._wanted is not None and not self._looking and self._reach.has_answered(self.silent):
            self._again.stop()
            self.read(*self._wanted)
        elif not self._reach.is_asking:
            self._again.stop()

    def _failed(self, error: Exception) -> None:
        asked, self._looking = self._looking, 0
        self._late.stop()
        if self._wanted is None:
            return
        work, _, failed = self._wanted
        if asked == self._asked:
            failed(error)
        else:
            self._look(work)

    def _read_here(self) -> None:
        """Read without the school's folders: they take too long."""
        if self._wanted is None:
            return
        work, done, failed = self._wanted
        asked, here = self._asked, self._reach.without()

        def shown(read: object) -> None:
            if asked == self._asked and self._looking:
                self.reached(here)
                done(read)

        self._jobs.run(partial(work, here.places), shown, failed)

    def _sweep(self) -> None:
        self._swept = True
        self._store.sweep()
        if self._sure:
            self._reach.forget_others()
