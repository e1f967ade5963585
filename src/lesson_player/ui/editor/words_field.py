"""A field of a few lines that grows with its words, and leaves the window's keys to the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeySequence, QTextCursor, QTextOption
from PySide6.QtWidgets import QSizePolicy, QTextEdit

from lesson_player.control.editing.commands import editor_commands
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, px, set_type
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.lesson_keys import ENTER

if TYPE_CHECKING:
    from PySide6.QtCore import QMimeData
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QPaintEvent, QResizeEvent

_PAD = 10
"""Room around the words, in pixels at 100 %."""


class WordsField(QTextEdit):
    """Plain words. Tab leaves it; what is undone is the editor's matter, not the field's own."""

    written = Signal(str)
    """What a person has made of the words."""
    taken = Signal()
    """The field has the focus now."""
    left = Signal()
    """The field has lost the focus."""

    def __init__(
        self, name: str, *, longest: int, paragraphs: bool = False, keys: frozenset[str] = frozenset()
    ) -> None:
        """*keys* are those of the page around it, besides the editor's own."""
        super().__init__()
        self._longest, self._paragraphs = longest, paragraphs
        self._keys = keys | frozenset(key for command in editor_commands() for key in command.keys)
        self.setAccessibleName(name)
        self.setAcceptRichText(False)
        self.setUndoRedoEnabled(False)
        self.setTabChangesFocus(True)
        self.setFrameShape(QTextEdit.Shape.NoFrame)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.viewport().setAutoFillBackground(False)
        set_type(self, Type.BODY)
        self.document().setDocumentMargin(px(_PAD))
        self.document().documentLayout().documentSizeChanged.connect(self._grow)
        self.textChanged.connect(self._tell)
        self._shown = ""
        self._grow()

    def show_words(self, words: str) -> None:
        """Show *words*; the cursor stays where it is as far as they go. Nothing is told."""
        if words == self.toPlainText():
            self._shown = words
            return
        place = self.textCursor().position()
        self._shown = words
        self.blockSignals(True)
        self.setPlainText(words)
        self.blockSignals(False)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(words)))
        self.setTextCursor(cursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The window's keys are the window's; Enter begins a paragraph only where there are some."""
        keys = QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
        enter = event.key() in ENTER and not self._paragraphs
        if keys in self._keys or enter or event.key() == Qt.Key.Key_Escape:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def insertFromMimeData(self, source: QMimeData) -> None:  # noqa: N802 - Qt's name
        """Words that are pasted are plain, and one line where the field is one."""
        words = source.text()
        self.insertPlainText(words if self._paragraphs else " ".join(words.split()))

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab comes to the end of the words."""
        super().focusInEvent(event)
        if event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}:
            self.moveCursor(QTextCursor.MoveOperation.End)
        self.viewport().update()
        self.taken.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Who comes back sees what holds, also where nothing was left in the field."""
        super().focusOutEvent(event)
        self.viewport().update()
        self.left.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Words wrap anew at another width."""
        super().resizeEvent(event)
        self._grow()

    def sizeHint(self) -> QSize:
        return QSize(px(240), self.height())

    def minimumSizeHint(self) -> QSize:
        return QSize(px(100), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = drawing.painter_on(self.viewport())
        focus = self.hasFocus()
        edge = colour(self, Role.ACCENT if focus else Role.EDGE)
        ground = colour(self, Role.PAPER if self.isEnabled() else Role.GROUND)
        drawing.draw_box(painter, self.viewport().rect(), ground, edge, width=px(3 if focus else 2))
        painter.end()
        super().paintEvent(event)

    def _grow(self) -> None:
        """Be as high as the words."""
        height = max(px(TARGET), round(self.document().size().height()))
        if height != self.height() or height != self.minimumHeight():
            self.setFixedHeight(height)

    def _tell(self) -> None:
        words = self.toPlainText()
        if len(words) > self._longest:
            self.show_words(words[: self._longest])
            self.moveCursor(QTextCursor.MoveOperation.End)
        if self.toPlainText() != self._shown:
            self._shown = self.toPlainText()
            self.written.emit(self._shown)
