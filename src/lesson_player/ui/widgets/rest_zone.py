"""The rest zone: a button at the upper edge that lets a resting pointer press nothing for a while."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import px
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint
    from PySide6.QtWidgets import QWidget

EDGE = 14
"""Height of the upper edge, in pixels at 100 %, that brings it up."""
_NEAR = 90
"""Below so many pixels at 100 % it goes again."""


class RestZone(WordButton):
    """Covers nothing until the pointer comes to the upper edge; while it pauses it stays.

    On a *quiet* window, where the class has nothing but the lesson before it, it does not stay.
    """

    def __init__(self, window: QWidget, *, quiet: bool = False) -> None:
        super().__init__(tr("Pause resting"), parent=window)
        self._window, self._quiet = window, quiet
        self.pauses = False
        """Whether nothing is pressed by resting now."""
        self.clicked.connect(self._turn)
        self.hide()

    def look_for(self, place: QPoint) -> None:
        """Come up where the pointer is at the upper edge, in pixels of the window, and go when it leaves."""
        stays = self.pauses and not self._quiet
        if stays or 0 <= place.y() <= px(EDGE):
            self._come()
        elif place.y() > px(_NEAR) or not self._window.rect().contains(place):
            self.hide()

    def put_away(self) -> None:
        """Go, and pause no more."""
        self.pauses = False
        self._say()
        self.hide()

    def _come(self) -> None:
        size = self.sizeHint()
        place = (self._window.width() - size.width()) // 2
        self.setGeometry(place, 0, size.width(), size.height())
        if self.isHidden():
            self.show()
            self.raise_()

    def _turn(self) -> None:
        self.pauses = not self.pauses
        self._say()
        self._come()
        words = (
            tr("Resting the pointer presses nothing now.") if self.pauses else tr("Resting presses again.")
        )
        announce(self, words)

    def _say(self) -> None:
        self.set_words(tr("Press by resting again") if self.pauses else tr("Pause resting"), on=self.pauses)
