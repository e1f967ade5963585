"""Lessons taught from their first step to their last in one process, with film, one after the other.

    python -m benchmarks.soak_child LESSONS

Each part of the film is opened, plays for two seconds, is swapped to the other version, plays for two more,
and goes on from shortly before its pause point. Prints a line of JSON after each lesson: memory in use in MB.
"""

from __future__ import annotations

import gc
import json
import os
import sys
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtTest import QTest

from lesson_player.application.desk import Screens, Sitting, TeachingDesk
from lesson_player.application.program import Program
from lesson_player.application.qt_application import with_windows
from lesson_player.formats.bundle import load_bundle
from lesson_player.operations.library import find_lesson
from lesson_player.teaching.state import FilmStatus

_SITTINGS = ("something-is-not-right", "maya-tells", "block-report-tell")
_PLAYS_S = 2.0
_BEFORE_PAUSE_S = 0.5
_PATIENCE_S = 120.0
_PAGE = os.sysconf("SC_PAGE_SIZE")


def main() -> None:
    lessons = int(sys.argv[1])
    application = with_windows()
    program = Program(None)
    program.show_library()
    for number in range(lessons):
        _teach(program, number)
        _settle()
        print(json.dumps({"lesson": number + 1, "rss_mb": round(_resident_mb(), 2)}), flush=True)
    program.close()
    application.processEvents()


def _teach(program: Program, number: int) -> None:
    folder = find_lesson(program.places, "mayas-story")
    assert folder is not None
    bundle, _ = load_bundle(folder, program.places.films, program.places.own_layers)
    assert bundle is not None
    known = [each.id for each in bundle.lesson.sittings if each.id in _SITTINGS]
    screens = Screens.TWO if number % 2 else Screens.SHARED
    program.teach(Sitting(bundle, known[number % len(known)], screens=screens))
    desk = program.desk
    assert desk is not None
    while desk.controller.view.can_go_on:
        _one_step_on(desk)
    desk.controller.end()
    desk.shown.put_away()


def _one_step_on(desk: TeachingDesk) -> None:
    controller = desk.controller
    before = controller.state
    controller.run("next")
    film = controller.state.film
    if film.status is FilmStatus.PLAYING and before.film.status is not FilmStatus.PLAYING:
        _play(desk)
        controller.run("version")
        _play(desk)
        film_now = controller.view.film
        assert film_now is not None
        mark_s = film_now.end_s if film_now.next_pause_s is None else film_now.next_pause_s
        controller.seek_film(mark_s - _BEFORE_PAUSE_S)
        _wait(lambda: controller.state.film.status is not FilmStatus.PLAYING)
    else:
        QTest.qWait(10)


def _play(desk: TeachingDesk) -> None:
    """Let the film play until a frame two seconds on from here has been seen."""
    begun = desk.player.position_s
    _wait(lambda: desk.controller.frame is not None and desk.player.position_s >= begun + _PLAYS_S)


def _settle() -> None:
    """Let what has ended go: Qt's objects that wait for the event loop, then Python's cycles."""
    for _ in range(3):
        QTest.qWait(50)
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        gc.collect()


def _resident_mb() -> float:
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGE / 1e6


def _wait(what: Callable[[], bool]) -> None:
    ends = time.monotonic() + _PATIENCE_S
    while not what():
        if time.monotonic() > ends:
            sys.exit("waited too long for the film")
        QTest.qWait(20)


if __name__ == "__main__":
    main()
