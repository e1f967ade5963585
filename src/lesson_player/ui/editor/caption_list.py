"""The captions of a track, one below the other, each with its time, its words and its speed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.caption_row import NOW, ROW, CaptionRowPainter, spoken
from lesson_player.ui.theme.measures import px
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from lesson_player.control.editing.captions import CaptionRow

_ALONG = frozenset(
    {
        Qt.Key.Key_Up,
        Qt.Key.Key_Down,
        Qt.Key.Key_Home,
        Qt.Key.Key_End,
        Qt.Key.Key_PageUp,
        Qt.Key.Key_PageDown,
    }
)


class CaptionList(QListWidget):
    """Up and Down go from caption to caption, Enter goes to its words, Space plays the film from there."""

    chosen = Signal(int)
    """The caption to work on, counted from 0."""
    words_asked = Signal()
    """Write in its words."""
    play_asked = Signal()
    """Play the film from it."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[CaptionRow, ...] = ()
        self._now = -1
        self.setAccessibleName(tr("Captions"))
        quiet_scrolling(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(CaptionRowPainter(self))
        self.setMouseTracking(True)
        self.currentRowChanged.connect(self._tell)
        self.itemClicked.connect(lambda _item: self._tell(self.currentRow()))

    def show_rows(self, rows: tuple[CaptionRow, ...], number: int) -> None:
        """List *rows*, and mark the one that is worked on; nothing is told."""
        self.blockSignals(True)
        while self.count() > len(rows):
            self.takeItem(self.count() - 1)
        self.setMinimumWidth(px(240))
        for at, row in enumerate(rows):
            if at < len(self._rows) and at < self.count() and self._rows[at] == row:
                continue
            item = self.item(at) if at < self.count() else None
            if item is None:
                item = QListWidgetItem()
                self.addItem(item)
            item.setText(row.text)
            item.setData(ROW, row)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(row))
        self._rows = rows
        if number != self.currentRow():
            self.setCurrentRow(number)
            self.scrollToItem(self.item(number))
        self.blockSignals(False)
        self.viewport().update()

    def show_now(self, number: int) -> None:
        """Mark the caption that the film shows now; -1 for none."""
        if number == self._now:
            return
        for at, now in ((self._now, False), (number, True)):
            item = self.item(at)
            if item is not None:
                item.setData(NOW, now)
        self._now = number

    def look_at(self, number: int) -> None:
        """Work on a caption, and bring it into view."""
        if 0 <= number < self.count():
            self.setCurrentRow(number)
            self.scrollToItem(self.item(number))

    def sizeHint(self) -> QSize:
        return QSize(px(420), px(320))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What goes along the list stays here; all else is the page's."""
        plain = event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}
        if plain and event.key() in _ALONG:
            super().keyPressEvent(event)
        elif plain and event.key() in ENTER:
            self.words_asked.emit()
        elif plain and event.key() == Qt.Key.Key_Space:
            self.play_asked.emit()
        else:
            event.ignore()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew at another width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _tell(self, row: int) -> None:
        if row >= 0:
            self.chosen.emit(row)
