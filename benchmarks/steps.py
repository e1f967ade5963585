"""How long from a key press to the painted class window, over every beat of the lesson, both windows open.

The clock stops when the class window's paint event has come back. What the teacher's window does after that
is not part of it; a second figure, ``step_change.busy_p95_ms``, has both windows in it. A third one,
``step_change.processor_p95_ms``, is the processor time of the same, all threads, for a shared machine. All
are measured once more with every option of the appearance on: ``_all_options``.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.report import Figure, median, percentile
from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.application.qt_application import without_windows
from lesson_player.control.commands import Move
from lesson_player.desktop.jobs import JobRunner
from lesson_player.formats.bundle import load_bundle
from lesson_player.foundation.paths import standard_places
from lesson_player.model.bundle import LessonBundle
from lesson_player.operations.library import find_lesson
from lesson_player.playback.engines import choose_engine
from lesson_player.teaching import style_moves
from lesson_player.teaching.journal import Journal
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.widgets.class_picture import ClassPicture

_SIZES = {"": (1920, 1080), "_2160p": (3840, 2160)}
_ALL_OPTIONS = style_moves.change(
    theme="blue",
    font="opendyslexic",
    text_percent=130,
    letter_spacing=0.12,
    word_spacing=0.16,
    line_spacing=1.5,
    symbols=True,
    overlay="rose",
    overlay_percent=100,
    overlay_film=True,
    motion=True,
    now_next=True,
    reveal="line",
)
"""Letters above 64 pixels on the larger screen, a symbol above each word, and a fade over all of it."""
_BETWEEN_MS = 150
"""A teacher waits longer; the next slide is prepared meanwhile."""


@dataclass
class Clock:
    """When the class window was painted, in seconds of the monotonic clock; 0 for not yet."""

    painted_at: float = 0.0


@dataclass
class Times:
    """Milliseconds of every change."""

    painted: list[float] = field(default_factory=list)
    busy: list[float] = field(default_factory=list)
    processor: list[float] = field(default_factory=list)


def measure() -> list[Figure]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    apply_theme(without_windows())
    places = standard_places()
    folder = find_lesson(places, "mayas-story")
    assert folder is not None
    bundle, _ = load_bundle(folder, places.films)
    assert bundle is not None
    figures = []
    for suffix, size in _SIZES.items():
        figures += _figures(suffix, _walk(bundle, *size))
        figures += _figures(f"{suffix}_all_options", _walk(bundle, *size, _ALL_OPTIONS))
    return figures


def _figures(suffix: str, times: Times) -> list[Figure]:
    return [
        Figure(f"step_change.p50_ms{suffix}", median(times.painted), "ms"),
        Figure(f"step_change.p95_ms{suffix}", percentile(times.painted, 0.95), "ms"),
        Figure(f"step_change.p99_ms{suffix}", percentile(times.painted, 0.99), "ms"),
        Figure(f"step_change.busy_p95_ms{suffix}", percentile(times.busy, 0.95), "ms"),
        Figure(f"step_change.processor_p95_ms{suffix}", percentile(times.processor, 0.95), "ms"),
    ]


def _walk(bundle: LessonBundle, width: int, height: int, look: Move | None = None) -> Times:
    times = Times()
    for desk, clock in _desks(bundle, width, height):
        if look is not None:
            desk.controller.make(look)
            QTest.qWait(_BETWEEN_MS)
        while desk.controller.view.can_go_on:
            clock.painted_at = 0.0
            started, worked = time.perf_counter(), time.process_time()
            QTest.keyClick(desk.windows[0], Qt.Key.Key_Right)
            while not clock.painted_at and time.perf_counter() < started + 2:
                QApplication.processEvents()
            QApplication.processEvents()
            times.painted.append((clock.painted_at - started) * 1000)
            times.busy.append((time.perf_counter() - started) * 1000)
            times.processor.append((time.process_time() - worked) * 1000)
            QTest.qWait(_BETWEEN_MS)
    return times


def _desks(bundle: LessonBundle, width: int, height: int) -> Iterator[tuple[TeachingDesk, Clock]]:
    """A desk for each sitting, with a class window of that size and a clock that its picture stops."""
    for sitting in bundle.lesson.sittings:
        with tempfile.TemporaryDirectory() as folder:
            jobs = JobRunner()
            asked = Sitting(bundle, sitting.id, (), Screens.TWO)
            desk = TeachingDesk(asked, choose_engine("silent"), Journal(Path(folder)), jobs)
            desk.windows[0].showNormal()
            desk.windows[0].resize(width, height)
            picture = desk.windows[0].findChild(ClassPicture)
            assert picture is not None
            clock = _watch(picture)
            QTest.qWait(400)
            yield desk, clock
            desk.controller.end()
            desk.shown.put_away()
            jobs.close()


def _watch(picture: ClassPicture) -> Clock:
    paint, clock = picture.paintEvent, Clock()

    def painted(event: QPaintEvent) -> None:
        paint(event)
        clock.painted_at = clock.painted_at or time.perf_counter()

    picture.paintEvent = painted  # type: ignore[method-assign] # Qt finds it on the instance too
    return clock
