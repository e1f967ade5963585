"""A choice of one among a few, as rounded words side by side: radio buttons in the program's look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLayout, QRadioButton, QSizePolicy, QVBoxLayout, QWidget

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.chip_paint import ChipShape, chip_size, paint_chip, set_up_chip
from lesson_player.ui.widgets.text import short_label
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QColor, QKeyEvent, QPainter, QPaintEvent

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}
"""Where an arrow leads, in chips."""
_SHAPE = ChipShape(side=16, left=14, before=38, corner=22)


class ChoiceChip(QRadioButton):
    """One of the choices; the chosen one has a filled dot, a thicker edge and a ground of its own."""

    stepped = Signal(int)
    """An arrow asked for the next chip, 1, or for the one before, -1."""

    def __init__(self, words: str, *, about: str = "") -> None:
        super().__init__(words)
        set_up_chip(self, words, about)

    def sizeHint(self) -> QSize:
        return chip_size(self, _SHAPE)

    def minimumSizeHint(self) -> QSize:
        return QSize(px(TARGET), self.sizeHint().height())

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """All of it can be pressed."""
        return self.rect().contains(place)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go from chip to chip in the order of reading; Qt's own stop at the end of each line."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)

    def paintEvent(self, _event: QPaintEvent) -> None:
        paint_chip(self, _SHAPE, self._draw_dot)

    def _draw_dot(self, painter: QPainter, dot: QRect, edge: QColor) -> None:
        drawing.draw_box(painter, dot, colour(self, Role.PAPER), edge, width=px(2), corner=_SHAPE.side // 2)
        if self.isChecked():
            inner = dot.adjusted(px(4), px(4), -px(4), -px(4))
            drawing.draw_box(painter, inner, colour(self, Role.ACCENT), corner=_SHAPE.side // 2)


class ChoiceRow(QWidget):
    """A titled group of chips, of which one is always chosen.

    *first* is the index of the chip that is chosen at first. By keyboard it is a radio group: Tab and
    Shift+Tab come to the chosen chip alone, the arrows choose the next one or the one before, round and round
    (WAI-ARIA Authoring Practices 1.2, radio group).
    """

    chosen = Signal(int)
    """Index of the chip that was chosen."""

    def __init__(
        self, title: str, choices: tuple[tuple[str, str], ...], *, first: int = 0, stacked: bool = False
    ) -> None:
        super().__init__()
        self.setAccessibleName(title)
        self.chips = tuple(ChoiceChip(words, about=about) for words, about in choices)
        self._group = QButtonGroup(self)
        holder = QWidget()
        layout: QLayout = QVBoxLayout(holder) if stacked else WrapLayout(holder)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, chip in enumerate(self.chips):
            chip.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
            self._group.addButton(chip, index)
            chip.stepped.connect(self._step)
            layout.addWidget(chip)
        wrapping = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        wrapping.setHeightForWidth(True)
        holder.setSizePolicy(wrapping)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        heading = short_label(title)
        heading.setContentsMargins(drawing.ring_room(), 0, 0, 0)
        column.addWidget(heading)
        column.addWidget(holder)
        self._group.idToggled.connect(self._tell)
        if self.chips:
            self.chips[first].setChecked(True)

    def put_below_title(self, words: QWidget) -> None:
        """Have *words* stand between the title and the chips."""
        self._column.insertWidget(1, words)

    @property
    def index(self) -> int:
        """Index of the chosen chip."""
        return max(0, self._group.checkedId())

    def _step(self, by: int) -> None:
        free = [chip for chip in self.chips if chip.isEnabled()]
        here = self.chips[self.index]
        if here in free:
            following = free[(free.index(here) + by) % len(free)]
            following.setChecked(True)
            following.setFocus(Qt.FocusReason.TabFocusReason)

    def _tell(self, index: int, on: bool) -> None:  # noqa: FBT001 - Qt's signature
        # Qt leaves the other chips out of Tab's way only after the group has had the focus once.
        policy = Qt.FocusPolicy.StrongFocus if on else Qt.FocusPolicy.ClickFocus
        self.chips[index].setFocusPolicy(policy)
        if on:
            self.chosen.emit(index)
