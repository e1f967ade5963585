"""Painting what is marked on a page: the veil of the line focus, and the word that is heard."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainterPath

from lesson_player.rendering.colours import colour, qcolour, with_opacity
from lesson_player.rendering.glyphs import draw_text

if TYPE_CHECKING:
    from PySide6.QtGui import QPainter

    from lesson_player.model.theme import Theme
    from lesson_player.rendering.placed import PlacedVeil, PlacedWords

VEIL_PERCENT = 50
"""How much of what recedes is covered: large text behind it keeps 3:1 (WCAG 2.2, 1.4.3) in every theme."""
_CORNER = 0.16
"""Radius of a mark's corners as a share of its height."""


def paint_veil(painter: QPainter, veil: PlacedVeil, ground: str) -> None:
    """Cover all but the veil's spot with a ground that can be seen through."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.OddEvenFill)
    path.addRect(veil.rect.qrectf())
    path.addRoundedRect(veil.spot.qrectf(), veil.radius, veil.radius)
    painter.fillPath(path, qcolour(with_opacity(ground, VEIL_PERCENT)))


def paint_words(painter: QPainter, words: PlacedWords, theme: Theme) -> None:
    """Paint words once more, on a mark, in the colour that is readable there."""
    boxes = QPainterPath()
    boxes.setFillRule(Qt.FillRule.WindingFill)
    for box in words.boxes:
        boxes.addRoundedRect(box.qrectf(), box.height * _CORNER, box.height * _CORNER)
    painter.fillPath(boxes, qcolour(colour(theme, "mark")))
    painter.save()
    painter.setClipPath(boxes, Qt.ClipOperation.IntersectClip)
    draw_text(painter, words.text, colour(theme, "on_mark"))
    painter.restore()
