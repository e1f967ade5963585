"""Teaches a sitting with one switch in both windows and prints, in milliseconds, how long each press took."""

from __future__ import annotations

import json
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.application.qt_application import with_windows
from lesson_player.control.switches import SwitchChoice
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.operations.library import find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching.journal import Journal
from lesson_player.teaching.switch_scanner import ScanTimes
from lesson_player.ui.presenter.window import PresenterWindow
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.widgets.class_picture import ClassPicture

_SITTING = "something-is-not-right"
_BETWEEN_MS = 100
"""Somebody with a switch waits longer; the next slide is prepared meanwhile."""
_PRESSES = 30
_SLOW = ScanTimes(switches=1, scan_s=10.0, first_s=0.0, hold_s=0.0, accept_s=0.0)
"""The light stands still while it is measured."""


class Clock:
    """Stops when the picture of the class screen has been painted."""

    def __init__(self, picture: ClassPicture) -> None:
        self.painted_at = 0.0
        self._paint = picture.paintEvent
        picture.paintEvent = self._painted  # type: ignore[method-assign] # Qt finds it on the instance too

    def _painted(self, event: QPaintEvent) -> None:
        self._paint(event)
        self.painted_at = self.painted_at or time.perf_counter()


def run() -> list[float]:
    application = with_windows()
    apply_theme(application)
    places, jobs = standard_places(), JobRunner()
    times: list[float] = []
    folder = find_lesson(places, "mayas-story")
    assert folder is not None
    bundle, _ = load_bundle(folder, places.films)
    assert bundle is not None
    with tempfile.TemporaryDirectory() as kept:
        asked = Sitting(bundle, _SITTING, (), Screens.TWO)
        desk = TeachingDesk(asked, choose_engine("silent"), Journal(Path(kept)), jobs)
        window = desk.windows[-1]
        assert isinstance(window, PresenterWindow)
        desk.controller.keys.use_switches(SwitchChoice(_SLOW))
        picture = desk.windows[0].findChild(ClassPicture)
        assert picture is not None
        clock = Clock(picture)
        QTest.qWait(500)
        while desk.controller.view.can_go_on and len(times) < _PRESSES:
            times.append(_press_next(window, clock))
            QTest.qWait(_BETWEEN_MS)
        desk.controller.end()
        desk.shown.put_away()
        jobs.close()
    return times


def _press_next(window: PresenterWindow, clock: Clock) -> float:
    """Take the first row, where it has more than one button, and measure the press that takes Next."""
    access = window.switches
    if len(access.lit) > 1:
        QTest.keyClick(window, Qt.Key.Key_Space)
    assert [spot.name for spot in access.lit] == ["Next"], access.lit
    clock.painted_at = 0.0
    started = time.perf_counter()
    QTest.keyClick(window, Qt.Key.Key_Space)
    while not clock.painted_at and time.perf_counter() < started + 2:
        QApplication.processEvents()
    return (clock.painted_at - started) * 1000


if __name__ == "__main__":
    print(json.dumps(run()))
