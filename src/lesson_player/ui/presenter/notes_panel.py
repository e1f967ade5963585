"""Notes for the teacher alone, in text that can be enlarged on its own."""

from __future__ import annotations

import math
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextOption
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.note_html import notes_html
from lesson_player.ui.theme.measures import base_px, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.scrolling import quiet_scrolling
from lesson_player.ui.widgets.text import short_label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QKeyEvent

    from lesson_player.teaching.views import TeacherView
    from lesson_player.ui.widgets.command_button import CommandButton

SIZES = (85, 100, 120, 145, 175, 210, 250, 300)
"""Steps of the notes' text size in per cent."""

_READING_KEYS = frozenset(
    {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Home, Qt.Key.Key_End}
)


class NotesText(QTextEdit):
    """The notes as text to read with a screen reader's cursor: reached by Tab, the arrows move through it."""

    def __init__(self) -> None:
        super().__init__()
        self.setReadOnly(True)
        self.setAccessibleName(tr("Notes for you"))
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByKeyboard | Qt.TextInteractionFlag.TextSelectableByMouse
        )
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        quiet_scrolling(self)
        self.setWordWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        self.setTabChangesFocus(True)
        self.document().setDocumentMargin(px(4))
        self.viewport().setAutoFillBackground(False)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Home and End move the reading cursor, Ctrl copies; every other key is the window's."""
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if event.key() in _READING_KEYS or (control and event.key() in {Qt.Key.Key_C, Qt.Key.Key_A}):
            super().keyPressEvent(event)
        else:
            event.ignore()


class NotesPanel(QWidget):
    """Say, Ask, Look for, and the way to the card for a disclosure."""

    percent_changed = Signal(int)
    """The teacher wants another text size, in per cent."""

    def __init__(self, disclosure: CommandButton | None) -> None:
        super().__init__()
        self._percent = 100
        self._view: TeacherView | None = None
        self._made = ""
        self._column = QVBoxLayout(self)
        self.text = NotesText()
        self.smaller = WordButton(tr("Smaller"), hint=tr("Ctrl −"))
        self.larger = WordButton(tr("Larger"), hint=tr("Ctrl +"))
        self.smaller.set_words(tr("Smaller"), name=tr("Smaller notes"))
        self.larger.set_words(tr("Larger"), name=tr("Larger notes"))
        self.smaller.clicked.connect(lambda: self.enlarge(-1))
        self.larger.clicked.connect(lambda: self.enlarge(1))
        head = QHBoxLayout()
        head.setSpacing(0)
        head.addWidget(short_label(tr("Notes")), 1)
        head.addWidget(self.smaller)
        head.addWidget(self.larger)
        column = self._column
        column.setContentsMargins(px(14), px(6), px(10), px(8))
        column.setSpacing(px(4))
        column.addLayout(head)
        column.addWidget(self.text, 1)
        if disclosure is not None:
            column.addWidget(disclosure)
        self.enlarge(0)

    @property
    def percent(self) -> int:
        """The notes' text size in per cent."""
        return self._percent

    def full_height(self, width: int) -> int:
        """Height in pixels at which all notes can be read without scrolling."""
        margins = self._column.contentsMargins()
        document = self.text.document().clone()
        document.setTextWidth(width - margins.left() - margins.right())
        words = math.ceil(document.size().height())
        document.deleteLater()
        return self._column.minimumSize().height() + words

    def show_view(self, view: TeacherView) -> None:
        """Show the notes of *view*; a new step begins at the top."""
        former, self._view = self._view, view
        self._write()
        if former is None or former.number != view.number:
            self.text.verticalScrollBar().setValue(0)

    def enlarge(self, steps: int) -> None:
        """Make the text larger by that many steps of `SIZES`, or smaller."""
        at = SIZES.index(self._percent) + steps
        former = self._percent
        self.set_percent(SIZES[max(0, min(len(SIZES) - 1, at))])
        if self._percent != former:
            self.percent_changed.emit(self._percent)

    def set_percent(self, percent: int) -> None:
        """Show the text in the step of `SIZES` that is nearest to *percent*; nothing is told."""
        self._percent = min(SIZES, key=lambda size: abs(size - percent))
        self.smaller.setEnabled(self._percent > SIZES[0])
        self.larger.setEnabled(self._percent < SIZES[-1])
        self._write()

    def changeEvent(self, event: QEvent) -> None:
        """A new palette colours the text anew."""
        super().changeEvent(event)
        if event.type() == event.Type.PaletteChange:
            self._write()

    def _write(self) -> None:
        if self._view is None:
            return
        size = round(base_px() * self._percent / 100)
        made = notes_html(self._view, size_px=size, quiet=colour(self, Role.QUIET).name())
        if made != self._made:
            self._made = made
            self.text.setHtml(made)
