"""Keys in a lesson's windows: from a key event to the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from lesson_player.control.key_presses import HELD
from lesson_player.control.keys import KeyMap, StepNumber

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from lesson_player.control.teaching import TeachingController
    from lesson_player.ui.widgets.step_note import StepNote

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Both Enter keys."""
_ONCE = frozenset(
    {"read-aloud", "line-focus"}
    | {"hide", "calm", "captions", "version", "mute", "play", "keys", "end", "disclosure", "timer", "next"}
    | {"chapter-before", "chapter-next", "pause-point", "repeat", "slower", "faster", "usual-speed"}
    | {"transcript", "film-tools", "jump", "where", "help", "tour", "settings"}
)
"""Commands that a key held down does not repeat: a resting finger must not run through the lesson."""


class LessonKeys:
    """Runs the command of a key that no control has taken, and goes to a step by its number and Enter.

    While a number is typed, *note* shows it; Backspace takes a digit away, and Esc all of them.
    """

    def __init__(self, controller: TeachingController, note: StepNote | None = None) -> None:
        self._controller = controller
        self._commands = controller.commands
        self._map = KeyMap(self._commands)
        self._number = StepNumber()
        self._note = note
        if note is not None:
            note.entered.connect(self._enter)

    def press(self, event: QKeyEvent) -> bool:
        """Take a key press; False when it means nothing here."""
        if event.key() in ENTER:
            return self._enter()
        if self._types(event):
            self._show_number()
            return True
        self._learn()
        view = self._controller.view
        command = self._map.command_for(event.key(), event.modifiers(), event.text(), view)
        if command is None:
            return False
        if not (event.isAutoRepeat() and command in _ONCE):
            self._controller.run(command)
        return True

    def _learn(self) -> None:
        """Take on keys that were changed since the last one was pressed."""
        if self._commands is not self._controller.commands:
            self._commands = self._controller.commands
            self._map = KeyMap(self._commands)

    def _types(self, event: QKeyEvent) -> bool:
        """Whether the key belongs to the number that is typed; any other key forgets the number."""
        if event.key() in HELD:
            return False
        if event.key() == Qt.Key.Key_Backspace and self._number.rub_out():
            return True
        chord = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        pending = bool(self._number.digits)
        if self._number.type("" if chord else event.text()):
            return True
        if pending:
            self._show_number()
        return pending and event.key() == Qt.Key.Key_Escape

    def _enter(self) -> bool:
        number = self._number.enter()
        if number is None:
            return False
        if self._note is not None:
            self._note.show_entered(number, self._controller.view)
        self._controller.go_to(number)
        return True

    def _show_number(self) -> None:
        if self._note is not None:
            self._note.show_typed(self._number.digits, self._controller.view)
