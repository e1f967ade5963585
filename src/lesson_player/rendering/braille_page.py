"""A page of Braille ASCII painted as dots, as it comes out of an embosser."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

if TYPE_CHECKING:
    from collections.abc import Sequence

SIGNS: Final = " A1B'K2L@CIF/MSP\"E3H9O6R^DJG>NTQ,*5<-U8V.%[$+X!&;:4\\0Z7(_?W]#Y)="
"""Braille ASCII: the sign at each place stands for the cell whose dots 1 to 6 are the bits of its number."""
_PLACES: Final = ((0, 0), (0, 1), (0, 2), (1, 0), (1, 1), (1, 2))
"""Column and row of the dots 1 to 6 in a cell."""
_CELL, _LINE, _DOT = 6.2, 10.0, 2.5
"""Millimetres from cell to cell, from line to line and from dot to dot (ISO 17049:2013)."""
_RADIUS = 0.75
_EDGE = 20.0
_INK, _FLAT = QColor("#111111"), QColor("#D9D9D9")


def ratio(cells: int, lines: int) -> float:
    """Height of a page as a share of its width."""
    return (lines * _LINE + 2 * _EDGE) / (cells * _CELL + 2 * _EDGE)


def braille_image(lines: Sequence[str], cells: int, width: int) -> QImage:
    """*lines* of a page that is *cells* wide, *width* pixels wide; dots that are not raised are pale."""
    scale = width / (cells * _CELL + 2 * _EDGE)
    image = QImage(
        QSize(max(1, width), max(1, round(width * ratio(cells, len(lines))))), QImage.Format.Format_RGB32
    )
    image.fill(Qt.GlobalColor.white)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.scale(scale, scale)
        for row, line in enumerate(lines):
            for column, sign in enumerate(line):
                if sign != " ":
                    _cell(painter, QPointF(_EDGE + column * _CELL, _EDGE + row * _LINE), SIGNS.find(sign))
    return image


def _cell(painter: QPainter, at: QPointF, dots: int) -> None:
    for number, (column, row) in enumerate(_PLACES):
        raised = dots >> number & 1
        painter.setBrush(_INK if raised else _FLAT)
        radius = _RADIUS if raised else _RADIUS / 3
        painter.drawEllipse(at + QPointF(column * _DOT, row * _DOT), radius, radius)
