"""One engine playing a numbered film in the class window, saying when each second's flash was painted.

    python -m benchmarks.sound_child ENGINE FILE WIDTH HEIGHT

Prints "playing", then lines "flash MONOTONIC_SECONDS".
"""

from __future__ import annotations

import sys
import time
from pathlib import Path

from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest

from benchmarks.film_child import FPS, class_window, course, wait_for
from lesson_player.application.qt_application import with_windows
from lesson_player.control.teaching import TeachingController
from tests.support.numbered_film import read_number

_FIRST_SECOND = 2
"""Before it, a film may still be finding its feet."""
_FLASHES = 10


class Flashes(QObject):
    """When the first frame of each second was painted."""

    def __init__(self, controller: TeachingController) -> None:
        super().__init__()
        self._controller = controller
        self.painted_s: dict[int, float] = {}

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and self._controller.frame is not None:
            second, frame = divmod(read_number(self._controller.frame), FPS)
            if frame == 0 and second >= _FIRST_SECOND:
                self.painted_s.setdefault(second, time.monotonic())
        return False


def main() -> None:
    engine, file, width, height = sys.argv[1:]
    _application = with_windows()
    with class_window(engine, course(Path(file), captions=False), int(width), int(height)) as shown:
        flashes = Flashes(shown.controller)
        shown.window.picture.installEventFilter(flashes)
        shown.controller.go_to(shown.film_step)
        QTest.qWait(500)
        shown.controller.run("next")
        print("playing", flush=True)
        wait_for(lambda: len(flashes.painted_s) >= _FLASHES)
        for moment_s in flashes.painted_s.values():
            print("flash", moment_s, flush=True)


if __name__ == "__main__":
    main()
