"""The few shapes that our own widgets are drawn with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle

from lesson_player.ui.theme.measures import CORNER, RING, RING_GAP, px

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QPaintDevice
    from PySide6.QtWidgets import QWidget


def ring_room() -> int:
    """Room in pixels that a control keeps on each side for its focus ring."""
    return px(RING + RING_GAP)


def painter_on(widget: QPaintDevice) -> QPainter:
    """A painter on *widget* with smooth edges."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    return painter


def as_written(widget: QWidget, within: QRect, rect: QRect) -> QRect:
    """*rect* as it stands in *within*, on the other side where the language is written from right to left."""
    return QStyle.visualRect(widget.layoutDirection(), within, rect)


def draw_box(
    painter: QPainter,
    rect: QRect | QRectF,
    fill: QColor | None,
    edge: QColor | None = None,
    *,
    width: float = 2.0,
    corner: float = CORNER,
) -> None:
    """A box with round corners whose edge lies wholly inside *rect*."""
    half = width / 2 if edge is not None else 0.0
    painter.setPen(QPen(edge, width) if edge is not None else Qt.PenStyle.NoPen)
    painter.setBrush(fill if fill is not None else Qt.BrushStyle.NoBrush)
    radius = max(0.0, px(corner) - half)
    painter.drawRoundedRect(QRectF(rect).adjusted(half, half, -half, -half), radius, radius)


def draw_ring(painter: QPainter, rect: QRect | QRectF, colour: QColor, *, corner: float = CORNER) -> None:
    """The focus ring along the inner edge of *rect*; what it surrounds keeps `ring_room` free."""
    draw_box(painter, rect, None, colour, width=px(RING), corner=corner + RING + RING_GAP)


def draw_tick(painter: QPainter, x: float, y: float, size: float, ink: QColor) -> None:
    """A tick in a square of *size* pixels: it says "on" or "good" without colour."""
    painter.setPen(
        QPen(ink, size * 0.22, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    places = ((0.05, 0.55), (0.38, 0.88), (0.95, 0.15))
    painter.drawPolyline([QPointF(x + across * size, y + down * size) for across, down in places])
