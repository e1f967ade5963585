"""What can be changed in one caption: its words, when it comes and how long it stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from lesson_player.control.editing.caption_commands import caption_commands
from lesson_player.control.editing.captions import pace_words
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.key_words import key_words
from lesson_player.ui.editor.words_field import WordsField
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from lesson_player.control.editing.captions import CaptionRow

_LONGEST = 400
"""Characters of a caption that can be written; two lines of the class screen hold about 80."""
_STEPS = {
    "much-earlier": "−0.5 s",
    "earlier": "−0.1 s",
    "later": "+0.1 s",
    "much-later": "+0.5 s",
    "much-shorter": "−0.5 s",
    "shorter": "−0.1 s",
    "longer": "+0.1 s",
    "much-longer": "+0.5 s",
    "all-much-earlier": "−0.5 s",
    "all-earlier": "−0.1 s",
    "all-later": "+0.1 s",
    "all-much-later": "+0.5 s",
}
_WORDS = ("split", "join", "add", "remove")
_MOVES = {
    "comes": ("much-earlier", "earlier", "later", "much-later"),
    "stays": ("much-shorter", "shorter", "longer", "much-longer"),
    "all": ("all-much-earlier", "all-earlier", "all-later", "all-much-later"),
}


class TimeRow(QWidget):
    """What is known of a time, and buttons that move it."""

    def __init__(self, moves: tuple[str, ...], buttons: dict[str, WordButton]) -> None:
        super().__init__()
        self.words = label("", Type.STRONG)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(2))
        column.addWidget(self.words)
        column.addWidget(ButtonRow([buttons[name] for name in moves], centred=False))


class CaptionFields(QWidget):
    """Says what is written, and asks for everything else by the ids of the commands."""

    written = Signal(str)
    """The words of the caption."""
    asked = Signal(str)
    """Id of a command."""

    def __init__(self) -> None:
        super().__init__()
        self._commands = {command.id: command for command in caption_commands()}
        keys = frozenset(key for command in caption_commands() for key in command.keys)
        self._value = ""
        self.field = WordsField(tr("Words of the caption"), longest=_LONGEST, paragraphs=True, keys=keys)
        self.base = label("", Type.MINOR, role=Role.QUIET)
        self.buttons = {name: self._button(name, words) for name, words in _STEPS.items()}
        for name in (*_WORDS, "reset", "elsewhere"):
            self.buttons[name] = self._button(name, self._commands[name].words)
        self.play_button = self._button("play", self._commands["play"].words)
        self.play_button.kind = Kind.MAIN
        self.rows = {name: TimeRow(moves, self.buttons) for name, moves in _MOVES.items()}
        self.field.written.connect(self.written)
        self.field.left.connect(lambda: self.field.show_words(self._value))
        self._put_together()

    @property
    def place(self) -> int:
        """Where the cursor is in the words, in characters."""
        return self.field.textCursor().position()

    @property
    def stops(self) -> tuple[QWidget, ...]:
        """Everything that can have the focus, in the order of reading."""
        names = (*_WORDS, *(name for moves in _MOVES.values() for name in moves))
        inner = (self.buttons[name] for name in names)
        return (self.play_button, self.buttons["reset"], self.buttons["elsewhere"], self.field, *inner)

    def show_row(self, row: CaptionRow, *, last: bool, others: bool, alone: bool = False) -> None:
        """Show how a caption stands; what somebody types at the moment is theirs.

        *others*: whether the film has other versions with such captions. *alone*: whether it is the only one.
        """
        self._value = row.text
        typed = "\n".join(" ".join(line.split()) for line in self.field.toPlainText().splitlines())
        theirs = self.field.hasFocus() and "\n".join(filter(None, typed.split("\n"))) == row.text
        emptied = self.field.hasFocus() and not typed.strip() and not row.changed
        if not theirs and not emptied:
            self.field.show_words(row.text)
        self.rows["comes"].words.setText(tr("It comes at {times}", times=row.times))
        length = f"{row.end_s - row.start_s:.1f}"
        self.rows["stays"].words.setText(
            tr(
                "It stays {seconds} s: {n} words a minute, {pace}",
                seconds=length,
                n=row.words_a_minute,
                pace=pace_words(row.pace),
            )
        )
        self.base.setText(tr("The film’s file: {words}", words=row.base) if row.base else "")
        self.base.setVisible(bool(row.base))
        self.field.setAccessibleDescription(self.base.text())
        self.buttons["reset"].setEnabled(row.changed)
        self.buttons["elsewhere"].setEnabled(row.changed)
        self.buttons["elsewhere"].setVisible(others)
        self.buttons["join"].setEnabled(not last)
        self.buttons["remove"].setEnabled(not alone)

    def show_shift(self, words: str) -> None:
        """Say how far all captions are moved."""
        self.rows["all"].words.setText(words)

    def show_playing(self, playing: bool) -> None:  # noqa: FBT001 - a slot
        """Say what Play does now."""
        self.play_button.set_words(tr("Rest") if playing else self._commands["play"].words)

    def to_end(self) -> None:
        """Show the words of another caption, with the cursor behind them, where Tab would put it."""
        self.field.show_words(self._value)
        self.field.moveCursor(QTextCursor.MoveOperation.End)

    def begin_words(self, *, over: bool = False) -> None:
        """Put the cursor into the words; *over*: so that what is typed takes their place."""
        self.field.setFocus(Qt.FocusReason.TabFocusReason)
        if over:
            self.field.selectAll()

    def _button(self, name: str, words: str) -> WordButton:
        command = self._commands[name]
        button = WordButton(words, hint=key_words(command.keys[0]))
        button.set_words(words, name=command.words)
        button.setToolTip(command.help)
        button.setAccessibleDescription(command.help)
        button.set_tight(tight=True)
        button.clicked.connect(lambda: self.asked.emit(name))
        return button

    def arrange(self, *, narrow: bool) -> None:
        """Stand below one another where there is little room."""
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._times.setDirection(down if narrow else across)

    def _put_together(self) -> None:
        self.side = QWidget()
        beside = QVBoxLayout(self.side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(px(8))
        play = ButtonRow([self.play_button], centred=False)
        changes = ButtonRow([self.buttons[name] for name in ("reset", "elsewhere")], centred=False)
        for part in (play, self.base, changes):
            beside.addWidget(part)
        beside.addStretch(1)
        self._times = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._times.setSpacing(px(8))
        for name in ("comes", "stays"):
            self._times.addWidget(self.rows[name])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        column.addWidget(label(tr("Words of the caption"), Type.LABEL, role=Role.QUIET))
        column.addWidget(self.field)
        column.addWidget(ButtonRow([self.buttons[name] for name in _WORDS], centred=False))
        column.addLayout(self._times)
        column.addWidget(self.rows["all"])
