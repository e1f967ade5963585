"""Lists and sheets scroll under a finger, and a finger that only touches still presses.

Qt's own way (QScroller) holds a touch back until it knows what is meant, and short touches were lost by it.
Here every touch goes its usual way, as a press of a mouse. Only when the finger has moved further than a
touch does, what it pressed is let go of outside of itself, which presses nothing, and the area follows.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QPointF, Qt
from PySide6.QtGui import QMouseEvent, QTouchEvent
from PySide6.QtWidgets import QAbstractScrollArea, QAbstractSlider, QApplication, QLineEdit, QWidget

from lesson_player.ui.theme.measures import px

if TYPE_CHECKING:
    from PySide6.QtCore import QPoint

THRESHOLD = 14
"""How far a finger moves before it scrolls, in pixels at 100 %: fingers that touch roll a little."""

_OUTSIDE = QPointF(-10000, -10000)
_KEPT = (QAbstractSlider, QLineEdit)
"""What a finger moves itself."""


class FingerScroll(QObject):
    """Lets fingers scroll an area."""

    _at_work: FingerScroll | None = None
    """The one whose area is under the finger now; the innermost, where areas lie in each other."""

    def __init__(self, area: QAbstractScrollArea) -> None:
        super().__init__(area)
        self._area = area
        self._start_y, self._start_value = 0.0, 0
        self._scrolls = False
        self._pressed: QWidget | None = None
        area.viewport().setAttribute(Qt.WidgetAttribute.WA_AcceptTouchEvents)
        area.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Look where a finger begins; from then on, until it is lifted, at everything that it does."""
        if event.type() == QEvent.Type.TouchBegin and watched is self._area.viewport():
            if isinstance(event, QTouchEvent):
                self._begin(event)
                event.ignore()
            return False
        if FingerScroll._at_work is not self or not isinstance(event, QMouseEvent):
            return False
        match event.type():
            case QEvent.Type.MouseButtonPress if self._pressed is None and isinstance(watched, QWidget):
                self._pressed = watched
            case QEvent.Type.MouseMove:
                return self._move(event)
            case QEvent.Type.MouseButtonRelease:
                return self._end(event)
            case _:
                pass
        return False

    def _begin(self, event: QTouchEvent) -> None:
        bar = self._area.verticalScrollBar()
        former = FingerScroll._at_work
        if former is not None and former is not self and former.holds(event):
            return
        if former is not None:
            former.let_go()
        place = event.points()[0].globalPosition().toPoint()
        if bar.maximum() <= bar.minimum() or isinstance(_widget_at(self._area, place), _KEPT):
            return
        FingerScroll._at_work = self
        self._start_y, self._start_value = float(place.y()), bar.value()
        self._scrolls, self._pressed = False, None
        application = QApplication.instance()
        if application is not None:
            application.installEventFilter(self)

    def holds(self, event: QTouchEvent) -> bool:
        """Whether this one took the same touch, further in."""
        return self._pressed is None and self._start_y == float(
            event.points()[0].globalPosition().toPoint().y()
        )

    def _move(self, event: QMouseEvent) -> bool:
        away = event.globalPosition().y() - self._start_y
        if not self._scrolls and abs(away) < px(THRESHOLD):
            return False
        if not self._scrolls:
            self._scrolls = True
            if self._pressed is not None and not isinstance(self._pressed.parent(), QAbstractScrollArea):
                _send(self._pressed, QEvent.Type.MouseMove)
        self._area.verticalScrollBar().setValue(round(self._start_value - away))
        return True

    def _end(self, event: QMouseEvent) -> bool:
        pressed, scrolled = self._pressed, self._scrolls
        self.let_go()
        if scrolled and pressed is not None:
            _send(pressed, QEvent.Type.MouseButtonRelease)
        event.accept()
        return scrolled

    def let_go(self) -> None:
        """Look at nothing more of this touch."""
        FingerScroll._at_work = None
        self._scrolls, self._pressed = False, None
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)


def _widget_at(area: QAbstractScrollArea, place: QPoint) -> QWidget | None:
    return area.viewport().childAt(area.viewport().mapFromGlobal(place))


def _send(widget: QWidget, kind: QEvent.Type) -> None:
    """Tell a widget that the pointer is far outside of it, and for a release that it is lifted there."""
    held = Qt.MouseButton.LeftButton
    none = Qt.MouseButton.NoButton
    button, buttons = (none, held) if kind == QEvent.Type.MouseMove else (held, none)
    event = QMouseEvent(kind, _OUTSIDE, _OUTSIDE, _OUTSIDE, button, buttons, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(widget, event)
