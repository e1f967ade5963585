"""How far a piece of work is, as a bar in the program's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QProgressBar

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_STEPS = 1000


class WorkBar(QProgressBar):
    """A share from 0 to 1. Screen readers get it as the value of a progress bar."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setRange(0, _STEPS)
        self.setValue(0)
        self.setTextVisible(False)
        self.setAccessibleName(name)
        # It holds the focus while nothing else can be pressed: Enter must not press what comes after it.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def set_share(self, share: float) -> None:
        """Show that a share of 0 to 1 is done."""
        self.setValue(round(min(max(share, 0.0), 1.0) * _STEPS))

    def sizeHint(self) -> QSize:
        return QSize(px(300), px(18) + 2 * drawing.ring_room())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(18) + 2 * drawing.ring_room())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        room = drawing.ring_room()
        box = QRectF(self.rect().adjusted(room, room, -room, -room))
        if self.hasFocus():
            drawing.draw_ring(painter, self.rect(), colour(self, Role.ACCENT), corner=9)
        drawing.draw_box(
            painter, box, colour(self, Role.PAPER), colour(self, Role.EDGE), width=px(2), corner=9
        )
        done = box.adjusted(px(4), px(4), -px(4), -px(4))
        done.setWidth(done.width() * self.value() / _STEPS)
        if done.width() >= 1:
            drawing.draw_box(painter, done, colour(self, Role.ACCENT), corner=5)
