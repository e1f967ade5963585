"""A line to type words into."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLineEdit

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, px, set_type
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class TextField(QLineEdit):
    """Letters are letters here, and no commands (WCAG 2.2, 2.1.4)."""

    def __init__(self, name: str, *, longest: int = 100) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setFrame(False)
        self.setTextMargins(px(12), 0, px(8), 0)
        self.setMinimumHeight(px(TARGET))
        self.setMaxLength(longest)
        set_type(self, Type.BODY)

    def sizeHint(self) -> QSize:
        return QSize(px(160), px(TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), px(TARGET))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = drawing.painter_on(self)
        focus = self.hasFocus()
        edge = colour(self, Role.ACCENT if focus else Role.EDGE)
        drawing.draw_box(painter, self.rect(), None, edge, width=px(3 if focus else 2))
