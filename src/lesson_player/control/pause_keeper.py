"""Keeps the pause points that a teacher adds, for later lessons, without ever holding up the class screen."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QObject, Signal

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from lesson_player.control.teaching import TeachingController
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.model.adaptation import AddedPause
    from lesson_player.teaching.state import LessonState

    Pauses = tuple[tuple[AddedPause, ...], tuple[str, ...]]

_LOG = logging.getLogger(__name__)


class Keep(Protocol):
    """Puts pause points where later lessons find them. Raises OSError when it cannot."""

    def __call__(self, added: Sequence[AddedPause], removed: Collection[str]) -> None:
        """Keep *added* and forget those whose ids are *removed*."""


class PauseKeeper(QObject):
    """Writes own pause points in the background, the newest last."""

    told = Signal(str)
    """For the teacher, once: pause points hold for this lesson only."""

    def __init__(self, keep: Keep, jobs: JobRunner, controller: TeachingController) -> None:
        super().__init__(controller)
        self._keep = keep
        self._jobs = jobs
        self._controller = controller
        self._kept = _pauses(controller.state)
        self._busy = False
        self._complained = False
        self.told.connect(controller.tell)
        controller.view_changed.connect(lambda _view: self._follow())
        controller.finished.connect(self._close)

    def _follow(self) -> None:
        newest = _pauses(self._controller.state)
        if newest == self._kept or self._busy:
            return
        self._kept, self._busy = newest, True
        self._jobs.run(lambda _progress: self._keep(*newest), self._written, self._failed)

    def _close(self) -> None:
        """What the lesson ended on is written at once."""
        newest = _pauses(self._controller.state)
        if newest == self._kept and not self._busy:
            return
        self._jobs.wait()
        try:
            self._keep(*newest)
        except OSError as error:
            _LOG.warning("Pause points could not be kept: %s", error)

    def _written(self, _result: object) -> None:
        self._busy = False
        self._follow()

    def _failed(self, error: Exception) -> None:
        self._busy = False
        if not self._complained:
            self._complained = True
            _LOG.warning("Pause points could not be kept: %s", error)
            self.told.emit(
                tr(
                    "Your pause point cannot be saved: the disk is full or locked. It holds for this lesson, "
                    "and is gone next time."
                )
            )


def _pauses(state: LessonState) -> Pauses:
    return state.own_pauses, state.pauses_off
