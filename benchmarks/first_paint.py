"""Starts the program as a user would, prints the monotonic time of a widget's first paint, and ends.

As ``python -m benchmarks.first_paint WIDGET [ARGUMENT ...]``.
"""

from __future__ import annotations

import os
import sys
import time

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from lesson_player.__main__ import main


class Watch(QObject):
    """Waits for the first paint of a widget of a named class."""

    def __init__(self, window: str) -> None:
        super().__init__()
        self._window = window

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and type(watched).__name__ == self._window:
            QTimer.singleShot(0, _painted)
        return False


def _painted() -> None:
    print(time.monotonic(), flush=True)
    os._exit(0)  # the clean end is measured elsewhere


def run() -> None:
    watch = Watch(sys.argv[1])
    started = QCoreApplication.exec

    def watched() -> int:
        application = QCoreApplication.instance()
        assert application is not None
        application.installEventFilter(watch)
        return started()

    from PySide6.QtWidgets import QApplication

    QApplication.exec = staticmethod(watched)  # type: ignore[method-assign] # asked for by the program
    sys.argv[1:] = sys.argv[2:]
    sys.exit(main())


if __name__ == "__main__":
    run()
