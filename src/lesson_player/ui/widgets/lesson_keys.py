"""Keys in a lesson's windows: from a key event to the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from lesson_player.control.keys import KeyMap, StepNumber

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from lesson_player.control.teaching import TeachingController

ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
"""Both Enter keys."""
_ONCE = frozenset(
    {"hide", "calm", "captions", "version", "mute", "play", "keys", "end", "disclosure", "timer", "next"}
    | {"chapter-before", "chapter-next", "pause-point", "repeat", "slower", "faster", "usual-speed"}
    | {"transcript", "film-tools"}
)
"""Commands that a key held down does not repeat: a resting finger must not run through the lesson."""


class LessonKeys:
    """Runs the command of a key that no control has taken, and goes to a step by its number and Enter."""

    def __init__(self, controller: TeachingController) -> None:
        self._controller = controller
        self._map = KeyMap(controller.commands)
        self._number = StepNumber()

    def press(self, event: QKeyEvent) -> bool:
        """Take a key press; False when it means nothing here."""
        if event.key() in ENTER:
            number = self._number.enter()
            if number is None:
                return False
            self._controller.go_to(number)
            return True
        if not event.modifiers() & Qt.KeyboardModifier.ControlModifier and self._number.type(event.text()):
            return True
        view = self._controller.view
        command = self._map.command_for(event.key(), event.modifiers(), event.text(), view)
        if command is None:
            return False
        if not (event.isAutoRepeat() and command in _ONCE):
            self._controller.run(command)
        return True
