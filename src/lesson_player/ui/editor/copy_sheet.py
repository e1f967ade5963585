"""Asks into which other version a change is copied."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.foundation.i18n import tr
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class CopySheet(Sheet):
    """A button for each of the user's own versions."""

    version_asked = Signal(str)
    """Id of the version."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Copy the change to which version?"), width=620)
        self.choices: list[WordButton] = []
        self.lines.addWidget(label(tr("What that version says there is replaced. It can be undone in it.")))

    def show_versions(self, versions: tuple[tuple[str, str], ...]) -> None:
        """Offer *versions*: id and title."""
        for button in self.choices:
            button.hide()
            button.deleteLater()
        self.choices = []
        for name, title in versions:
            button = WordButton(title, beside=True)
            button.clicked.connect(lambda _on=False, name=name: self._choose(name))
            self.lines.addWidget(button)
            self.choices.append(button)

    def first_control(self) -> QWidget:
        """The first version."""
        return self.choices[0] if self.choices else self.close_button

    def _choose(self, name: str) -> None:
        self.close_sheet()
        self.version_asked.emit(name)
