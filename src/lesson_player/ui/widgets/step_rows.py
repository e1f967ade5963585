"""Lists of a lesson's steps: number, title, minutes, and a note below where there is something to say."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QFont

_LINE = Qt.ItemDataRole.UserRole
_SIDE, _NUMBER, _LEFT, _RIGHT, _PAD = 6, 28, 38, 30, 7
"""Room beside a row, for its number, before its title, for its minutes, and above its words, in pixels at
100 %."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_RIGHTMOST = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class StepLine:
    """One step as it is painted and said."""

    number: int
    title: str
    minutes: int
    spoken: str
    """What a screen reader says for all of it."""
    note: str = ""
    """What stands below the title."""
    warm: bool = False
    """Whether the note asks for a look."""
    strong: bool = False
    """Whether the title is heavier than usual, also where it is not the one that holds."""
    struck: bool = False
    quiet: bool = False
    """Whether it is over, so that the title recedes."""


class StepRows(QListWidget):
    """Steps below one another; a filled box is the one that holds, a ring is where the focus is."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Steps of this sitting"))
        quiet_scrolling(self)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_RowPainter(self))
        self.setMouseTracking(True)

    def is_here(self, row: int) -> bool:
        """Whether that row is the step that holds: where the class is, or what is worked on."""
        return row == self.currentRow()

    def put(self, lines: Sequence[StepLine]) -> None:
        """Show these steps, in place of those before."""
        if len(lines) != self.count():
            self.clear()
            self.addItems([""] * len(lines))
        for row, line in enumerate(lines):
            item = self.item(row)
            item.setData(_LINE, line)
            item.setText(line.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, line.spoken)
        self.scheduleDelayedItemsLayout()

    def full_height(self) -> int:
        """Height in pixels at which every step can be seen without scrolling."""
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth()


class _RowPainter(QStyledItemDelegate):
    """Draws one step, and says how high it is."""

    def __init__(self, view: StepRows) -> None:
        super().__init__(view)
        self._view = view

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: StepLine = index.data(_LINE)
        here = self._view.is_here(index.row())
        box = option.rect.adjusted(px(_SIDE), px(1), -px(_SIDE), -px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            drawing.draw_box(painter, box, colour(self._view, Role.ACCENT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            drawing.draw_box(painter, box, colour(self._view, Role.SOFT))
        if self._view.hasFocus() and index.row() == self._view.currentRow():
            ring = colour(self._view, Role.ON_ACCENT if here else Role.ACCENT)
            drawing.draw_box(painter, box.adjusted(px(3), px(3), -px(3), -px(3)), None, ring, width=px(3))
        self._draw_figures(painter, box, line, here=here)
        self._draw_words(painter, drawing.as_written(self._view, box, _room(box)), line, here=here)
        painter.restore()

    def _draw_figures(self, painter: QPainter, box: QRect, line: StepLine, *, here: bool) -> None:
        painter.setPen(colour(self._view, Role.ON_ACCENT if here else Role.QUIET))
        painter.setFont(font(Type.STRONG if here else Type.BODY))
        number = QRect(box.left(), box.top(), px(_NUMBER), box.height())
        painter.drawText(drawing.as_written(self._view, box, number), _RIGHTMOST, str(line.number))
        painter.setFont(font(Type.SMALL))
        minutes = drawing.as_written(self._view, box, box.adjusted(0, 0, -px(10), 0))
        painter.drawText(minutes, _RIGHTMOST, str(line.minutes))

    def _draw_words(self, painter: QPainter, room: QRect, line: StepLine, *, here: bool) -> None:
        below = _note_height(line, room.width())
        usual = Role.QUIET if line.quiet else Role.INK
        painter.setPen(colour(self._view, Role.ON_ACCENT if here else usual))
        painter.setFont(_title_font(line, here=here))
        painter.drawText(room.adjusted(0, px(_PAD), 0, -below - px(_PAD)), _WRAP, line.title)
        if line.note:
            usual = Role.WARM if line.warm else Role.QUIET
            painter.setPen(colour(self._view, Role.ON_ACCENT if here else usual))
            painter.setFont(_note_font(line))
            painter.drawText(
                room.adjusted(0, room.height() - below - px(_PAD), 0, -px(_PAD)), _WRAP, line.note
            )

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        line: StepLine | None = index.data(_LINE)
        width = self._view.viewport().width()
        if line is None:
            return QSize(width, px(TARGET))
        room = _room(QRect(0, 0, width - 2 * px(_SIDE), 10_000))
        # As where the step holds: the list stands still when another one does.
        words = QFontMetrics(_title_font(line, here=True)).boundingRect(room, _WRAP, line.title).height()
        return QSize(width, max(px(TARGET), words + _note_height(line, room.width()) + px(2 * _PAD)))


def _title_font(line: StepLine, *, here: bool) -> QFont:
    made = font(Type.STRONG if here or line.strong else Type.BODY)
    made.setStrikeOut(line.struck)
    return made


def _note_font(line: StepLine) -> QFont:
    return font(Type.LABEL if line.warm else Type.SMALL)


def _note_height(line: StepLine, width: int) -> int:
    if not line.note:
        return 0
    room = QRect(0, 0, width, 10_000)
    return QFontMetrics(_note_font(line)).boundingRect(room, _WRAP, line.note).height()


def _room(box: QRect) -> QRect:
    return box.adjusted(px(_LEFT), 0, -px(_RIGHT), 0)
