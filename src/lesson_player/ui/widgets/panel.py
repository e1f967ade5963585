"""Grounds with round corners, for things that belong together."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Panel(QWidget):
    """A piece of paper with a quiet edge."""

    def __init__(self, *, corner: int = 10) -> None:
        super().__init__()
        self._corner = corner
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        edge = colour(self, Role.LINE)
        drawing.draw_box(
            painter, self.rect(), colour(self, Role.PAPER), edge, width=px(1.5), corner=self._corner
        )


class Sheeting(QWidget):
    """A plain ground in the colour of one role."""

    def __init__(
        self,
        inner: QWidget,
        role: Role,
        *,
        above: int = 0,
        below: int = 0,
        head: QWidget | None = None,
        foot: QWidget | None = None,
    ) -> None:
        """``above`` and ``below``: margins in pixels at 100 %. *head* and *foot* stand over and under it."""
        super().__init__()
        self._role = role
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(above), 0, px(below))
        column.setSpacing(0)
        for part in (head, inner, foot):
            if part is not None:
                column.addWidget(part, 1 if part is inner else 0)

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.painter_on(self).fillRect(self.rect(), colour(self, self._role))


class Framed(QWidget):
    """A picture with an edge around it."""

    def __init__(self, inner: QWidget, role: Role, *, width: float) -> None:
        super().__init__()
        self._role = role
        self._width = px(width)
        column = QVBoxLayout(self)
        column.setContentsMargins(self._width, self._width, self._width, self._width)
        column.addWidget(inner)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        drawing.draw_box(painter, self.rect(), None, colour(self, self._role), width=self._width, corner=6)
