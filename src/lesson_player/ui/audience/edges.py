"""The edges of the class window for fingers, pens and boards that act as a mouse.

The bottom edge brings up the strip of buttons. A stroke that begins at the right edge and goes inwards turns
to what comes next, one from the left edge goes back. A touch alone at an edge turns nothing: pupils lean on
boards.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent

from lesson_player.model.theme import MARGIN
from lesson_player.ui.theme.measures import TARGET, px

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

STROKE: Final = 0.12
"""Least length of a stroke, as a share of the window's width."""


class Edges(QObject):
    """Watches a window and the picture that fills it. Edges are the margin that slides keep free."""

    bottom_touched = Signal()
    turned = Signal(str)
    """The command of a stroke: next or back."""

    def __init__(self, window: QWidget, picture: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._from = ""
        self._x = 0.0
        for part in (window, picture):
            part.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the left button or a finger; what is pressed elsewhere goes on to the window."""
        if isinstance(event, QMouseEvent) and event.button() is Qt.MouseButton.LeftButton:
            if event.type() is QEvent.Type.MouseButtonPress:
                return self._begin(event)
            if event.type() is QEvent.Type.MouseButtonRelease:
                return self._end(event)
        return super().eventFilter(watched, event)

    def _begin(self, event: QMouseEvent) -> bool:
        place = self._window.mapFromGlobal(event.globalPosition())
        width, height = self._window.width(), self._window.height()
        self._x, self._from = place.x(), ""
        if place.y() >= height - max(px(TARGET), round(height * MARGIN)):
            self.bottom_touched.emit()
            return True
        side = max(px(TARGET) / 2, width * MARGIN)
        self._from = "next" if place.x() >= width - side else "back" if place.x() <= side else ""
        return bool(self._from)

    def _end(self, event: QMouseEvent) -> bool:
        command, self._from = self._from, ""
        if not command:
            return False
        inwards = self._window.mapFromGlobal(event.globalPosition()).x() - self._x
        if (inwards if command == "back" else -inwards) >= self._window.width() * STROKE:
            self.turned.emit(command)
        return True
