"""Messages for the teacher alone: what happened, what is safe, what to do next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class MessageBar(QWidget):
    """A calm bar that takes no focus; it is there only while there is something to say."""

    seen = Signal()
    """The teacher has read the messages."""

    def __init__(self) -> None:
        super().__init__()
        self._messages: tuple[str, ...] = ()
        self.words = label()
        self.close_button = WordButton(tr("Close"))
        self.close_button.set_words(tr("Close"), name=tr("Close the message"))
        self.close_button.clicked.connect(self.seen)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(48), px(4), px(8), px(4))
        row.addWidget(self.words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.hide()

    @property
    def messages(self) -> tuple[str, ...]:
        """What is said now."""
        return self._messages

    def show_messages(self, messages: tuple[str, ...]) -> None:
        """Show *messages*, and say them when they are new."""
        if messages == self._messages:
            return
        new = [message for message in messages if message not in self._messages]
        self._messages = messages
        self.words.setText("\n".join(messages))
        self.setVisible(bool(messages))
        for message in new:
            announce(self, message, urgent=True)

    def take_back(self, words: str) -> None:
        """Say no more what is true no more."""
        self.show_messages(tuple(message for message in self._messages if message != words))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        painter.fillRect(self.rect(), colour(self, Role.PAPER))
        painter.fillRect(0, 0, px(6), self.height(), colour(self, Role.WARM))
        mark = self.rect().adjusted(px(16), 0, 0, 0)
        mark.setSize(mark.size().boundedTo(mark.size()))
        mark.setWidth(px(24))
        mark.setTop(px(14))
        mark.setHeight(px(24))
        drawing.draw_box(painter, mark, None, colour(self, Role.WARM), width=px(2), corner=12)
        painter.setPen(colour(self, Role.WARM))
        painter.drawText(mark, Qt.AlignmentFlag.AlignCenter, "!")
