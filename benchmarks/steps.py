"""How long from a key press to the painted class window, over every beat of the lesson, both windows open."""

from __future__ import annotations

import os
import tempfile
import time
from pathlib import Path

from benchmarks.report import Figure, median, percentile

_SIZES = {"": (1920, 1080), "_2160p": (3840, 2160)}


def measure() -> list[Figure]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    figures = []
    for suffix, size in _SIZES.items():
        times = _walk(*size)
        figures += [
            Figure(f"step_change.p50_ms{suffix}", median(times), "ms"),
            Figure(f"step_change.p95_ms{suffix}", percentile(times, 0.95), "ms"),
            Figure(f"step_change.p99_ms{suffix}", percentile(times, 0.99), "ms"),
        ]
    return figures


def _walk(width: int, height: int) -> list[float]:
    from PySide6.QtCore import QEvent, QObject, Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from lesson_player.application.commands import application_without_windows
    from lesson_player.application.desk import Screens, Sitting, TeachingDesk
    from lesson_player.desktop.jobs import JobRunner
    from lesson_player.formats.bundle import load_bundle
    from lesson_player.foundation.paths import standard_places
    from lesson_player.operations.library import find_lesson
    from lesson_player.playback.engines import choose_engine
    from lesson_player.teaching.journal import Journal
    from lesson_player.ui.theme.apply import apply_theme
    from lesson_player.ui.widgets.class_picture import ClassPicture

    class Painted(QObject):
        count = 0

        def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
            self.count += event.type() == QEvent.Type.Paint
            return False

    application = application_without_windows()
    apply_theme(application)
    places = standard_places()
    bundle, _ = load_bundle(find_lesson(places, "mayas-story"), places.films)
    times: list[float] = []
    for sitting in bundle.lesson.sittings:
        with tempfile.TemporaryDirectory() as folder:
            jobs = JobRunner()
            desk = TeachingDesk(
                Sitting(bundle, sitting.id, (), Screens.TWO), choose_engine("silent"), Journal(Path(folder)), jobs
            )
            audience = desk.windows[0]
            audience.showNormal()
            audience.resize(width, height)
            painted = Painted()
            audience.findChild(ClassPicture).installEventFilter(painted)
            QTest.qWait(300)
            while desk.controller.view.can_go_on:
                before, view = painted.count, desk.controller.view.class_view
                started = time.perf_counter()
                QTest.keyClick(audience, Qt.Key.Key_Right)
                if desk.controller.view.class_view != view:
                    while painted.count == before:
                        QApplication.processEvents()
                    times.append((time.perf_counter() - started) * 1000)
                QTest.qWait(120)
            desk.controller.end()
            jobs.close()
    return times
