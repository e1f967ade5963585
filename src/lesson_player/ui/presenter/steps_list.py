"""The list of steps with their minutes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.teaching.views import Standing
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.step_rows import StepLine, StepRows

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QListWidgetItem, QWidget

    from lesson_player.teaching.views import StepEntry


class StepsList(StepRows):
    """Steps of the sitting; a click, or Enter after Tab and the arrows, goes to one."""

    step_asked = Signal(int)
    """Number of the step, counted from 1."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._entries: tuple[StepEntry, ...] = ()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.itemClicked.connect(self._ask)

    def is_here(self, row: int) -> bool:
        """Whether the class is in that step."""
        return self._entries[row].standing is Standing.CURRENT

    def show_steps(self, entries: tuple[StepEntry, ...]) -> None:
        """Show where each step stands."""
        if entries == self._entries:
            return
        self._entries = entries
        self.put([_line(entry) for entry in entries])
        for row in range(len(entries)):
            if self.is_here(row):
                self.setCurrentRow(row)
                self.scrollToItem(self.item(row))

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


def _line(entry: StepEntry) -> StepLine:
    return StepLine(
        number=entry.number,
        title=entry.title,
        minutes=entry.minutes,
        spoken=spoken(entry),
        note=skip_note(entry),
        warm=entry.skip,
        quiet=entry.standing is Standing.DONE,
    )
