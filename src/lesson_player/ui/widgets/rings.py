"""Rings around what is lit or about to be pressed: seen in every theme, and not by their colour alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QPainterPath, QPen
from PySide6.QtWidgets import QWidget

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.spots import area_in

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QPaintEvent

    from lesson_player.ui.widgets.spots import Spot

_OUT = 5
"""How far a ring stands out around what it surrounds, in pixels at 100 %."""
_CORNER = 14
_USUAL_HEIGHT, _LARGEST = 800, 3.0
"""Of a window: on a board, which is higher, rings are thicker, up to so many times."""


class Ring(QWidget):
    """Lies over its window, and lets every click and touch through."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def thick(self, length: float) -> int:
        """A length in pixels at 100 %, for a window of this height."""
        larger = self._window.height() / px(_USUAL_HEIGHT)
        return px(length * min(max(larger, 1.0), _LARGEST))

    def surround(self, spots: Iterable[Spot]) -> None:
        """Stand around *spots*; around none it goes."""
        room = QRect()
        for spot in spots:
            room = room.united(area_in(self._window, spot))
        side = self.thick(_OUT)
        place = room.adjusted(-side, -side, side, side).intersected(self._window.rect())
        if not room.isEmpty() and place != self.geometry():
            self.setGeometry(place)
        if self.isHidden() is not room.isEmpty():
            self.setVisible(not room.isEmpty())
        if not self.isHidden() and self._window.children()[-1] is not self:
            self.raise_()


class ScanRing(Ring):
    """A double ring with a gap around what the switches light."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        width = self.thick(4)
        outer = self.rect()
        inner = outer.adjusted(width, width, -width, -width)
        drawing.draw_box(painter, outer, None, colour(self, Role.WARM), width=width, corner=_CORNER)
        drawing.draw_box(painter, inner, None, colour(self, Role.PAPER), width=self.thick(2), corner=11)


class DwellRing(Ring):
    """A ring that fills up, from the middle of the upper edge round to the right, while the pointer rests."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self.share = 0.0
        """How full it is, 0 to 1."""

    def fill(self, spot: Spot | None, share: float) -> None:
        """Surround *spot*, filled that far; None takes the ring away."""
        if share != self.share:
            self.share = share
            self.update()
        self.surround([spot] if spot is not None and share > 0 else [])

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        width = self.thick(_OUT)
        drawing.draw_box(
            painter, self.rect(), None, colour(self, Role.PAPER), width=width + px(2), corner=_CORNER
        )
        half = width / 2
        path = _round(QRectF(self.rect()).adjusted(half, half, -half, -half), px(_CORNER) - half)
        thin = QPen(colour(self, Role.EDGE), px(1.5))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(thin)
        painter.drawPath(path)
        filled = QPen(colour(self, Role.WARM), width, Qt.PenStyle.CustomDashLine, Qt.PenCapStyle.FlatCap)
        # Dashes are counted in widths of the pen.
        length = path.length() / width
        filled.setDashPattern([length * self.share, length + 1.0])
        painter.setPen(filled)
        painter.drawPath(path)


def _round(rect: QRectF, radius: float) -> QPainterPath:
    """A rectangle with round corners, drawn clockwise from the middle of its upper edge."""
    radius = min(radius, rect.width() / 2, rect.height() / 2)
    side = 2 * radius
    path = QPainterPath(rect.topLeft() + (rect.topRight() - rect.topLeft()) / 2)
    path.lineTo(rect.right() - radius, rect.top())
    path.arcTo(rect.right() - side, rect.top(), side, side, 90, -90)
    path.lineTo(rect.right(), rect.bottom() - radius)
    path.arcTo(rect.right() - side, rect.bottom() - side, side, side, 0, -90)
    path.lineTo(rect.left() + radius, rect.bottom())
    path.arcTo(rect.left(), rect.bottom() - side, side, side, 270, -90)
    path.lineTo(rect.left(), rect.top() + radius)
    path.arcTo(rect.left(), rect.top(), side, side, 180, -90)
    path.closeSubpath()
    return path
