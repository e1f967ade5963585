"""The page of keys: which key does what, changed by pressing it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from lesson_player.control import key_file
from lesson_player.control.key_settings import KeyChoice
from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.ui.settings.command_keys import CommandKeys
from lesson_player.ui.settings.command_rows import CommandRows
from lesson_player.ui.settings.key_files import ask_where, ask_which
from lesson_player.ui.settings.key_listener import KeyListener
from lesson_player.ui.settings.switch_page import SwitchPage
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.key_names import key_name
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.key_book import KeyBook


class KeysPage(TallSheet):
    """All commands with their keys; choosing one opens it in place of the others.

    While the page has the focus no key is the lesson's: whoever tries a clicker here moves nothing.
    """

    def __init__(self, over: QWidget, book: KeyBook) -> None:
        super().__init__(over, tr("Change keys"), width=900)
        self._book = book
        self._heard = ""
        self._one: CommandKeys | None = None
        self._at = "next"
        self.said = label(step=Type.LEAD)
        self.said.hide()
        self.listener = KeyListener()
        self.listener.hide()
        self.try_button = WordButton(tr("Try a key or clicker…"))
        self.open_button = WordButton(tr("Open a file of keys…"))
        self.save_button = WordButton(tr("Save as a file…"))
        self.usual_button = WordButton(tr("All keys as usual"))
        self.rows: CommandRows | None = None
        self.switch_page = SwitchPage(over, book)
        self.switches_button = WordButton(tr("Switches and pointer…"))
        self.switches_button.clicked.connect(self._go_to_switches)
        self.try_button.clicked.connect(self._listen)
        self.open_button.clicked.connect(lambda: ask_which(self.window(), self.load))
        self.save_button.setHidden(not book.may_save)
        self.save_button.clicked.connect(lambda: ask_where(self.window(), self.save))
        self.usual_button.clicked.connect(self._as_usual)
        self.listener.pressed.connect(self._hear)
        self.listener.left.connect(self._stop_listening)
        book.changed.connect(self._show_keys)
        self._put_together()

    def open_sheet(self) -> None:
        """The rows are made when somebody first wants to see them."""
        if self.rows is None:
            self._make()
        self._show_all()
        self._say("")
        super().open_sheet()

    def first_control(self) -> QWidget:
        """What most people come for: to see what their clicker sends."""
        return self.try_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back, then closes; every other key does nothing."""
        if event.key() != Qt.Key.Key_Escape:
            event.accept()
        elif self._one is not None:
            self._show_all()
            self._focus_row()
        else:
            self.close_sheet()

    def save(self, path: Path) -> None:
        """Write every command's keys to *path*, and say so."""
        try:
            write_whole(path, key_file.written(self._book.choice))
        except OSError as error:
            reason = error.strerror or str(error)
            self._say(tr("The keys could not be saved: {reason}. Choose another folder.", reason=reason))
        else:
            self._say(tr("The keys are saved: {path}", path=str(path)))

    def load(self, path: Path) -> None:
        """Take on the keys in *path*; where anything is wrong with them nothing changes."""
        choice, problems = key_file.read(path)
        if choice is None:
            self._say("\n".join((*problems[:5], tr("Your keys are as they were."))))
        else:
            self._book.use(choice)
            self._say(tr("The keys of {name} hold from now on.", name=path.name))

    def _put_together(self) -> None:
        self._about = label(tr("Choose what you want another key for. Up and Down go through the list."))
        files = (self.open_button, self.save_button, self.usual_button)
        buttons = (self.try_button, self.switches_button, *files)
        self._tools = ButtonRow(buttons, centred=False)
        # Above what scrolls: an answer is always in view.
        self._column.insertWidget(1, self.said)
        for part in (self._tools, self.listener, self._about):
            self.lines.addWidget(part)
        self.lines.addStretch(1)

    def _make(self) -> None:
        self.rows = CommandRows(self._book.commands)
        self.rows.asked.connect(self._open)
        self.lines.insertWidget(self.lines.count() - 1, self.rows)

    def _open(self, command_id: str) -> None:
        heard, self._heard, self._at = self._heard, "", command_id
        self._say("")
        one = CommandKeys(self._book, command_id)
        one.back_asked.connect(self._go_back)
        self._one = one
        self.lines.insertWidget(0, one)
        self._show_parts(overview=False)
        one.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        if heard:
            one.hear(heard)

    def _go_to_switches(self) -> None:
        self.close_sheet()
        self.switch_page.open_sheet()

    def _go_back(self) -> None:
        self._show_all()
        self._focus_row()

    def _show_all(self) -> None:
        if self._one is not None:
            self._one.hide()
            self._one.deleteLater()
            self._one = None
        self._show_parts(overview=True)

    def _show_parts(self, *, overview: bool) -> None:
        if self.rows is not None:
            for part in (self._tools, self._about, self.rows):
                part.setVisible(overview)
        if not overview:
            self.listener.hide()
            self.said.hide()
        self._fit()

    def _focus_row(self) -> None:
        if self.rows is not None:
            row = self.rows.stand_at(self._at)
            row.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_keys(self) -> None:
        if self.rows is not None:
            self.rows.show_commands(self._book.commands)

    def _listen(self) -> None:
        self._say("")
        self.listener.show()
        self.listener.setFocus(Qt.FocusReason.OtherFocusReason)
        self._fit()

    def _hear(self, key: str) -> None:
        owner = self._book.choice.owner(key)
        does = next((each.help for each in self._book.commands if each.id == owner), "")
        self._heard = key
        if not key:
            self._say(tr("This key cannot be used. Press another one."))
            return
        name = key_name(key)
        words = (
            tr("This is “{key}”: {what}", key=name, what=does)
            if does
            else tr("“{key}” does nothing yet.", key=name)
        )
        self._say(words + " " + tr("To change that, choose below what it shall do. Esc leaves it."))
        self._focus_row()

    def _stop_listening(self) -> None:
        if self.listener.isVisible():
            self.listener.hide()
            if self.listener.hasFocus():
                self.try_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._fit()

    def _as_usual(self) -> None:
        self._book.use(KeyChoice())
        self._say(tr("All keys are as usual again."))

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.setVisible(bool(words))
        announce(self, words, urgent=True)
