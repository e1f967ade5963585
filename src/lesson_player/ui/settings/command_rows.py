"""Every command with its keys, one wide button each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.control.commands import Group
from lesson_player.control.key_settings import NO_KEYS
from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.key_names import group_title, keys_words
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from lesson_player.control.commands import Command

_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class _Row(WordButton):
    """One command; the arrows go to the next one or the one before."""

    stepped = Signal(int)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self.stepped.emit(step)


class CommandRows(QWidget):
    """Tab comes to one row of them, the arrows lead from there."""

    asked = Signal(str)
    """Id of the command that was chosen."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        super().__init__()
        self.rows: dict[str, _Row] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for group in Group:
            head = label(group_title(group), Type.LABEL, role=Role.QUIET)
            head.setContentsMargins(px(5), px(8), 0, px(2))
            column.addWidget(head)
            for command in commands:
                if command.group is group and command.id not in NO_KEYS:
                    row = _Row(command.help, beside=True)
                    row.clicked.connect(lambda _on=False, name=command.id: self.asked.emit(name))
                    row.stepped.connect(self._step)
                    self.rows[command.id] = row
                    column.addWidget(row)
        self.show_commands(commands)
        self.stand_at(next(iter(self.rows)))

    def show_commands(self, commands: tuple[Command, ...]) -> None:
        """Show the keys that *commands* have now."""
        for command in commands:
            row = self.rows.get(command.id)
            if row is not None:
                keys = keys_words(command.keys) or tr("no key")
                row.set_hint(keys)
                row.set_words(command.help, name=tr("{what} Now: {keys}", what=command.help, keys=keys))

    def stand_at(self, command_id: str) -> _Row:
        """Make that command's row the one that Tab comes to."""
        for name, row in self.rows.items():
            here = name == command_id
            row.setFocusPolicy(Qt.FocusPolicy.TabFocus if here else Qt.FocusPolicy.ClickFocus)
        return self.rows[command_id]

    def _step(self, by: int) -> None:
        names = list(self.rows)
        here = next((index for index, row in enumerate(self.rows.values()) if row.hasFocus()), 0)
        row = self.stand_at(names[max(0, min(len(names) - 1, here + by))])
        row.setFocus(Qt.FocusReason.TabFocusReason)
