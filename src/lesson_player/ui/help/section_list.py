"""The headings of a guide, or of what a search has found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QStyledItemDelegate, QStyleOptionViewItem

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_SIDE = 12
"""Room beside the words, in pixels at 100 %."""


class SectionList(QListWidget):
    """Up and Down show a section at once; Enter goes on to read it."""

    read_asked = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        quiet_scrolling(self)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_Heading(self))
        self.setMouseTracking(True)

    def show_words(self, words: Sequence[str]) -> None:
        """List *words*, the first chosen; nothing is told."""
        self.blockSignals(True)
        self.clear()
        self.addItems(list(words))
        if words:
            self.setCurrentRow(0)
        self.blockSignals(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down look along the list, Enter and Space read; all else is the sheet's."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Home, Qt.Key.Key_End}:
            super().keyPressEvent(event)
        elif event.key() in ENTER or event.key() == Qt.Key.Key_Space:
            self.read_asked.emit()
        else:
            event.ignore()


class _Heading(QStyledItemDelegate):
    """A heading; a filled box for the one that is shown, a ring where the keys are."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view: QListWidget = self.parent()  # type: ignore[assignment] # made for one list
        chosen = index.row() == view.currentRow()
        box = option.rect.adjusted(px(2), px(1), -px(2), -px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            drawing.draw_box(painter, box, colour(view, Role.SOFT), colour(view, Role.ACCENT), width=px(2))
        if chosen and view.hasFocus():
            drawing.draw_box(painter, box, None, colour(view, Role.ACCENT), width=px(4))
        painter.setPen(colour(view, Role.INK))
        painter.setFont(font(Type.STRONG if chosen else Type.BODY))
        painter.drawText(box.adjusted(px(_SIDE), 0, -px(_SIDE), 0), _WRAP, index.data())
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view: QListWidget = self.parent()  # type: ignore[assignment] # made for one list
        width = view.viewport().width()
        room = QRect(0, 0, width - 2 * px(_SIDE + 2), 10_000)
        words = QFontMetrics(font(Type.STRONG)).boundingRect(room, _WRAP, index.data())
        return QSize(width, max(px(TARGET), words.height() + px(14)))
