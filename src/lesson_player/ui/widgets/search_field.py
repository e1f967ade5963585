"""A line to type words into that are searched for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


class SearchField(TextField):
    """Letters are letters here, and no commands (WCAG 2.2, 2.1.4).

    Enter and Down ask for the next place, Shift Enter and Up for the one before, Esc leaves the search. Page
    up and Page down stay with the lesson: a clicker sends nothing else.
    """

    next_asked = Signal()
    before_asked = Signal()
    left = Signal()

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.setPlaceholderText(name)

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
