"""Why a setting is grey: words that Tab reaches, because what is locked itself cannot have the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LOCK = 16
"""Height of the padlock, in pixels at 100 %."""


class Padlock(QWidget):
    """A drawn padlock: the words beside it say the same."""

    def __init__(self) -> None:
        super().__init__()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(_LOCK), px(_LOCK + 2))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        ink, unit = colour(self, Role.INK), px(_LOCK) / 16
        painter.setPen(QPen(ink, 2 * unit))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawArc(QRectF(4 * unit, 1.5 * unit, 8 * unit, 10 * unit), 0, 180 * 16)
        painter.drawLine(QPointF(4 * unit, 6.5 * unit), QPointF(4 * unit, 8 * unit))
        painter.drawLine(QPointF(12 * unit, 6.5 * unit), QPointF(12 * unit, 8 * unit))
        drawing.draw_box(painter, QRectF(2 * unit, 7.5 * unit, 12 * unit, 9 * unit), ink, corner=2)


class LockedWords(QWidget):
    """A padlock and a sentence."""

    def __init__(self, title: str) -> None:
        super().__init__()
        self._title = title
        self.words = label(step=Type.STRONG)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        row = QHBoxLayout(self)
        ring = drawing.ring_room() + px(4)
        row.setContentsMargins(ring, ring, ring, ring)
        row.setSpacing(px(8))
        row.addWidget(Padlock(), 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, 1)

    def say(self, value: str, why: str) -> None:
        """Say that the school has laid *value* down, and *why* in its own words."""
        told = tr("Your school has set this to “{value}”. It cannot be changed here.", value=value)
        self.words.setText(f"{told} {why}".strip())
        self.setAccessibleName(f"{self._title}. {self.words.text()}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self.hasFocus():
            drawing.draw_ring(drawing.painter_on(self), self.rect(), colour(self, Role.ACCENT))
