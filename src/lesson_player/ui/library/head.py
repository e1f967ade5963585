"""The library's head: its title, and what can be asked for beside a lesson."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton


class LibraryHead(QHBoxLayout):
    """A title and five buttons, which wrap where there is little room."""

    def __init__(self) -> None:
        super().__init__()
        self.new_button = WordButton(tr("New lesson…"))
        self.install_button = WordButton(tr("Install a pack…"))
        self.help_button = WordButton(tr("Help"))
        self.keys_button = WordButton(tr("Keys"))
        self.keys_button.set_words(tr("Keys"), name=tr("Keys: see and change them"))
        self.settings_button = WordButton(tr("Settings"))
        others = (self.help_button, self.keys_button, self.settings_button)
        buttons = ButtonRow((self.new_button, self.install_button, *others), centred=False)
        buttons.setMaximumWidth(buttons.line_width())
        self.addWidget(label(tr("Lessons"), Type.PAGE), 1, Qt.AlignmentFlag.AlignTop)
        self.addWidget(buttons, 2)
