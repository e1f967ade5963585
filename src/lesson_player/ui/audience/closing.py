"""The closing picture, over all that the class window showed before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QWidget

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.ui.theme.measures import px
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.class_picture import ClassPicture
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from lesson_player.model.slide import ClassView
    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.ui.audience.window import AudienceWindow

_USUAL_HEIGHT = 800
"""Height of a window in pixels at which the button has its usual size."""


class ClosingPicture(QWidget):
    """Covers a class window until it is put away. No key of the lesson and no clicker does anything more.

    Where the class sees the teacher's own screen a button in the corner puts it away, or Esc.
    """

    put_away_asked = Signal()

    @class_words()
    def __init__(
        self, window: AudienceWindow, view: ClassView, pictures: PictureStore, *, asks: bool
    ) -> None:
        super().__init__(window)
        self._window = window
        self.picture = ClassPicture(pictures, parent=self)
        self.picture.show_view(view)
        self.picture.setAccessibleName(view.announcement)
        self.button = WordButton(tr("Put the picture away"), hint=tr("Esc"), parent=self)
        self.button.clicked.connect(self.put_away_asked)
        self.button.setVisible(asks)
        self._asks = asks
        self.setAccessibleName(view.announcement)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        window.strip.put_away()
        self.setGeometry(window.rect())
        window.installEventFilter(self)
        self.show()
        self.raise_()
        self.repaint()
        (self.button if asks else self).setFocus(Qt.FocusReason.OtherFocusReason)
        announce(window, view.announcement)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fill the window at any size; a person who closes the window puts the picture away."""
        if watched is self._window and event.type() is QEvent.Type.Resize:
            self.setGeometry(self._window.rect())
        elif watched is self._window and event.type() is QEvent.Type.Close and event.spontaneous():
            event.ignore()
            self.put_away_asked.emit()
            return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts it away; no other key does anything."""
        if event.key() == Qt.Key.Key_Escape and self._asks:
            self.put_away_asked.emit()
        event.accept()

    def focusNextPrevChild(self, _forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab stays here: what lies below is over."""
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.picture.setGeometry(self.rect())
        self.button.set_larger(max(1.0, self.height() / px(_USUAL_HEIGHT)))
        self.button.adjustSize()
        size, room = self.button.size(), px(8)
        self.button.move(self.width() - size.width() - room, self.height() - size.height() - room)
