"""A layout that sets things in lines like words, and starts a new line where the width ends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QStyle

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtWidgets import QLayoutItem, QWidget

    Line = list[tuple[QLayoutItem, QSize]]


class WrapLayout(QLayout):
    """Left to right, then the next line.

    Everything keeps its own size, except that something that wants to expand fills up its line. Lines without
    such a thing begin at the left, or stand in the middle where *centred*.
    """

    def __init__(self, parent: QWidget | None = None, *, gap: int = 0, centred: bool = False) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._centred = centred
        self.setSpacing(gap)
        self.setContentsMargins(0, 0, 0, 0)

    def addItem(self, item: QLayoutItem) -> None:  # noqa: N802 - Qt's name
        """Take *item* as the last one."""
        self._items.append(item)

    def count(self) -> int:
        """How many items there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at *index*; None where there is none, as Qt asks until then."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:  # noqa: N802 - Qt's name
        """The item at *index*, no longer part of the layout."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:  # noqa: N802 - Qt's name
        """The layout itself asks for no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        margins = self.contentsMargins()
        lines = list(self._lines(width - margins.left() - margins.right()))
        return (
            margins.top()
            + margins.bottom()
            + sum(_height(line) for line in lines)
            + self.spacing() * max(0, len(lines) - 1)
        )

    def sizeHint(self) -> QSize:
        return self.minimumSize()

    def minimumSize(self) -> QSize:  # noqa: N802 - Qt's name
        """Room for the widest single item."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size.grownBy(self.contentsMargins())

    def line_width(self) -> int:
        """Width at which everything stands on one line."""
        shown = [item.sizeHint().width() for item in self._items if not item.isEmpty()]
        return sum(shown) + self.spacing() * max(0, len(shown) - 1)

    def setGeometry(self, rect: QRect) -> None:  # noqa: N802 - Qt's name
        """Place every item within *rect*."""
        super().setGeometry(rect)
        rect = rect.marginsRemoved(self.contentsMargins())
        y = rect.y()
        for line in self._lines(rect.width()):
            self._place(line, QRect(rect.x(), y, rect.width(), _height(line)))
            y += _height(line) + self.spacing()

    def _lines(self, width: int) -> Iterator[Line]:
        line: Line = []
        used = 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if size.width() > width:
                size.setWidth(max(width, item.minimumSize().width()))
                if item.hasHeightForWidth():
                    size.setHeight(item.heightForWidth(size.width()))
            if line and used + size.width() > width:
                yield line
                line, used = [], 0
            line.append((item, size))
            used += size.width() + self.spacing()
        if line:
            yield line

    def _direction(self) -> Qt.LayoutDirection:
        """Right to left where the language is written so."""
        holder = self.parentWidget()
        return holder.layoutDirection() if holder is not None else Qt.LayoutDirection.LeftToRight

    def _place(self, line: Line, rect: QRect) -> None:
        spare = rect.width() - sum(size.width() for _, size in line) - self.spacing() * (len(line) - 1)
        growing = [item for item, _ in line if item.expandingDirections() & Qt.Orientation.Horizontal]
        x = rect.x() + (max(0, spare) // 2 if self._centred and not growing else 0)
        for item, size in line:
            width = size.width() + (max(0, spare) if growing and item is growing[0] else 0)
            y = rect.y() + (rect.height() - size.height()) // 2
            place = QRect(QPoint(x, y), QSize(width, size.height()))
            item.setGeometry(QStyle.visualRect(self._direction(), rect, place))
            x += width + self.spacing()


def _height(line: Line) -> int:
    return max(size.height() for _, size in line)
