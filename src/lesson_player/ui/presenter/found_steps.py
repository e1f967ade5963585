"""The steps that a search has found, as a list to go along by keys or by touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyledItemDelegate, QStyleOptionViewItem

from lesson_player.ui.presenter.steps_list import spoken
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from lesson_player.teaching.finding import FoundStep

_FOUND = Qt.ItemDataRole.UserRole
_WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
_NUMBER, _SIDE, _ABOVE = 44, 12, 9
"""Room for the number, beside and above the words, in pixels at 100 %."""


class FoundSteps(QListWidget):
    """One entry is always the chosen one: Enter goes to it, wherever the keys are in the sheet."""

    step_asked = Signal(int)
    """Number of the step, counted from 1."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        quiet_scrolling(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(_FoundPainter(self))
        self.itemClicked.connect(self._ask)

    def show_found(self, found: tuple[FoundStep, ...], chosen: int) -> None:
        """List *found*, the one at index *chosen* chosen."""
        self.clear()
        for each in found:
            item = QListWidgetItem(each.entry.title)
            item.setData(_FOUND, each)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, words_of(each))
            self.addItem(item)
        self.choose(chosen)

    def choose(self, row: int) -> None:
        """Make the entry at index *row* the chosen one, the first or last one where there is none."""
        if self.count():
            self.setCurrentRow(max(0, min(self.count() - 1, row)))
            self.scrollToItem(self.currentItem())

    def go(self) -> None:
        """Ask for the chosen step."""
        if self.count():
            self._ask(self.currentItem())

    def chosen_words(self) -> str:
        """The chosen entry as a screen reader says it; empty where nothing was found."""
        if not self.count():
            return ""
        return str(self.currentItem().data(Qt.ItemDataRole.AccessibleTextRole))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down look along the list, Space and Enter go to the step; all else is the sheet's."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            super().keyPressEvent(event)
        elif event.key() in ENTER or event.key() == Qt.Key.Key_Space:
            self.go()
        else:
            event.ignore()

    def _ask(self, item: QListWidgetItem) -> None:
        self.step_asked.emit(item.data(_FOUND).entry.number)


def words_of(found: FoundStep) -> str:
    """An entry as a screen reader says it."""
    return ": ".join(part for part in (spoken(found.entry), found.line) if part)


class _FoundPainter(QStyledItemDelegate):
    """Draws number, title and the line with the words; a filled box for the chosen one."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view: QListWidget = self.parent()  # type: ignore[assignment] # made for one list
        found: FoundStep = index.data(_FOUND)
        chosen = index.row() == view.currentRow()
        box = option.rect.adjusted(px(3), px(1), -px(3), -px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen:
            drawing.draw_box(painter, box, colour(view, Role.ACCENT))
        if chosen and view.hasFocus():
            ring = box.adjusted(px(3), px(3), -px(3), -px(3))
            drawing.draw_box(painter, ring, None, colour(view, Role.ON_ACCENT), width=px(3))
        ink = colour(view, Role.ON_ACCENT if chosen else Role.INK)
        quiet = colour(view, Role.ON_ACCENT if chosen else Role.QUIET)
        title, line = _places(box, found)
        painter.setPen(quiet)
        painter.setFont(font(Type.STRONG))
        number = QRect(box.left(), title.top(), px(_NUMBER - 12), title.height())
        painter.drawText(
            number, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, str(found.entry.number)
        )
        painter.setPen(ink)
        painter.drawText(title, _WRAP, found.entry.title)
        painter.setPen(quiet)
        painter.setFont(font(Type.MINOR))
        painter.drawText(line, _WRAP, found.line)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        view: QListWidget = self.parent()  # type: ignore[assignment] # made for one list
        width = view.viewport().width()
        title, line = _places(QRect(px(3), 0, width - 2 * px(3), 10_000), index.data(_FOUND))
        return QSize(width, max(px(TARGET), max(title.bottom(), line.bottom()) + px(_ABOVE) + px(3)))


def _places(box: QRect, found: FoundStep) -> tuple[QRect, QRect]:
    """Where the title and the line stand in *box*."""
    room = box.adjusted(px(_NUMBER), px(_ABOVE), -px(_SIDE), 0)
    title = QFontMetrics(font(Type.STRONG)).boundingRect(room, _WRAP, found.entry.title)
    title.setWidth(room.width())
    below = room.adjusted(0, title.height() + px(2), 0, 0)
    if not found.line:
        return title, QRect(below.topLeft(), QSize(0, 0))
    line = QFontMetrics(font(Type.MINOR)).boundingRect(below, _WRAP, found.line)
    line.setWidth(room.width())
    return title, line
