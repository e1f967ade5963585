"""Qt's application object, made in one place with what must be set before it."""

from __future__ import annotations

import os
import signal

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from lesson_player.desktop.memory import keep_large_pieces_apart
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.startup import has_screen
from lesson_player.rendering.fonts import load_fonts
from lesson_player.ui.theme.apply import apply_theme
from lesson_player.ui.widgets import window_accessible


def with_windows() -> QApplication:
    """The application for work with windows, in the program's own dress."""
    keep_large_pieces_apart()
    application = _made()
    application.setApplicationName("lesson-player")
    # Ctrl+C in a terminal ends the program at once; a place is kept as after a power cut.
    signal.signal(signal.SIGINT, signal.SIG_DFL)
    application.setApplicationDisplayName(tr("Lesson Player"))
    apply_theme(application)
    window_accessible.install()
    return application


def without_windows() -> QApplication:
    """The application for work that shows nothing. There may be no screen at all."""
    if not has_screen():
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = _made()
    load_fonts()
    return application


def _made() -> QApplication:
    existing = QApplication.instance()
    if isinstance(existing, QApplication):
        return existing
    # Everything is painted in memory. Without this Qt Multimedia makes its pictures through OpenGL, which is
    # emulated where there is no graphics processor: there most frames of a 1080p film were lost.
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_ForceRasterWidgets)
    return QApplication(["lesson-player"])
