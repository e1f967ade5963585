"""How the program is driven now, for every window of it: keys, switches, a resting pointer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from lesson_player.control.dwelling import DwellChoice
from lesson_player.control.key_settings import KeyChoice, with_keys
from lesson_player.control.switches import SwitchChoice

if TYPE_CHECKING:
    from lesson_player.control.commands import Command
    from lesson_player.control.scan_cue import ScanCue


class KeyBook(QObject):
    """The command table with the user's keys, the switches and the resting pointer; it tells of changes."""

    changed = Signal()
    pointed = Signal(object)
    """Choices of the class that a switch lights now: their ids, none when the light has gone on."""

    def __init__(
        self,
        choice: KeyChoice | None = None,
        switches: SwitchChoice | None = None,
        dwell: DwellChoice | None = None,
        cue: ScanCue | None = None,
    ) -> None:
        """``cue``: says what the switches light; None where nothing can."""
        super().__init__()
        self._choice = choice or KeyChoice()
        self._commands = with_keys(self._choice)
        self._switches = switches or SwitchChoice()
        self._dwell = dwell or DwellChoice()
        self.cue = cue
        self.may_save = True
        """Whether the keys can be saved as a file for other computers: the school may not want it."""

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
        """Whether and how switches drive the program."""
        return self._switches

    @property
    def dwell(self) -> DwellChoice:
        """Whether and when a pointer that rests presses."""
        return self._dwell

    def use_switches(self, switches: SwitchChoice) -> None:
        """Let *switches* hold from now on."""
        if switches != self._switches:
            self._switches = switches
            self.changed.emit()

    def use_dwell(self, dwell: DwellChoice) -> None:
        """Let *dwell* hold from now on."""
        if dwell != self._dwell:
            self._dwell = dwell
            self.changed.emit()

    def use(self, choice: KeyChoice) -> None:
        """Let *choice* hold from now on."""
        if choice != self._choice:
            self._choice = choice
            self._commands = with_keys(choice)
            self.changed.emit()
