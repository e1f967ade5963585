"""A scroll bar in the program's look, for everything that may be longer than its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt
from PySide6.QtWidgets import QAbstractScrollArea, QApplication, QFrame, QScrollArea, QScrollBar, QWidget

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.finger_scroll import FingerScroll

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent

WIDTH = 14
"""Of a scroll bar, in pixels at 100 %."""


class QuietScrollBar(QScrollBar):
    """A round handle on a plain ground; there only when there is something to scroll."""

    def __init__(self, ground: Role) -> None:
        super().__init__(Qt.Orientation.Vertical)
        self._ground = ground
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(60))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        painter.fillRect(self.rect(), colour(self, self._ground))
        span = self.maximum() - self.minimum() + self.pageStep()
        if span <= self.pageStep():
            return
        length = max(px(32), self.height() * self.pageStep() / span)
        share = (self.value() - self.minimum()) / max(1, self.maximum() - self.minimum())
        side = px(3)
        handle = QRectF(side, (self.height() - length) * share, self.width() - 2 * side, length)
        role = Role.ACCENT if self.isSliderDown() or self.underMouse() else Role.EDGE
        drawing.draw_box(painter, handle, colour(self, role), corner=4)


class Scroll(QScrollArea):
    """Scrolls what stands in it, and leaves every key to its window: Page down is the lesson's."""

    def __init__(self, name: str, ground: Role = Role.PAPER) -> None:
        super().__init__()
        quiet_scrolling(self, ground)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Not one key is its own."""
        event.ignore()


class Page(QWidget):
    """What a scroll area holds: its height follows from its width alone.

    Qt would also keep the height that wrapped words need in the narrowest column, and leave that room empty.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)


def quiet_scrolling(area: QAbstractScrollArea, ground: Role = Role.PAPER) -> None:
    """Give *area* no frame, a quiet scroll bar down its side, and none along its foot: everything wraps.

    Fingers scroll it too.
    """
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setVerticalScrollBar(QuietScrollBar(ground))
    FingerScroll(area)
    if isinstance(area, QScrollArea):
        BringIntoView(area)


class BringIntoView(QObject):
    """Scrolls to whatever takes the focus in an area (WCAG 2.2, 2.4.11).

    Qt does so only where Tab goes from one thing in the area to another, not where it comes from outside.
    """

    def __init__(self, area: QScrollArea) -> None:
        super().__init__(area)
        self._area = area
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._bring)

    def _bring(self, _former: QWidget | None, holder: QWidget | None) -> None:
        if holder is not None and self._area.isAncestorOf(holder) and holder is not self._area.viewport():
            self._area.ensureWidgetVisible(holder)
