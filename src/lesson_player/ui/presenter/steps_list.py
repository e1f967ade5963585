"""The list of steps with their minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.teaching.views import Standing
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from lesson_player.teaching.views import StepEntry

_SIDE = 6
"""Room beside each step, in pixels at 100 %."""
_ENTRY = Qt.ItemDataRole.UserRole
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_NOTE = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter


class StepsList(QListWidget):
    """Steps of the sitting; a click, or Enter after Tab and the arrows, goes to one."""

    step_asked = Signal(int)
    """Number of the step, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[StepEntry, ...] = ()
        self.setAccessibleName(tr("Steps of this sitting"))
        quiet_scrolling(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_StepPainter(self))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._ask)

    def show_steps(self, entries: tuple[StepEntry, ...]) -> None:
        """Show where each step stands."""
        if entries == self._entries:
            return
        if len(entries) != self.count():
            self.clear()
            self.addItems([""] * len(entries))
        self._entries = entries
        for row, entry in enumerate(entries):
            item = self.item(row)
            item.setData(_ENTRY, entry)
            item.setText(entry.title)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(entry))
            if entry.standing is Standing.CURRENT:
                self.setCurrentItem(item)
                self.scrollToItem(item)
        self.scheduleDelayedItemsLayout()

    def full_height(self) -> int:
        """Height in pixels at which every step can be seen without scrolling."""
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down look along the list, Space and Enter go to the step; all else is the window's."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
        elif (event.key() in ENTER or event.key() == Qt.Key.Key_Space) and self.currentItem() is not None:
            self._ask(self.currentItem())
        else:
            event.ignore()

    def _ask(self, item: QListWidgetItem) -> None:
        self.step_asked.emit(self.row(item) + 1)


def skip_note(entry: StepEntry) -> str:
    """What stands under a step that is not needed: that it may be skipped, or is to be when time is short."""
    if entry.skip:
        return tr("skip to be on time")
    return tr("may be skipped") if entry.optional else ""


def spoken(entry: StepEntry) -> str:
    """A step as a screen reader says it."""
    words = tr("Step {n}, {title}", n=entry.number, title=entry.title)
    parts = [words, tr_n("{n} minute", "{n} minutes", entry.minutes)]
    if entry.optional:
        parts.append(skip_note(entry))
    if entry.standing is Standing.CURRENT:
        parts.append(tr("the class is here"))
    elif entry.standing is Standing.DONE:
        parts.append(tr("done"))
    return ", ".join(parts)


class _StepPainter(QStyledItemDelegate):
    """Draws one step: number, title, minutes; a filled box where the class is, a ring where the focus is."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        entry: StepEntry = index.data(_ENTRY)
        view = self._view()
        here = entry.standing is Standing.CURRENT
        box = option.rect.adjusted(px(_SIDE), px(1), -px(_SIDE), -px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if here:
            drawing.draw_box(painter, box, colour(view, Role.ACCENT))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            drawing.draw_box(painter, box, colour(view, Role.SOFT))
        if view.hasFocus() and index.row() == view.currentRow():
            ink = colour(view, Role.ON_ACCENT if here else Role.ACCENT)
            drawing.draw_box(painter, box.adjusted(px(3), px(3), -px(3), -px(3)), None, ink, width=px(3))
        quiet = colour(view, Role.ON_ACCENT if here else Role.QUIET)
        ink = colour(view, Role.ON_ACCENT) if here else colour(view, Role.QUIET if _past(entry) else Role.INK)
        painter.setPen(quiet)
        painter.setFont(_number_font(here=here))
        right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        number = QRect(box.left(), box.top(), px(28), box.height())
        painter.drawText(drawing.as_written(view, box, number), right, str(entry.number))
        painter.setFont(font(Type.SMALL))
        minutes = drawing.as_written(view, box, box.adjusted(0, 0, -px(10), 0))
        painter.drawText(minutes, right, str(entry.minutes))
        painter.setPen(ink)
        painter.setFont(_title_font(here=here))
        room = drawing.as_written(view, box, _title_rect(box))
        if not entry.optional:
            painter.drawText(room, _WRAP, entry.title)
        else:
            below = _note_height()
            painter.drawText(room.adjusted(0, px(7), 0, -below - px(7)), _WRAP, entry.title)
            painter.setFont(font(Type.LABEL if entry.skip else Type.SMALL))
            painter.setPen(quiet if here or not entry.skip else colour(view, Role.WARM))
            painter.drawText(
                room.adjusted(0, box.height() - below - px(7), 0, -px(7)), _NOTE, skip_note(entry)
            )
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        entry: StepEntry | None = index.data(_ENTRY)
        width = self._view().viewport().width()
        if entry is None:
            return QSize(width, px(TARGET))
        room = _title_rect(QRect(0, 0, width - 2 * px(_SIDE), 10_000))
        words = QFontMetrics(_title_font(here=True)).boundingRect(room, _WRAP, entry.title)
        note = _note_height() if entry.optional else 0
        return QSize(width, max(px(TARGET), words.height() + note + px(14)))

    def _view(self) -> StepsList:
        view = self.parent()
        if not isinstance(view, StepsList):  # pragma: no cover - made in one place only
            raise TypeError
        return view


def _past(entry: StepEntry) -> bool:
    return entry.standing is Standing.DONE


def _number_font(*, here: bool) -> QFont:
    return font(Type.STRONG if here else Type.BODY)


def _title_font(*, here: bool) -> QFont:
    return font(Type.STRONG if here else Type.BODY)


def _note_height() -> int:
    return QFontMetrics(font(Type.LABEL)).height()


def _title_rect(box: QRect) -> QRect:
    return box.adjusted(px(38), 0, -px(30), 0)
