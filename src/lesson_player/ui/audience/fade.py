"""One slide goes over into the next within 120 ms; nothing else on the class screen moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QVariantAnimation
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QWidget

from lesson_player.model.slide import ScreenKind

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QPixmap

    from lesson_player.model.slide import ClassView
    from lesson_player.ui.widgets.class_picture import ClassPicture

FADE_MS = 120
"""Length of a fade (docs/design.md)."""
_FIRST = 0.35
"""How much of the new slide its first frame shows: a fade begins at once and never holds a slide back."""


class Fade(QWidget):
    """Lies over the class picture while the former slide goes; the picture under it is the new one at once.

    The former slide is kept as it was painted, while nothing else is to be done. Without it there is no fade:
    quick presses change slides at once, and so do films, captions, Hide and Calm.
    """

    def __init__(self, picture: ClassPicture) -> None:
        super().__init__(picture)
        self._picture = picture
        self._former: QPixmap | None = None
        self._share = QVariantAnimation(self, startValue=_FIRST, endValue=1.0, duration=FADE_MS)
        self._share.valueChanged.connect(self.update)
        self._share.finished.connect(self._end)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.hide()

    def begin(self, former: ClassView | None, view: ClassView) -> None:
        """Let *former* go over into *view*, which is painted next; or change at once, as marks do."""
        fades = self._former is not None and former is not None and _fades(former) and _fades(view)
        same_page = former is not None and former.unmarked == view.unmarked
        if not fades or former is None or same_page or former.appearance != view.appearance:
            self.forget()
            return
        self.setGeometry(self._picture.rect())
        self.show()
        self._share.start()

    def remember(self) -> None:
        """Keep the slide that is on the screen, for when it goes."""
        view = self._picture.class_view
        if self._former is None and self.isHidden() and view is not None and _fades(view):
            self._former = self._picture.grab()

    def forget(self) -> None:
        """What was kept is no longer on the screen; a fade that runs is over."""
        self._share.stop()
        self._former = None
        self.hide()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._former is not None:
            painter = QPainter(self)
            painter.setOpacity(1.0 - float(self._share.currentValue()))
            painter.drawPixmap(self.rect(), self._former)

    def _end(self) -> None:
        self.forget()
        self.remember()


def _fades(view: ClassView) -> bool:
    return view.appearance.motion and view.screen is ScreenKind.SLIDE and view.spoken is None
