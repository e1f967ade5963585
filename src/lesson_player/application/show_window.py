"""Puts the teacher's windows on a screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget


def show_large(window: QWidget, screen: QScreen | None) -> None:
    """Show *window* on *screen*, as large as it can be there; None to leave the screen to the system."""
    if screen is not None:
        window.setScreen(screen)
        window.setGeometry(screen.availableGeometry())
    window.setWindowState(Qt.WindowState.WindowMaximized)
    window.show()
    window.activateWindow()


def show_small(window: QWidget, screen: QScreen | None) -> None:
    """Show *window* in the middle of *screen*, as large as its words ask for."""
    window.adjustSize()
    if screen is not None:
        window.setScreen(screen)
        place = window.rect()
        place.moveCenter(screen.availableGeometry().center())
        window.setGeometry(place)
    window.show()
    window.activateWindow()
