"""The steps of the sitting in the editor, with what is changed, hidden, added and locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent, QKeyEvent

    from lesson_player.control.editing.view import StepRow

_ROW = Qt.ItemDataRole.UserRole
_SIDE, _LEFT, _RIGHT, _PAD = 6, 38, 30, 7
"""Room beside a row, for its number, for its minutes, and above its words, in pixels at 100 %."""
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter


class StepList(QListWidget):
    """Up and Down go from step to step; Delete hides one; a step can also be dragged to its place."""

    step_asked = Signal(str)
    """Id of the step to work on."""
    hide_asked = Signal(str)
    """Id of the step to hide, or to show again."""
    move_asked = Signal(str, int)
    """Id of the step, and by how many places; back where that is negative."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[StepRow, ...] = ()
        self.setAccessibleName(tr("Steps of this sitting"))
        quiet_scrolling(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setDragDropMode(QListWidget.DragDropMode.InternalMove)
        self.setItemDelegate(_RowPainter(self))
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._ask)

    def show_steps(self, rows: tuple[StepRow, ...], step: str) -> None:
        """Show how the steps stand, and which one is worked on."""
        if rows != self._rows:
            self._rows = rows
            self.blockSignals(True)
            if len(rows) != self.count():
                self.clear()
                self.addItems([""] * len(rows))
            for number, row in enumerate(rows):
                item = self.item(number)
                item.setData(_ROW, row)
                item.setText(row.title)
                item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(row))
                item.setToolTip(row.fixed)
            self.blockSignals(False)
            self.scheduleDelayedItemsLayout()
        at = next((number for number, row in enumerate(rows) if row.id == step), -1)
        if at != self.currentRow():
            self.blockSignals(True)
            self.setCurrentRow(at)
            self.blockSignals(False)
            self.scrollToItem(self.item(at))
            self.viewport().update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down look along the list, Home and End go to its ends; all else is the window's."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        along = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}
        if plain and event.key() in along:
            super().keyPressEvent(event)
        elif plain and event.key() in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace} and self.currentRow() >= 0:
            self.hide_asked.emit(self._rows[self.currentRow()].id)
        else:
            event.ignore()

    def dropEvent(self, event: QDropEvent) -> None:
        """A step that is dragged is moved by the version, not by the list."""
        former = self.currentRow()
        below = self.indexAt(event.position().toPoint()).row()
        below = below if below >= 0 else self.count() - 1
        event.setDropAction(Qt.DropAction.IgnoreAction)
        event.accept()
        shown = [row.id for row in self._rows if not row.hidden]
        one, other = self._rows[former].id, self._rows[below].id
        if one in shown and other in shown and one != other:
            self.move_asked.emit(one, shown.index(other) - shown.index(one))

    def _ask(self, row: int) -> None:
        if 0 <= row < len(self._rows):
            self.step_asked.emit(self._rows[row].id)


def spoken(row: StepRow) -> str:
    """A step as a screen reader says it."""
    words = tr("Step {n}, {title}", n=row.number, title=row.title)
    return ", ".join((words, tr_n("{n} minute", "{n} minutes", row.minutes), *row.marks))


class _RowPainter(QStyledItemDelegate):
    """Draws a step: number, title, minutes, and below what is different about it."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        row: StepRow = index.data(_ROW)
        view = self._view()
        here = index.row() == view.currentRow()
        box = option.rect.adjusted(px(_SIDE), px(1), -px(_SIDE), -px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            drawing.draw_box(painter, box, colour(view, Role.ACCENT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            drawing.draw_box(painter, box, colour(view, Role.SOFT))
        if view.hasFocus() and here:
            ring = colour(view, Role.ON_ACCENT)
            drawing.draw_box(painter, box.adjusted(px(3), px(3), -px(3), -px(3)), None, ring, width=px(3))
        quiet = colour(view, Role.ON_ACCENT if here else Role.QUIET)
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        painter.setPen(quiet)
        painter.setFont(font(Type.BODY))
        number = QRect(box.left(), box.top(), px(28), box.height())
        painter.drawText(drawing.as_written(view, box, number), right, str(row.number))
        painter.setFont(font(Type.SMALL))
        minutes = drawing.as_written(view, box, box.adjusted(0, 0, -px(10), 0))
        painter.drawText(minutes, right, str(row.minutes))
        note = _note_height() if row.marks else 0
        room = drawing.as_written(view, box, _room(box))
        painter.setPen(colour(view, Role.ON_ACCENT) if here else colour(view, Role.INK))
        painter.setFont(_title_font(struck=row.hidden))
        painter.drawText(room.adjusted(0, px(_PAD), 0, -note - px(_PAD)), _WRAP, row.title)
        if row.marks:
            painter.setPen(quiet if here else colour(view, Role.WARM))
            painter.setFont(font(Type.LABEL))
            below = room.adjusted(0, box.height() - note - px(_PAD), 0, -px(_PAD))
            painter.drawText(below, Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop, _marks(row))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        row: StepRow | None = index.data(_ROW)
        width = self._view().viewport().width()
        if row is None:
            return QSize(width, px(TARGET))
        room = _room(QRect(0, 0, width - 2 * px(_SIDE), 10_000))
        words = QFontMetrics(_title_font(struck=False)).boundingRect(room, _WRAP, row.title)
        note = _note_height() if row.marks else 0
        return QSize(width, max(px(TARGET), words.height() + note + px(2 * _PAD)))

    def _view(self) -> StepList:
        view = self.parent()
        if not isinstance(view, StepList):  # pragma: no cover - made in one place only
            raise TypeError
        return view


def _marks(row: StepRow) -> str:
    return " · ".join(row.marks)


def _title_font(*, struck: bool) -> QFont:
    made = QFont(font(Type.STRONG))
    made.setStrikeOut(struck)
    return made


def _note_height() -> int:
    return QFontMetrics(font(Type.LABEL)).height()


def _room(box: QRect) -> QRect:
    return box.adjusted(px(_LEFT), 0, -px(_RIGHT), 0)
