"""The answer to "Where am I?": a line above the foot of the teacher's window, said as well."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QLabel

from lesson_player.teaching.where import where_words
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px, set_type
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from lesson_player.teaching.views import TeacherView

STAYS_MS = 20_000
"""How long the line stays; whoever reads slowly asks again."""
_WIDE = 900
"""Greatest width, in pixels at 100 %."""


class WhereNote(QLabel):
    """Takes no focus, and goes when the class is in another step, when it is asked again, or by itself."""

    def __init__(self, window: QWidget, foot: Callable[[], int]) -> None:
        super().__init__(window)
        self._window, self._foot = window, foot
        self._number = 0
        self._stays = QTimer(self, interval=STAYS_MS, singleShot=True)
        self._stays.timeout.connect(self.hide)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setMargin(px(12))
        self.setForegroundRole(Role.INK.value)
        set_type(self, Type.STRONG)
        self.hide()

    def tell(self, view: TeacherView, unseen: str) -> None:
        """Say where *view* stands. *unseen*: why no class sees it, if none does."""
        self._number = view.number
        words = where_words(view, unseen)
        self.setText(words)
        side = px(10)
        width = min(self._window.width() - 2 * side, px(_WIDE))
        height = self.heightForWidth(width)
        self.setGeometry(side, max(0, self._foot() - height - side), width, height)
        self.show()
        self.raise_()
        self._stays.start()
        announce(self._window, words)

    def put_away(self) -> bool:
        """Take the line away; False when it was not there."""
        shown = self.isVisible()
        self.hide()
        return shown

    def follow(self, view: TeacherView) -> None:
        """What was said is no longer true once the class is in another step."""
        if view.number != self._number:
            self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        drawing.draw_box(
            painter, self.rect(), colour(self, Role.PAPER), colour(self, Role.ACCENT), width=px(2)
        )
        painter.end()
        super().paintEvent(event)
