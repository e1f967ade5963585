"""The steps of the sitting in the editor, with what is changed, hidden, added and locked."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.widgets.step_rows import StepLine, StepRows

if TYPE_CHECKING:
    from PySide6.QtGui import QDropEvent, QKeyEvent

    from lesson_player.control.editing.view import StepRow


class StepList(StepRows):
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
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setDragDropMode(StepRows.DragDropMode.InternalMove)
        self.currentRowChanged.connect(self._ask)

    def show_steps(self, rows: tuple[StepRow, ...], step: str) -> None:
        """Show how the steps stand, and which one is worked on."""
        if rows != self._rows:
            self._rows = rows
            self.blockSignals(True)
            self.put([_line(row) for row in rows])
            for number, row in enumerate(rows):
                self.item(number).setToolTip(row.fixed)
            self.blockSignals(False)
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


def _line(row: StepRow) -> StepLine:
    return StepLine(
        number=row.number,
        title=row.title,
        minutes=row.minutes,
        spoken=spoken(row),
        note=" · ".join(row.marks),
        warm=True,
        strong=True,
        struck=row.hidden,
    )
