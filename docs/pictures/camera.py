"""Takes a picture of a window and keeps it as a small PNG."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from docs.pictures.png import small_png
from lesson_player.desktop.qt_messages import log_qt_messages
from lesson_player.foundation.logs import start_logging
from lesson_player.foundation.paths import standard_places
from lesson_player.ui.theme.apply import apply_theme

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

PATIENCE_S = 60.0
"""How long the program may take to come to what is to be taken."""
LARGEST = 200_000
"""Bytes. A page with all of them then still opens at once on a school's line."""

_SAME = 3
_BETWEEN_MS = 60


class Camera:
    """Holds the application and the folder that the pictures go to."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        start_logging(standard_places().logs)
        log_qt_messages()
        self.application = QApplication(["lesson-player"])
        apply_theme(self.application)

    def wait_for(self, what: str, there: Callable[[], object]) -> None:
        """Let the program run until something is there. Raises TimeoutError when it does not come."""
        limit = time.monotonic() + PATIENCE_S
        while not there():
            if time.monotonic() > limit:
                raise TimeoutError(f"waited too long for {what}")
            QApplication.processEvents()

    def take(self, name: str, window: QWidget) -> None:
        """Keep *window* as it is now as NAME.png. Raises ValueError when the file would be too large."""
        self.keep(name, self.look_at(window), self._folder, LARGEST)

    def look_at(self, window: QWidget) -> QImage:
        """*window* as it is now."""
        if window.isMaximized():
            # Off screen there is a frame around a maximised window, though nothing draws one.
            window.setGeometry(window.screen().geometry())
        return self._settled(window)

    def keep(self, name: str, image: QImage, folder: Path, largest: int) -> None:
        """Write *image* as NAME.png; ValueError where it would have more than *largest* bytes."""
        data = small_png(image)
        if len(data) > largest:
            raise ValueError(f"{name}.png would have {len(data)} bytes")
        (folder / f"{name}.png").write_bytes(data)
        print(f"{name}.png: {image.width()} x {image.height()}, {len(data) / 1000:.0f} kB")

    def _settled(self, window: QWidget) -> QImage:
        """The window once it looks the same for a while: columns find their heights in several goes."""
        former = QImage()
        same = 0
        while same < _SAME:
            QTest.qWait(_BETWEEN_MS)
            now = window.grab().toImage()
            same = same + 1 if now == former else 0
            former = now
        return former
