"""The picture of the BSL version with a rectangle around the signer, to be moved and sized."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen

from lesson_player.foundation.i18n import tr
from lesson_player.model.film import Signer
from lesson_player.ui.film_import.film_picture import FilmPicture
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_STEP = 0.01
_SMALLEST = 0.1
"""Least width and height, as shares of the picture."""
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class SignerPicture(FilmPicture):
    """Arrows move the rectangle, Shift and arrows size it; so does the mouse, at its lower right corner."""

    moved = Signal()

    def __init__(self) -> None:
        super().__init__(tr("Picture of the BSL version"))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.box = QRectF(0.62, 0.02, 0.36, 0.96)
        """Left, top, width and height as shares of the picture."""
        self._shown = True
        self._grip: QPointF | None = None
        self._sizing = False
        self._name()

    @property
    def signer(self) -> Signer:
        """The rectangle, as a manifest has it."""
        box = self.box
        return Signer(
            x=round(box.x(), 3),
            y=round(box.y(), 3),
            width=round(box.width(), 3),
            height=round(box.height(), 3),
        )

    def set_signer(self, signer: Signer) -> None:
        """Put the rectangle there."""
        self._place(QRectF(signer.x, signer.y, signer.width, signer.height))

    def show_box(self, shown: bool) -> None:  # noqa: FBT001 - as Qt's own setVisible
        """Draw the rectangle, or only the picture."""
        self._shown = shown
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if shown else Qt.FocusPolicy.NoFocus)
        self.update()

    def words(self) -> str:
        """The rectangle in words."""
        shares = (self.box.x(), self.box.y(), self.box.width(), self.box.height())
        left, top, width, height = (round(share * 100) for share in shares)
        return tr(
            "From the left {left} %, from the top {top} %, {width} % wide, {height} % high",
            left=left,
            top=top,
            width=width,
            height=height,
        )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        arrow = _ARROWS.get(Qt.Key(event.key()))
        if arrow is None:
            event.ignore()
            return
        across, down = arrow[0] * _STEP, arrow[1] * _STEP
        box = QRectF(self.box)
        if event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            box.setSize(box.size().__class__(box.width() + across, box.height() + down))
        else:
            box.translate(across, down)
        self._place(box)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = self._share_at(event.position())
        corner = self.box.bottomRight()
        near = px(24) / max(1.0, self.picture_rect().width())
        self._sizing = abs(place.x() - corner.x()) < near and abs(place.y() - corner.y()) < near * 2
        self._grip = place if self._sizing or self.box.contains(place) else None

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._grip is None:
            return
        place = self._share_at(event.position())
        by = place - self._grip
        self._grip = place
        box = QRectF(self.box)
        if self._sizing:
            box.setBottomRight(box.bottomRight() + by)
        else:
            box.translate(by)
        self._place(box)

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        self._grip = None

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = drawing.painter_on(self)
        if self._shown:
            self._draw_box(painter)
        if self.hasFocus():
            drawing.draw_ring(painter, self.rect(), colour(self, Role.ACCENT), corner=2)

    def _draw_box(self, painter: QPainter) -> None:
        frame = self.picture_rect()
        box = QRectF(
            frame.x() + self.box.x() * frame.width(),
            frame.y() + self.box.y() * frame.height(),
            self.box.width() * frame.width(),
            self.box.height() * frame.height(),
        )
        # Two lines, so that one of them stands out on any picture.
        for ink, width in ((QColor("#101418"), px(6)), (QColor("#FFE14D"), px(3))):
            painter.setPen(QPen(ink, width))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(box)
        handle = QRectF(0, 0, px(18), px(18))
        handle.moveCenter(box.bottomRight())
        drawing.draw_box(painter, handle, QColor("#FFE14D"), QColor("#101418"), width=px(2), corner=4)

    def _share_at(self, place: QPointF) -> QPointF:
        frame = self.picture_rect()
        return QPointF((place.x() - frame.x()) / frame.width(), (place.y() - frame.y()) / frame.height())

    def _place(self, box: QRectF) -> None:
        """Keep the rectangle in the picture, and no smaller than it can be used."""
        width = min(max(box.width(), _SMALLEST), 1.0)
        height = min(max(box.height(), _SMALLEST), 1.0)
        x, y = min(max(box.x(), 0.0), 1.0 - width), min(max(box.y(), 0.0), 1.0 - height)
        self.box = QRectF(x, y, width, height)
        self._name()
        self.update()
        self.moved.emit()

    def _name(self) -> None:
        self.setAccessibleName(tr("Where the signer is: {where}", where=self.words()))
