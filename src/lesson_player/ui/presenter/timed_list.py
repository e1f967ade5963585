"""A list of times in the film to read along and to go to: the transcript's lines, or the chapters."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QListWidget, QListWidgetItem

from lesson_player.ui.presenter.timed_row import FOUND, LINE, NOW, TimedRow, spoken
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.scrolling import quiet_scrolling

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QWheelEvent

    from lesson_player.teaching.views import TranscriptLine


class TimedList(QListWidget):
    """Lines with their times; a click, or Enter after Tab and the arrows, goes to one.

    It follows the film until somebody looks elsewhere in it.
    """

    place_asked = Signal(object)
    """The line that somebody wants to go to."""
    looked_elsewhere = Signal()
    """Somebody has scrolled, or has gone along the lines by key."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines: tuple[TranscriptLine, ...] = ()
        self._now: int | None = None
        self.following = True
        self.setAccessibleName(name)
        quiet_scrolling(self)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.setItemDelegate(TimedRow(self))
        self.setMouseTracking(True)
        self.itemClicked.connect(self._ask)
        self.verticalScrollBar().sliderMoved.connect(self.looked_elsewhere)

    @property
    def lines(self) -> tuple[TranscriptLine, ...]:
        """What is listed."""
        return self._lines

    @property
    def now(self) -> int | None:
        """Index of the line at which the film is; None before the first one."""
        return self._now

    def show_lines(self, lines: tuple[TranscriptLine, ...]) -> None:
        """List *lines*."""
        if len(lines) == len(self._lines) and all(
            one is other or one == other for one, other in zip(lines, self._lines, strict=True)
        ):
            return
        self._lines, self._now = lines, None
        self.clear()
        for line in lines:
            item = QListWidgetItem(line.text)
            item.setData(LINE, line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(line, now=False))
            self.addItem(item)

    def show_time(self, at_s: float) -> None:
        """Mark the line at which the film is, and follow it."""
        begun = [index for index, line in enumerate(self._lines) if line.at_s <= at_s + 0.001]
        now = begun[-1] if begun else None
        if now == self._now:
            return
        former, self._now = self._now, now
        for row in (former, now):
            if row is not None:
                self._mark(row, now=row == now)
        self.follow()

    def follow(self) -> None:
        """Bring the line at which the film is into view, while the list follows it."""
        if not self.following or self._now is None:
            return
        if self.hasFocus():
            self.setCurrentRow(self._now)
        else:
            self.setCurrentIndex(QModelIndex())
        self.scrollToItem(self.item(self._now), QListWidget.ScrollHint.PositionAtCenter)

    def look_at(self, row: int) -> None:
        """Bring a line into view and make it the one that Enter goes to."""
        self.setCurrentRow(row)
        self.scrollToItem(self.item(row), QListWidget.ScrollHint.PositionAtCenter)

    def underline(self, words: str) -> tuple[int, ...]:
        """Draw a line under *words* where they stand; gives the rows that have them, in order."""
        wanted = words.strip().lower()
        rows = tuple(
            row
            for row, line in enumerate(self._lines)
            if wanted and wanted in f"{line.speaker}: {line.text}".lower()
        )
        for row in range(self.count()):
            self.item(row).setData(FOUND, wanted if row in rows else "")
        return rows

    def full_height(self) -> int:
        """Height in pixels at which every line can be seen without scrolling."""
        return sum(self.sizeHintForRow(row) for row in range(self.count())) + 2 * self.frameWidth()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down look along the lines, Space and Enter go there; all else is the window's."""
        if event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.looked_elsewhere.emit()
            super().keyPressEvent(event)
        elif (event.key() in ENTER or event.key() == Qt.Key.Key_Space) and self.currentItem() is not None:
            self._ask(self.currentItem())
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab shows where it has come to: the line at which the film is, or the first."""
        if self.currentRow() < 0 and self.count():
            self.setCurrentRow(self._now or 0)
        super().focusInEvent(event)

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Turning the wheel is looking elsewhere."""
        self.looked_elsewhere.emit()
        super().wheelEvent(event)

    def _mark(self, row: int, *, now: bool) -> None:
        item = self.item(row)
        item.setData(NOW, now)
        item.setData(Qt.ItemDataRole.AccessibleTextRole, spoken(self._lines[row], now=now))

    def _ask(self, item: QListWidgetItem) -> None:
        self.place_asked.emit(item.data(LINE))
