"""A class window that fills its screen, also where the desktop forgets that it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen
    from PySide6.QtWidgets import QWidget

_TRIES = 3
"""How often a window is made to fill its screen again: a desktop that never lets it is not argued with."""
_LARGE = Qt.WindowState.WindowFullScreen | Qt.WindowState.WindowMinimized


class Filling(QObject):
    """Puts a window on a screen, with no panel of the desktop over it.

    A window that was hidden with its screen and is shown again at once can lose its full screen: the desktop
    clears what it noted of the hidden window only after it is there again (seen with openbox, once in about
    fifty times).
    """

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._tries = 0
        window.installEventFilter(self)

    def fill(self, screen: QScreen) -> None:
        """Fill *screen*."""
        self._tries = 0
        self._window.setScreen(screen)
        self._window.setGeometry(screen.geometry())
        self._window.showFullScreen()

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """What the desktop does to the window, not what the program does."""
        if event.type() is QEvent.Type.WindowStateChange and event.spontaneous() and self._lost():
            self._tries += 1
            QTimer.singleShot(0, self, self._again)
        return False

    def _lost(self) -> bool:
        window = self._window
        return window.isVisible() and not window.windowState() & _LARGE and self._tries < _TRIES

    def _again(self) -> None:
        if self._window.isVisible():
            self._window.showFullScreen()
