"""A line to type words into that are searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLineEdit

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, px, set_type
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.lesson_keys import ENTER

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent


class SearchField(QLineEdit):
    """Letters are letters here, and no commands (WCAG 2.2, 2.1.4).

    Enter and Down ask for the next place, Shift Enter and Up for the one before, Esc leaves the search. Page
    up and Page down stay with the lesson: a clicker sends nothing else.
    """

    next_asked = Signal()
    before_asked = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrame(False)
        self.setTextMargins(px(12), 0, px(8), 0)
        self.setMinimumHeight(px(TARGET))
        self.setMaxLength(100)
        set_type(self, Type.BODY)

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(TARGET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and the arrows up and down go from place to place, Esc leaves; the rest is typed."""
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        if event.key() in ENTER or event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            backwards = event.key() == Qt.Key.Key_Up or (event.key() in ENTER and shift)
            (self.before_asked if backwards else self.next_asked).emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = drawing.painter_on(self)
        focus = self.hasFocus()
        edge = colour(self, Role.ACCENT if focus else Role.EDGE)
        drawing.draw_box(painter, self.rect(), None, edge, width=px(3 if focus else 2))
