"""A few things that can each be on or off, as rounded words with a box: check boxes in the program's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QCheckBox, QSizePolicy, QVBoxLayout, QWidget

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.text import short_label
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_BOX, _BESIDE = 18, 42
"""Side of the box, and room for it before the words, in pixels at 100 %."""


class CheckChip(QCheckBox):
    """One of them; where it is on it has a tick, a thicker edge and a ground of its own."""

    def __init__(self, words: str, *, about: str = "") -> None:
        super().__init__(words)
        self.setAccessibleName(words)
        self.setAccessibleDescription(about)
        self.setToolTip(about)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(font(Type.STRONG)).horizontalAdvance(self.text())
        room = 2 * drawing.ring_room()
        return QSize(words + px(_BESIDE + 16) + room, px(TARGET) + room)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(TARGET), self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(place)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        room = drawing.ring_room()
        chip = self.rect().adjusted(room, room, -room, -room)
        on, accent = self.isChecked(), colour(self, Role.ACCENT)
        edge = accent if on or self.underMouse() else colour(self, Role.EDGE)
        ground = colour(self, Role.SOFT if on else Role.PAPER)
        drawing.draw_box(painter, chip, ground, edge, width=px(3 if on else 2), corner=10)
        if self.hasFocus():
            drawing.draw_ring(painter, self.rect(), accent, corner=10)
        box = chip.adjusted(px(12), 0, 0, 0)
        box.setTop(chip.center().y() - px(_BOX) // 2 + 1)
        box.setWidth(px(_BOX))
        box.setHeight(px(_BOX))
        drawing.draw_box(painter, box, colour(self, Role.PAPER), edge, width=px(2), corner=4)
        if on:
            drawing.draw_tick(painter, box.x() + px(4), box.y() + px(4), px(_BOX - 8), accent)
        painter.setPen(colour(self, Role.INK))
        painter.setFont(font(Type.STRONG if on else Type.BODY))
        words = chip.adjusted(px(_BESIDE), 0, -px(8), 0)
        shown = QFontMetrics(painter.font()).elidedText(
            self.text(), Qt.TextElideMode.ElideRight, words.width()
        )
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)


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
