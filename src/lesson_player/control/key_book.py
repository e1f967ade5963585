"""The keys that hold now, for every window of the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.control.key_settings import KeyChoice, with_keys
from lesson_player.control.switches import SwitchChoice

if TYPE_CHECKING:
    from lesson_player.control.commands import Command


class KeyBook(QObject):
    """The command table with the user's keys, and the switches; it tells when they change."""

    changed = Signal()

    def __init__(self, choice: KeyChoice | None = None, switches: SwitchChoice | None = None) -> None:
        super().__init__()
        self._choice = choice or KeyChoice()
        self._commands = with_keys(self._choice)
        self._switches = switches or SwitchChoice()

    @property
    def choice(self) -> KeyChoice:
        """What the user has chosen."""
        return self._choice

    @property
    def commands(self) -> tuple[Command, ...]:
        """Every command, with the user's keys."""
        return self._commands

    @property
    def switches(self) -> SwitchChoice:
        """Whether and how switches drive a lesson."""
        return self._switches

    def use_switches(self, switches: SwitchChoice) -> None:
        """Let *switches* hold from now on."""
        if switches != self._switches:
            self._switches = switches
            self.changed.emit()

    def use(self, choice: KeyChoice) -> None:
        """Let *choice* hold from now on."""
        if choice != self._choice:
            self._choice = choice
            self._commands = with_keys(choice)
            self.changed.emit()
