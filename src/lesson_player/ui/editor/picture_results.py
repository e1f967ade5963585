"""The pictures that a search has found, in rows and columns to go through by arrows or by touch."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QElapsedTimer,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QImage, QPainter
from PySide6.QtWidgets import (
    QListView,
    QListWidget,
    QListWidgetItem,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from lesson_player.foundation.i18n import tr
from lesson_player.rendering.pictures import PictureStore
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QKeyEvent

    from lesson_player.model.symbols import Symbol
    from lesson_player.operations.picture_library import PictureLibrary

_SYMBOL = Qt.ItemDataRole.UserRole
_CELL, _PICTURE, _INNER = 116, 64, 10
"""Side of a cell, of the picture in it, and room around that, in pixels at 100 %."""
_AT_ONCE_MS = 12
"""So long pictures are drawn before keys are looked at again."""


class PictureResults(QListWidget):
    """Each picture with its name. Pictures are drawn a few at a time, so that typing is never held up."""

    picked = Signal(object)
    """The `Symbol` that is being looked at; None where there is none."""
    taken = Signal()
    """Enter or a double click: the one that is looked at is the right one."""
    left_upwards = Signal()
    """Up from the first row."""

    def __init__(self, library: PictureLibrary) -> None:
        super().__init__()
        self._library = library
        self._symbols: dict[str, Symbol] = {}
        self._store = PictureStore(self._data)
        self._images: dict[tuple[str, int], QImage | None] = {}
        self._waiting: list[tuple[str, int]] = []
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._draw_some)
        self.setAccessibleName(tr("Pictures found"))
        self.setItemDelegate(_CellPainter(self))
        self._arrange()
        self.currentItemChanged.connect(lambda now, _former: self.picked.emit(self._symbol(now)))
        self.itemDoubleClicked.connect(lambda _item: self.taken.emit())

    def set_library(self, library: PictureLibrary) -> None:
        """Show pictures of another library from now on."""
        self._library = library
        self._images.clear()
        self._store.forget()

    def show_found(self, found: Sequence[Symbol]) -> None:
        """List other pictures; none of them is looked at yet."""
        self.clear()
        self._waiting.clear()
        self._symbols = {_name(symbol): symbol for symbol in found}
        for symbol in found:
            item = QListWidgetItem(symbol.name)
            item.setData(_SYMBOL, symbol)
            source = self._library.source(symbol).title
            said = tr("{name}, from {source}", name=symbol.name, source=source)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, said)
            item.setToolTip(said)
            self.addItem(item)

    def current(self) -> Symbol | None:
        """The picture that is looked at."""
        return self._symbol(self.currentItem())

    def look_at(self, key: str) -> None:
        """Look at the picture of that id or file, if it was found."""
        for row in range(self.count()):
            symbol = self._symbol(self.item(row))
            if symbol is not None and symbol.key == key:
                self.setCurrentRow(row)
                return

    def take_first(self) -> None:
        """Have the keys, and look at the first picture where none was looked at."""
        if self.count():
            if self.currentItem() is None:
                self.setCurrentRow(0)
            self.setFocus(Qt.FocusReason.OtherFocusReason)

    def image(self, symbol: Symbol, side: int) -> QImage | None:
        """The picture in *side* pixels; None while it has not been drawn yet, or cannot be."""
        key = (_name(symbol), side)
        if key not in self._images and key not in self._waiting:
            self._waiting.append(key)
            self._later.start(0)
        return self._images.get(key)

    def is_refused(self, symbol: Symbol, side: int) -> bool:
        """Whether it was tried to draw the picture, and it could not be."""
        return self._images.get((_name(symbol), side), QImage()) is None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the picture; Up from the first row leads back to the words; Esc is the sheet's."""
        if event.key() in ENTER:
            if self.current() is not None:
                self.taken.emit()
        elif event.key() == Qt.Key.Key_Up and self._in_first_row():
            self.left_upwards.emit()
        elif event.key() == Qt.Key.Key_Escape or (event.text() and event.text().isprintable()):
            event.ignore()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(px(4 * _CELL + 24), px(2 * _CELL + 20))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(2 * _CELL), px(_CELL + 12))

    def _arrange(self) -> None:
        quiet_scrolling(self)
        self.setViewMode(QListView.ViewMode.IconMode)
        self.setMovement(QListView.Movement.Static)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setUniformItemSizes(True)
        self.setSelectionRectVisible(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _in_first_row(self) -> bool:
        item: QListWidgetItem | None = self.currentItem()
        return item is not None and self.visualItemRect(item).top() <= self.visualItemRect(self.item(0)).top()

    def _symbol(self, item: QListWidgetItem | None) -> Symbol | None:
        return item.data(_SYMBOL) if item is not None else None

    def _data(self, name: str) -> bytes | None:
        symbol = self._symbols.get(name)
        return self._library.data(symbol) if symbol is not None else None

    def _draw_some(self) -> None:
        clock = QElapsedTimer()
        clock.start()
        while self._waiting and clock.elapsed() < _AT_ONCE_MS:
            key = self._waiting.pop(0)
            self._images[key] = self._store.image(key[0], key[1], key[1])
        self.viewport().update()
        if self._waiting:
            self._later.start(0)


class _CellPainter(QStyledItemDelegate):
    """Draws a picture over its name. What is looked at has a thick edge and a ground of its own."""

    def __init__(self, results: PictureResults) -> None:
        super().__init__(results)
        self._results = results

    def sizeHint(self, _option: QStyleOptionViewItem, _index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(px(_CELL), px(_CELL))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Draw one cell."""
        results = self._results
        symbol: Symbol = index.data(_SYMBOL)
        rect = QRect(option.rect)
        current = index.row() == results.currentRow()
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        cell = rect.adjusted(px(3), px(3), -px(3), -px(3))
        accent = colour(results, Role.ACCENT)
        ground = colour(results, Role.SOFT if current else Role.PAPER)
        edge = accent if current else colour(results, Role.LINE)
        drawing.draw_box(painter, cell, ground, edge, width=px(3 if current else 1.5), corner=8)
        if current and results.hasFocus():
            drawing.draw_ring(painter, rect, accent, corner=8)
        side = px(_PICTURE)
        paper = QRect(cell.center().x() - side // 2, cell.top() + px(_INNER) // 2 + px(3), side, side)
        self._draw_picture(painter, symbol, paper)
        words = QRect(cell.left() + px(5), paper.bottom() + px(2), cell.width() - px(10), 0)
        words.setBottom(cell.bottom() - px(3))
        self._draw_name(painter, symbol.name, words)
        painter.restore()

    def _draw_picture(self, painter: QPainter, symbol: Symbol, paper: QRect) -> None:
        # Symbols have dark outlines, so light paper lies behind each in every theme.
        drawing.draw_box(painter, paper, QColor("white"), corner=6)
        ratio = self._results.devicePixelRatioF()
        side = round(paper.width() * ratio)
        image = self._results.image(symbol, side)
        if image is None:
            if self._results.is_refused(symbol, side):
                painter.setPen(Qt.GlobalColor.black)
                painter.setFont(font(Type.SMALL))
                painter.drawText(
                    paper, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, tr("not safe")
                )
            return
        size = image.size() / ratio
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(QRectF(paper).center())
        painter.drawImage(target, image)

    def _draw_name(self, painter: QPainter, name: str, words: QRect) -> None:
        painter.setFont(font(Type.SMALL))
        painter.setPen(colour(self._results, Role.INK))
        metrics = painter.fontMetrics()
        where = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        if metrics.horizontalAdvance(name) <= words.width():
            painter.drawText(words, where, name)
            return
        first, rest = _two_lines(name, words.width(), metrics.horizontalAdvance)
        rest = metrics.elidedText(rest, Qt.TextElideMode.ElideRight, words.width())
        painter.drawText(words, where, f"{first}\n{rest}" if first else rest)


def _two_lines(name: str, width: int, advance: Callable[[str], int]) -> tuple[str, str]:
    """*name* as a first line that fits *width*, and the rest; no first line where one word is too long."""
    words = name.split(" ")
    count = next((n for n in range(len(words), 0, -1) if advance(" ".join(words[:n])) <= width), 0)
    return " ".join(words[:count]), " ".join(words[count:])


def _name(symbol: Symbol) -> str:
    return f"{symbol.source}/{symbol.key}"
