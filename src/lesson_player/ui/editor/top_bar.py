"""The head of the editor: which version, how its file stands, and what to do with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lesson_player.control.editing.commands import editor_commands
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.editor.key_words import key_words
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.chip import Chip
from lesson_player.ui.widgets.text import LineLabel
from lesson_player.ui.widgets.word_button import Kind, WordButton
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from lesson_player.control.editing.view import EditorView

_SHOWN = ("undo", "redo", "find", "compare", "version", "try", "share", "keys", "close", "more", "teach")
"""Commands with a button of their own here, from left to right."""
_IN_LITTLE_ROOM = frozenset({"undo", "more", "teach"})
"""Those that stay where there is little room; "more" has all others, and is there only then."""
_NARROW = 1000
"""Below this width, in pixels at 100 %, there is little room."""


class TopBar(QWidget):
    """Wraps like words where there is little room."""

    asked = Signal(str)
    """Id of a command."""

    def __init__(self, *, may_share: bool) -> None:
        super().__init__()
        self._left_out = frozenset({"more"} if may_share else {"more", "share"})
        self._saved = ""
        self._changes = -1
        self._is_lesson = False
        self.lesson = LineLabel("", Type.TITLE)
        self.version = Chip()
        self.state = LineLabel("", Type.MINOR, role=Role.QUIET)
        commands = {command.id: command for command in editor_commands()}
        self.buttons: dict[str, WordButton] = {}
        layout = WrapLayout(self, gap=px(6))
        layout.setContentsMargins(px(16), px(4), px(8), px(4))
        layout.addWidget(self._about())
        for name in _SHOWN:
            command = commands[name]
            kind = Kind.MAIN if name == "teach" else Kind.PLAIN
            button = WordButton(command.words, hint=key_words(command.keys[0]), kind=kind)
            button.setToolTip(command.help)
            button.setAccessibleDescription(command.help)
            button.set_tight(tight=name != "teach")
            button.clicked.connect(lambda _on=False, name=name: self.asked.emit(name))
            self.buttons[name] = button
            layout.addWidget(button)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_view(self, view: EditorView) -> None:
        """Show which version it is, and what can be taken back."""
        self.lesson.setText(view.lesson)
        self.version.setText(tr("A lesson of our own") if view.is_lesson else view.title)
        self._changes = 0 if view.is_lesson else view.changes
        self._show_kind(view)
        self._show_state()
        for name, words in (("undo", view.undo), ("redo", view.redo)):
            button = self.buttons[name]
            button.setEnabled(bool(words))
            button.set_words(button.text(), name=f"{button.text()}: {words}" if words else button.text())
            button.setToolTip(words)

    def show_saved(self, words: str) -> None:
        """Say how the file stands."""
        self._saved = words
        self._show_state()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where there is little room, most commands wait behind one button."""
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW)
        for name, button in self.buttons.items():
            button.setVisible(name in _IN_LITTLE_ROOM if narrow else name not in self._left_out)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        painter.fillRect(self.rect(), colour(self, Role.PAPER))
        painter.fillRect(0, self.height() - 1, self.width(), 1, colour(self, Role.LINE))

    def _about(self) -> QWidget:
        """The lesson with its version, and below it how the file stands; it takes up what room is left."""
        holder = QWidget()
        names = QHBoxLayout()
        names.setSpacing(px(8))
        names.addWidget(self.lesson)
        names.addWidget(self.version)
        names.addStretch(1)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, px(4), 0, px(4))
        column.setSpacing(px(2))
        column.addLayout(names)
        column.addWidget(self.state)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        holder.setSizePolicy(policy)
        holder.setMinimumWidth(px(300))
        return holder

    def _show_kind(self, view: EditorView) -> None:
        """A lesson that is edited itself has nothing to be compared with."""
        if view.is_lesson and not self._is_lesson:
            self._is_lesson = True
            self._left_out |= {"compare"}
            self.buttons["compare"].hide()
            for name, words in (("version", tr("Lesson")), ("teach", tr("Teach this lesson"))):
                self.buttons[name].set_words(words)

    def _show_state(self) -> None:
        if self._is_lesson:
            self.state.setText(self._saved)
            return
        changes = tr_n("{n} change from the base lesson", "{n} changes from the base lesson", self._changes)
        words = changes if self._changes else tr("the same as the base lesson")
        self.state.setText(" · ".join(part for part in (words, self._saved) if part))
