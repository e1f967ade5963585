"""The keys of one command: take one away, or press a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.control import key_settings
from lesson_player.foundation.i18n import tr
from lesson_player.ui.settings.key_listener import KeyListener
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.key_names import key_name
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from lesson_player.control.commands import Command
    from lesson_player.control.key_book import KeyBook


class CommandKeys(QWidget):
    """Shows one command. A key that another command has is asked about first."""

    back_asked = Signal()

    def __init__(self, book: KeyBook, command_id: str) -> None:
        super().__init__()
        self._book, self._id, self._wanted = book, command_id, ""
        self.said = label(step=Type.LEAD)
        self.listener = KeyListener()
        self.add_button = WordButton(tr("Add a key…"), kind=Kind.MAIN)
        self.use_button = WordButton(tr("Use it here"), kind=Kind.MAIN)
        self.leave_button = WordButton(tr("Leave it there"))
        self.back_button = WordButton(tr("All keys"))
        self.taking: list[WordButton] = []
        self._keys = QWidget()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(px(10))
        self._build()
        self.listener.pressed.connect(self.hear)
        self.listener.left.connect(self._stop_listening)
        self.add_button.clicked.connect(self.listen)
        self.use_button.clicked.connect(self._use)
        self.leave_button.clicked.connect(self._leave)
        self.back_button.clicked.connect(self.back_asked)
        self._show_keys()

    def listen(self) -> None:
        """Wait for a key."""
        self._ask("")
        self.said.hide()
        self.listener.show()
        self.add_button.hide()
        self.listener.setFocus(Qt.FocusReason.OtherFocusReason)

    def hear(self, key: str) -> None:
        """Take a key that was pressed, or say why not, or ask where another command has it."""
        owner = self._book.choice.owner(key)
        why_not = key_settings.why_not_give(self._book.choice, self._id, key)
        if why_not:
            self._say(why_not)
            return
        if owner:
            does = self._command(owner).help
            self._say(tr("“{key}” does something else now: {what}", key=key_name(key), what=does))
            self._ask(key)
            return
        self._give(key)

    def _build(self) -> None:
        command = self._command(self._id)
        self._column.addWidget(label(command.help, Type.LEAD))
        self._column.addWidget(self._keys)
        self._column.addWidget(self.listener)
        self._column.addWidget(self.said)
        buttons = (self.use_button, self.leave_button, self.add_button, self.back_button)
        self._column.addWidget(ButtonRow(buttons, centred=False))
        self.listener.hide()
        self.said.hide()
        self.use_button.hide()
        self.leave_button.hide()

    def _show_keys(self) -> None:
        self.taking = [self._taking(key) for key in self._book.choice.keys(self._id)]
        row = ButtonRow(self.taking, centred=False) if self.taking else label(tr("It has no key now."))
        former, self._keys = self._keys, row
        self._column.replaceWidget(former, row)
        row.show()
        former.hide()
        former.deleteLater()
        before: QWidget = row
        controls = (*self.taking, self.listener, self.use_button, self.leave_button, self.add_button)
        for control in (*controls, self.back_button):
            QWidget.setTabOrder(before, control)
            before = control

    def _taking(self, key: str) -> WordButton:
        button = WordButton(tr("Take “{key}” away", key=key_name(key)))
        button.clicked.connect(lambda: self._take(key))
        return button

    def _take(self, key: str) -> None:
        why_not = key_settings.why_not_take(self._book.choice, self._id, key)
        if why_not:
            self._say(why_not)
            return
        self._book.use(key_settings.take(self._book.choice, self._id, key))
        self._say(tr("“{key}” is free now.", key=key_name(key)))
        self._show_keys()
        self._rest()

    def _use(self) -> None:
        self._give(self._wanted)

    def _leave(self) -> None:
        self._say(tr("Nothing was changed."))
        self._ask("")
        self._rest()

    def _give(self, key: str) -> None:
        self._book.use(key_settings.give(self._book.choice, self._id, key))
        self._say(tr("“{key}” does this from now on.", key=key_name(key)))
        self._ask("")
        self._show_keys()
        self._rest()

    def _ask(self, key: str) -> None:
        """Ask about *key*; an empty one puts the question away."""
        self._wanted = key
        self.use_button.setVisible(bool(key))
        self.leave_button.setVisible(bool(key))
        self.add_button.setVisible(not key)
        if key:
            self.leave_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.listener.hide()

    def _rest(self) -> None:
        self.add_button.show()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.listener.hide()

    def _stop_listening(self) -> None:
        if self.listener.isVisible() and not self._wanted:
            self._rest()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self, words, urgent=True)

    def _command(self, command_id: str) -> Command:
        return next(each for each in self._book.commands if each.id == command_id)
