"""The look of the class screen, kept for later lessons while the teacher wants it so."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from lesson_player.control.teaching import TeachingController
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.foundation.settings import Section, Settings
    from lesson_player.teaching.views import TeacherView

_LOG = logging.getLogger(__name__)
_SETTLE_MS = 400
"""How long after a change it is written: colours that are tried out make one file, not ten."""
SECTION = "appearance"
"""Of the user's settings; what stands in it lies below all versions of lessons."""


class RememberedLook(QObject):
    """Writes the look of the class screen while "Begin them like this too" is ticked.

    Where the tick is taken away again, the settings are as they were when the lesson began.
    """

    def __init__(self, settings: Settings, jobs: JobRunner, teaching: TeachingController) -> None:
        super().__init__()
        self._settings, self._jobs = settings, jobs
        self._teaching: TeachingController | None = teaching
        self._former = settings.section(SECTION)
        self._last = self._kept = _wanted(teaching.view, self._former)
        self._busy = False
        self._timer = QTimer(self, singleShot=True, interval=_SETTLE_MS)
        self._timer.timeout.connect(self._write)
        teaching.view_changed.connect(self._look_at)
        teaching.finished.connect(self._finish)

    def _look_at(self, view: TeacherView) -> None:
        wanted = _wanted(view, self._former)
        if wanted != self._last:
            self._last = wanted
            self._timer.start()

    def _write(self) -> None:
        if self._busy:
            self._timer.start()
        elif self._last != self._kept:
            self._busy, self._kept = True, self._last
            values = self._last
            self._jobs.run(
                lambda _progress: self._settings.replace(SECTION, values), self._written, self._failed
            )

    def _written(self, _done: None) -> None:
        self._busy = False

    def _failed(self, error: Exception) -> None:
        self._busy = False
        _LOG.warning("The look could not be kept: %s", error)
        if self._teaching is not None:
            self._teaching.tell(
                tr("The look of the class screen could not be saved for later lessons. It holds now.")
            )

    def _finish(self) -> None:
        self._timer.stop()
        self._teaching = None
        self._jobs.wait()
        if self._last != self._kept:
            self._kept = self._last
            try:
                self._settings.replace(SECTION, self._last)
            except OSError as error:
                _LOG.warning("The look could not be kept: %s", error)


def _wanted(view: TeacherView, former: Section) -> Section:
    """What is to stand in the settings: how it looks now, or what stood there before.

    Motion is left out where it was not asked for: the system's own wish may change.
    """
    if not view.style.keep:
        return former
    look = view.class_view.appearance.model_dump(mode="json")
    if look["motion"] == view.style.base.motion:
        look.pop("motion")
        look |= {key: former[key] for key in ("motion",) if key in former}
    return look
