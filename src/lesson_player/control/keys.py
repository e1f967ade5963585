"""From a key to a command, by the one command table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lesson_player.control.commands import Command

_LARGEST_STEP_DIGITS = 3
_CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


class KeyMap:
    """Which command a key asks for, letters in either case. Chords with Ctrl, Alt or Meta are left alone."""

    def __init__(self, commands: Iterable[Command]) -> None:
        self._by_text: dict[str, str] = {}
        self._by_key: dict[int, str] = {}
        for command in commands:
            for name in command.keys:
                if len(name) == 1:
                    self._by_text[name.lower()] = command.id
                else:
                    pressed = QKeySequence(name)[0]  # type: ignore[index] # PySide's type information lacks it
                    self._by_key[pressed.key().value] = command.id

    def command_for(self, key: int, modifiers: Qt.KeyboardModifier, text: str) -> str | None:
        """The command of a key press, or None when the key means nothing here."""
        if modifiers & _CHORDS:
            return None
        return self._by_key.get(key) or self._by_text.get(text.lower())


class StepNumber:
    """Collects the digits of a step's number until Enter."""

    def __init__(self) -> None:
        self._digits = ""

    @property
    def digits(self) -> str:
        """What has been typed so far."""
        return self._digits

    def type(self, text: str) -> bool:
        """Take one digit; False when *text* is none, and then what was typed is forgotten."""
        if len(text) == 1 and text in "0123456789":
            self._digits = (self._digits + text)[-_LARGEST_STEP_DIGITS:]
            return True
        self._digits = ""
        return False

    def enter(self) -> int | None:
        """The number that was typed, or None when there is none; forgets it."""
        digits, self._digits = self._digits, ""
        return int(digits) if digits else None
