"""Everything that the editor can be asked for, one wide button each: for switches, and for little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.control.editing.commands import editor_commands
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.key_words import key_words
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_OFFERED = (
    "undo",
    "redo",
    "up",
    "down",
    "hide",
    "add-line",
    "add-slide",
    "add-kind",
    "captions",
    "find",
    "voice",
    "compare",
    "version",
    "try",
    "keys",
    "close",
)
"""What needs no field to be in."""


class MoreSheet(Sheet):
    """The sheet closes before what was chosen is done."""

    asked = Signal(str)
    """Id of a command."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("What would you like to do?"), width=560)
        commands = {command.id: command for command in editor_commands()}
        self.choices: dict[str, WordButton] = {}
        self.lines.setSpacing(0)
        for name in _OFFERED:
            command = commands[name]
            button = WordButton(command.words, hint=key_words(command.keys[0]), beside=True)
            button.setAccessibleDescription(command.help)
            button.clicked.connect(lambda _on=False, name=name: self._choose(name))
            self.choices[name] = button
            self.lines.addWidget(button)

    def first_control(self) -> QWidget:
        """The first of them."""
        return self.choices["undo"]

    def _choose(self, name: str) -> None:
        self.close_sheet()
        self.asked.emit(name)
