"""How boxes and choices are drawn: rounded words with a mark before them that says whether they are on."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QSizePolicy

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QColor, QPainter
    from PySide6.QtWidgets import QAbstractButton

    Mark = Callable[[QPainter, QRect, QColor], None]
    """Draws the mark into a square, with an edge of that colour."""


@dataclass(frozen=True, slots=True)
class ChipShape:
    """What differs between the two kinds, in pixels at 100 %."""

    side: int
    """Of the mark's square."""
    left: int
    """Room before the mark."""
    before: int
    """Room before the words, the mark's among it."""
    corner: int


_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_AFTER, _LEAST_AFTER = 16, 8
"""Room after the words, and how much of it is left before they are shortened, in pixels at 100 %."""


def set_up_chip(chip: QAbstractButton, words: str, about: str) -> None:
    """Names, size and pointer as both kinds have them; *about* is said by screen readers and on hover."""
    chip.setAccessibleName(words)
    chip.setAccessibleDescription(about)
    chip.setToolTip(about)
    chip.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
    chip.setAttribute(Qt.WidgetAttribute.WA_Hover)


def chip_size(chip: QAbstractButton, shape: ChipShape) -> QSize:
    """Room for the mark, the words on one line, and the focus ring."""
    words = QFontMetrics(font(Type.STRONG)).horizontalAdvance(chip.text())
    room = 2 * drawing.ring_room()
    return QSize(words + px(shape.before + _AFTER) + room, px(TARGET) + room)


def paint_chip(chip: QAbstractButton, shape: ChipShape, mark: Mark) -> None:
    """Draw *chip*: where it is on it has a thicker edge and a ground of its own."""
    painter = drawing.painter_on(chip)
    room = drawing.ring_room()
    box = chip.rect().adjusted(room, room, -room, -room)
    on, accent = chip.isChecked(), colour(chip, Role.ACCENT)
    edge = accent if on or chip.underMouse() else colour(chip, Role.EDGE)
    ground = colour(chip, Role.SOFT if on else Role.PAPER)
    drawing.draw_box(painter, box, ground, edge, width=px(3 if on else 2), corner=shape.corner)
    if chip.hasFocus():
        drawing.draw_ring(painter, chip.rect(), accent, corner=shape.corner)
    side = px(shape.side)
    mark(painter, QRect(box.left() + px(shape.left), box.center().y() - side // 2 + 1, side, side), edge)
    painter.setPen(colour(chip, Role.INK))
    words = box.adjusted(px(shape.before), 0, -px(_LEAST_AFTER), 0)
    step, shown = fitted(chip.text(), words, Type.STRONG if on else Type.BODY)
    painter.setFont(font(step))
    painter.drawText(words, _LEFT | Qt.TextFlag.TextWordWrap, shown)


def fitted(words: str, room: QRect, usual: Type) -> tuple[Type, str]:
    """How *words* stand in *room*: on one line, else on two a little smaller, and only then shortened."""
    if QFontMetrics(font(usual)).horizontalAdvance(words) <= room.width():
        return usual, words
    wrapped = QFontMetrics(font(Type.MINOR)).boundingRect(room, _LEFT | Qt.TextFlag.TextWordWrap, words)
    if wrapped.height() <= room.height() and wrapped.width() <= room.width():
        return Type.MINOR, words
    return usual, QFontMetrics(font(usual)).elidedText(words, Qt.TextElideMode.ElideRight, room.width())
