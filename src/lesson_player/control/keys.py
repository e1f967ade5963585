"""From a key to a command, by the one command table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QKeySequence

from lesson_player.control.commands import conditions
from lesson_player.control.key_presses import CHORDS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtCore import Qt

    from lesson_player.control.commands import Command
    from lesson_player.teaching.views import TeacherView

_LARGEST_STEP_DIGITS = 3


class KeyMap:
    """Which command a key asks for, letters in either case. Chords with Ctrl, Alt or Meta are left alone."""

    def __init__(self, commands: Iterable[Command]) -> None:
        commands = tuple(commands)
        self._usual = {_pressed(key): command for command in commands for key in command.keys}
        self._in_film = {
            _pressed(key): command
            for command in commands
            for key in (command.keys if command.keys_in_film is None else command.keys_in_film)
        }

    def command_for(
        self, key: int, modifiers: Qt.KeyboardModifier, text: str, view: TeacherView
    ) -> str | None:
        """The command of a key press as things stand in *view*, or None when the key means nothing here."""
        if modifiers & CHORDS:
            return None
        keys = self._in_film if conditions.under_way(view) else self._usual
        command = keys.get(key) or keys.get(text.lower())
        return command.id if command is not None else None


def _pressed(name: str) -> str | int:
    """A sign as its text in small letters; another key, by Qt's portable name, as its number."""
    if len(name) == 1:
        return name.lower()
    pressed = QKeySequence(name)[0]  # type: ignore[index] # PySide's type information lacks it
    return int(pressed.key().value)


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

    def rub_out(self) -> bool:
        """Take the last digit away; False when there is none."""
        had, self._digits = bool(self._digits), self._digits[:-1]
        return had

    def enter(self) -> int | None:
        """The number that was typed, or None when there is none; forgets it."""
        digits, self._digits = self._digits, ""
        return int(digits) if digits else None
