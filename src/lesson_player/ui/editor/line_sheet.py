"""Everything that can be done with a line, one wide button each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.control.editing.commands import editor_commands
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.key_words import key_words
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.view import LineView


class LineSheet(Sheet):
    """The sheet closes before what was chosen is done, so that the line has the focus."""

    asked = Signal(str)
    """Id of a command for the line."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("This line"), width=520)
        self.words = label("", Type.LEAD)
        self.why = label("", Type.MINOR, role=Role.QUIET)
        self.lines.addWidget(self.words)
        keys = {command.id: key_words(command.keys[0]) for command in editor_commands()}
        texts = {
            "picture": tr("Choose another picture"),
            "own-picture": tr("The lesson’s own picture again"),
            "hide": tr("Hide from the class"),
            "up": tr("Move up"),
            "down": tr("Move down"),
            "split": tr("Split the step: the second part begins here"),
            "add-line": tr("Add a line after this one"),
        }
        self.choices: dict[str, WordButton] = {}
        for name, words in texts.items():
            button = WordButton(words, hint=keys.get(name, ""), beside=True)
            button.clicked.connect(lambda _on=False, name=name: self._choose(name))
            self.choices[name] = button
            self.lines.addWidget(button)
        self.lines.addWidget(self.why)

    def show_line(self, line: LineView) -> None:
        """Offer what this line allows."""
        value = line.fields[-1].value if line.fields else ""
        self.words.setText(value.replace("**", ""))
        self.title.setText(line.label)
        hide = tr("Show to the class again") if line.hidden else tr("Hide from the class")
        self.choices["hide"].set_words(tr("Take this line out") if line.free else hide)
        offered = {
            "picture": not line.hidden,
            "own-picture": line.base_picture is not None,
            "hide": line.hidden or not line.fixed,
            "up": line.free and line.listed,
            "down": line.free and line.listed,
            "split": line.splits and not line.hidden,
            "add-line": line.listed and not line.hidden,
        }
        for name, button in self.choices.items():
            button.setVisible(offered[name])
        fixed = [] if line.hidden or not line.fixed else [line.fixed]
        if not line.free and line.listed:
            fixed.append(tr("The order of the lesson’s own lines stays. Lines that you add can be moved."))
        self.why.setText(" ".join(fixed))
        self.why.setVisible(bool(fixed))

    def first_control(self) -> QWidget:
        """The first thing that can be done."""
        return next((one for one in self.choices.values() if not one.isHidden()), self.close_button)

    def _choose(self, name: str) -> None:
        self.close_sheet()
        self.asked.emit(name)
