"""A slider for a time, drawn in the program's look, with keys that do not take the lesson's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtWidgets import QSlider, QStyle

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent

_OWN_KEYS = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down})


class TimeSlider(QSlider):
    """A time in whole seconds. Reached by Tab, the arrows move it; a click goes straight to the place."""

    def __init__(self) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._mark: int | None = None
        self._chapters: tuple[float, ...] = ()
        self._part: tuple[float, float | None] | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setSingleStep(1)
        self.setPageStep(5)
        self.setMinimumWidth(px(120))

    def set_mark(self, at: int | None) -> None:
        """Draw a mark at a time, where the film will rest."""
        if at != self._mark:
            self._mark = at
            self.update()

    def set_chapters(self, at: tuple[float, ...]) -> None:
        """Draw a notch at each time, where a chapter starts."""
        if at != self._chapters:
            self._chapters = at
            self.update()

    def set_part(self, part: tuple[float, float | None] | None) -> None:
        """Draw a bracket from a time to another, or to nowhere yet, around what is repeated."""
        if part != self._part:
            self._part = part
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(220), px(TARGET))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(120), px(TARGET))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Only the arrows are the slider's own."""
        if event.key() in _OWN_KEYS:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go straight to where the pointer is, and follow it from there."""
        if event.button() is Qt.MouseButton.LeftButton:
            self.setSliderDown(True)
            self.setSliderPosition(self._time_at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        if self.isSliderDown():
            self.setSliderPosition(self._time_at(event.position().x()))

    def mouseReleaseEvent(self, _event: QMouseEvent) -> None:
        """Stay where the pointer was let go."""
        self.setSliderDown(False)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        groove = self._groove()
        at = self.place(self.sliderPosition())
        drawing.draw_box(
            painter, groove, colour(self, Role.PAPER), colour(self, Role.EDGE), width=px(1.5), corner=4
        )
        done = QRectF(groove.left(), groove.top(), at - groove.left(), groove.height())
        drawing.draw_box(painter, done, colour(self, Role.ACCENT), corner=4)
        self._draw_chapters(painter, groove)
        self._draw_part(painter, groove)
        if self._mark is not None:
            mark = self.place(self._mark)
            painter.fillRect(
                QRectF(mark - px(1.5), groove.top() - px(6), px(3), groove.height() + px(12)),
                colour(self, Role.INK),
            )
        knob = QRectF(at - px(9), self.height() / 2 - px(9), px(18), px(18))
        drawing.draw_box(
            painter, knob, colour(self, Role.ACCENT), colour(self, Role.PAPER), width=px(2), corner=9
        )
        if self.hasFocus():
            drawing.draw_ring(painter, self.rect(), colour(self, Role.ACCENT))

    def _draw_chapters(self, painter: QPainter, groove: QRectF) -> None:
        for at_s in self._chapters:
            notch = QRectF(self.place(at_s) - px(1), groove.bottom() + px(2), px(2), px(6))
            if groove.left() - 1 <= notch.center().x() <= groove.right() + 1:
                painter.fillRect(notch, colour(self, Role.INK))

    def _draw_part(self, painter: QPainter, groove: QRectF) -> None:
        if self._part is None:
            return
        ink, top, depth = colour(self, Role.WARM), groove.top() - px(9), px(7)
        first, last = self._part
        places = [self.place(at_s) for at_s in (first, last) if at_s is not None]
        for place in places:
            painter.fillRect(QRectF(place - px(1.5), top, px(3), depth), ink)
        painter.fillRect(QRectF(places[0], top, max(px(6), places[-1] - places[0]), px(3)), ink)

    def _groove(self) -> QRectF:
        side, height = px(16), px(8)
        return QRectF(side, (self.height() - height) / 2, self.width() - 2 * side, height)

    def place(self, at: float) -> float:
        """Where a time stands from left to right, in pixels."""
        groove = self._groove()
        span = max(1, self.maximum() - self.minimum())
        return groove.left() + groove.width() * (at - self.minimum()) / span

    def _time_at(self, x: float) -> int:
        groove = self._groove()
        return QStyle.sliderValueFromPosition(
            self.minimum(), self.maximum(), round(x - groove.left()), max(1, round(groove.width()))
        )
