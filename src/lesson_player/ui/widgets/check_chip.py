"""A few things that can each be on or off, as rounded words with a box: check boxes in the program's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.chip_paint import ChipShape, chip_size, paint_chip, set_up_chip
from lesson_player.ui.widgets.text import short_label
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QPainter, QPaintEvent

_SHAPE = ChipShape(side=18, left=12, before=42, corner=10)


class CheckChip(QCheckBox):
    """One of them; where it is on it has a tick, a thicker edge and a ground of its own."""

    def __init__(self, words: str, *, about: str = "") -> None:
        super().__init__(words)
        set_up_chip(self, words, about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def sizeHint(self) -> QSize:
        return chip_size(self, _SHAPE)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(TARGET), self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(self, _SHAPE, self._draw_box)

    def _draw_box(self, painter: QPainter, box: QRect, edge: QColor) -> None:
        drawing.draw_box(painter, box, colour(self, Role.PAPER), edge, width=px(2), corner=4)
        if self.isChecked():
            accent = colour(self, Role.ACCENT)
            drawing.draw_tick(painter, box.x() + px(4), box.y() + px(4), px(_SHAPE.side - 8), accent)


class CheckRow(QWidget):
    """A titled group of check boxes, each with an id, its words and what it is about."""

    switched = Signal(str, bool)
    """Id of the box that a person pressed, and whether it is on now."""

    def __init__(self, title: str, choices: tuple[tuple[str, str, str], ...]) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.chips = {name: CheckChip(words, about=about) for name, words, about in choices}
        holder = QWidget()
        layout = WrapLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for name, chip in self.chips.items():
            chip.clicked.connect(lambda on, name=name: self.switched.emit(name, on))
            layout.addWidget(chip)
        wrapping = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        wrapping.setHeightForWidth(True)
        holder.setSizePolicy(wrapping)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        heading = short_label(title)
        heading.setContentsMargins(drawing.ring_room(), 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(holder)

    def show_on(self, names: tuple[str, ...]) -> None:
        """Show those as on and all others as off; nothing is told."""
        for name, chip in self.chips.items():
            chip.setChecked(name in names)
