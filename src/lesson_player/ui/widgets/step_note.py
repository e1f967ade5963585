"""Shows the number of a step while it is typed, and says when there is no such step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.text import LineLabel

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QPaintEvent
    from PySide6.QtWidgets import QWidget

    from lesson_player.teaching.views import TeacherView

STAYS_MS = 5000
"""How long it is said that there is no such step."""
_ENTER = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})


class StepNote(LineLabel):
    """A small note at the left, above the foot of its window; it takes no focus.

    A *quiet* one is for a screen that the class sees too: a number and no words of the lesson.
    """

    entered = Signal()
    """Enter was pressed while a number was typed, whatever has the focus."""

    def __init__(
        self, window: QWidget, foot: Callable[[], int] | None = None, *, quiet: bool = False
    ) -> None:
        super().__init__("", Type.STRONG)
        self.setParent(window)
        self._window = window
        self._foot = foot or window.height
        self._quiet = quiet
        self._watched: QWidget | None = None
        self._stays = QTimer(self, interval=STAYS_MS, singleShot=True)
        self._stays.timeout.connect(self.hide)
        self.setContentsMargins(px(16), px(10), px(16), px(10))
        self.setWordWrap(False)
        self.hide()

    def show_typed(self, digits: str, view: TeacherView) -> None:
        """Show what Enter would do with *digits*; without any the note goes."""
        self._stays.stop()
        self._watch(self._window.focusWidget() if digits else None)
        if digits:
            self._say(self._words(int(digits), view))
        else:
            self.hide()

    def show_entered(self, number: int, view: TeacherView) -> None:
        """The number was entered: the note goes, or says for a while that there is no such step."""
        self._watch(None)
        if 1 <= number <= len(view.steps):
            self.hide()
            return
        self._say(_class_words(number) if self._quiet else self._words(number, view))
        self._stays.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter belongs to the number while one is typed, also where a button has the focus."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress and event.key() in _ENTER:
            self.entered.emit()
            return True
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        edge = colour(self, Role.LINE if self._quiet else Role.ACCENT)
        drawing.draw_box(painter, self.rect(), colour(self, Role.PAPER), edge, width=px(2), corner=10)
        painter.end()
        super().paintEvent(event)

    def _words(self, number: int, view: TeacherView) -> str:
        if self._quiet:
            return str(number)
        if 1 <= number <= len(view.steps):
            return tr("Go to step {n}: {title} (Enter)", n=number, title=view.steps[number - 1].title)
        return tr("There is no step {n}. This sitting has steps 1 to {last}.", n=number, last=len(view.steps))

    def _say(self, words: str) -> None:
        self.setText(words)
        size = self.sizeHint().boundedTo(self._window.size())
        side = px(10)
        self.setGeometry(side, max(0, self._foot() - size.height() - side), size.width(), size.height())
        self.show()
        self.raise_()
        announce(self._window, words)

    def _watch(self, holder: QWidget | None) -> None:
        if holder is self._watched:
            return
        if self._watched is not None:
            self._watched.removeEventFilter(self)
        self._watched = holder
        if holder is not None and holder is not self._window:
            holder.installEventFilter(self)


@class_words()
def _class_words(number: int) -> str:
    return tr("No step {n}", n=number)
