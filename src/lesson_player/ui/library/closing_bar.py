"""What the teacher has of the closing picture: that it is there, and a button to put it away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QPaintEvent


class ClosingBar(QWidget):
    """A calm bar in the library, or a small window of its own where there is no library."""

    put_away_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("The lesson is over"))
        self.words = label(
            tr("The lesson is over. The class sees a quiet picture that says so, until you put it away.")
        )
        self.button = WordButton(tr("Put the picture away"))
        self.button.clicked.connect(self.put_away_asked)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(20), px(8), px(8), px(8))
        row.setSpacing(px(12))
        row.addWidget(self.words, 1)
        row.addWidget(self.button, 0, Qt.AlignmentFlag.AlignVCenter)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Who closes the window is done with the picture too."""
        super().closeEvent(event)
        if event.spontaneous():
            self.put_away_asked.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        painter.fillRect(self.rect(), colour(self, Role.PAPER))
        painter.fillRect(0, 0, px(6), self.height(), colour(self, Role.ACCENT))
