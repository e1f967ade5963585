"""The editor of versions: ``editor.open_s`` and ``editor.keystroke_p95_ms``, the preview included.

Opening is from the version's file to the painted window, in a process in which windows have been shown
before. A keystroke is from the key to the painted preview of the class screen, typed into lines of the
longest version of the lesson; ``editor.keystroke_processor_p95_ms`` is the processor time of the same, for a
machine that others use too.
"""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from benchmarks.report import Figure, median, percentile
from lesson_player.application.editor import EditorDesk
from lesson_player.application.qt_application import with_windows
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.paths import Places, standard_places
from lesson_player.foundation.policy import Policy
from lesson_player.operations.library import find_lesson, load_lesson
from lesson_player.operations.versions import OpenedVersion, copy_version, open_version
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.widgets.class_picture import ClassPicture

_LONGEST = "few-or-no-words"
"""The version of the lesson with the most changes."""
_OPENINGS, _WORDS = 7, "We listen to each other. "
_BETWEEN_MS = 60
"""A fast writer's keys."""


def measure() -> list[Figure]:
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    apply_theme(with_windows())
    opening: list[float] = []
    typing: list[float] = []
    processor: list[float] = []
    with _places() as places, _host(places) as host:
        name = _version(places)
        for number in range(_OPENINGS):
            began = time.perf_counter()
            desk = _open(places, name, host)
            opening.append(time.perf_counter() - began)
            if number == _OPENINGS - 1:
                for step in ("welcome", "our-rules", "people-who-help"):
                    _type(desk, step, typing, processor)
            desk.end()
            QApplication.processEvents()
    return [
        Figure("editor.open_s", median(opening), "s"),
        Figure("editor.keystroke_p95_ms", percentile(typing, 0.95), "ms"),
        Figure("editor.keystroke_processor_p95_ms", percentile(processor, 0.95), "ms"),
    ]


def _type(desk: EditorDesk, step: str, typing: list[float], processor: list[float]) -> None:
    controller, window = desk.controller, desk.window
    controller.go(controller.place.to_step(step))
    window.page.take_focus(controller.view.step.lines[0].id)
    QTest.qWait(_BETWEEN_MS)
    painted = [0.0]
    picture: ClassPicture = window.seen.preview.picture
    paint = picture.paintEvent

    def timed(event: object) -> None:
        paint(event)  # type: ignore[arg-type]
        painted[0] = painted[0] or time.perf_counter()

    picture.paintEvent = timed  # type: ignore[method-assign] # Qt finds it on the instance too
    for sign in _WORDS:
        painted[0] = 0.0
        began, worked = time.perf_counter(), time.thread_time()
        QTest.keyClicks(window.focusWidget(), sign)
        while not painted[0] and time.perf_counter() - began < 1.0 and sign != " ":
            QApplication.processEvents()
        if painted[0]:
            typing.append((painted[0] - began) * 1000)
            processor.append((time.thread_time() - worked) * 1000)
        QTest.qWait(_BETWEEN_MS)
    picture.paintEvent = paint  # type: ignore[method-assign]


def _open(places: Places, name: str, host: SimpleNamespace) -> EditorDesk:
    bundle, _ = load_lesson(find_lesson(places, "mayas-story"), places)
    assert bundle is not None
    found = open_version(bundle, places, name)
    assert isinstance(found, OpenedVersion)
    desk = EditorDesk(bundle, found, host)
    desk.window.resize(1366, 768)
    desk.window.show()
    QTest.qWaitForWindowExposed(desk.window)
    QApplication.processEvents()
    desk.window.activateWindow()
    desk.window.setFocus(Qt.FocusReason.OtherFocusReason)
    return desk


def _version(places: Places) -> str:
    bundle, _ = load_lesson(find_lesson(places, "mayas-story"), places)
    assert bundle is not None
    source = next(one for one in bundle.adaptations if one.id == _LONGEST)
    return copy_version(bundle, places, source, "Mine").id


@contextmanager
def _places() -> Iterator[Places]:
    with tempfile.TemporaryDirectory() as home:
        root = Path(home)
        own = (root / "data", root / "state", root / "config")
        yield replace(standard_places(), user_data=own[0], user_state=own[1], user_config=own[2])


@contextmanager
def _host(places: Places) -> Iterator[SimpleNamespace]:
    jobs = JobRunner()
    yield SimpleNamespace(
        places=places,
        jobs=jobs,
        keys=SimpleNamespace(book=None),
        settings=SimpleNamespace(policy=Policy()),
        engine=None,
    )
    jobs.close()
