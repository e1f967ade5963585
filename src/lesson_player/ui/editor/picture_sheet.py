"""The chooser of pictures as a sheet over the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.picture_chooser import PictureChooser
from lesson_player.ui.widgets.sheet import Sheet

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from lesson_player.operations.picture_library import PictureLibrary


class PictureSheet(Sheet):
    """Closes before the picture is used, so that the line has the focus again."""

    chosen = Signal(object)
    """A `PictureChoice`."""

    def __init__(
        self, over: QWidget, library: PictureLibrary, *, own_allowed: bool = True, why_not: str = ""
    ) -> None:
        super().__init__(over, tr("Choose a picture"), width=1080)
        self.chooser = PictureChooser(library, own_allowed=own_allowed, why_not=why_not)
        self.lines.addWidget(self.chooser)
        self.close_button.set_words(tr("Close"), name=tr("Close without another picture"))
        self.chooser.left.connect(self.close_sheet)
        self.chooser.chosen.connect(self._use)

    def ask(self, words: str, current: str = "") -> None:
        """Open with *words* searched for, such as a line's text; *current* is the id of its picture."""
        self.chooser.ask(words, current)
        self.open_sheet()

    def first_control(self) -> QWidget:
        """The search field."""
        return self.chooser.first_control()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes what was copied wherever the keys are in the sheet."""
        self.chooser.keyPressEvent(event)
        if not event.isAccepted():
            super().keyPressEvent(event)

    def _use(self, choice: object) -> None:
        self.close_sheet()
        self.chosen.emit(choice)
