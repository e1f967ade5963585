"""The head of the teacher's window: lesson, version, class screen and clock."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.time_words import minutes_seconds
from lesson_player.ui.presenter import clock_words
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.chip import Chip
from lesson_player.ui.widgets.text import LineLabel
from lesson_player.ui.widgets.word_button import WordButton
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent, QResizeEvent

    from lesson_player.teaching.views import Pace, TeacherView


_NARROW = 1000
"""Below this width, in pixels at 100 %, the name of the class screen has no room in the head."""


class ClockButton(WordButton):
    """The clock; pressing it stops the timer or lets it go on."""

    def __init__(self) -> None:
        super().__init__("0:00")
        self._plan = ""
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(tr("Stop the lesson's timer, or let it go on (T)"))
        self.setAccessibleDescription(tr("Press to stop the lesson's timer, or to let it go on. Key: T."))

    def show_pace(self, pace: Pace) -> None:
        """Show how the time stands."""
        plan = clock_words.of_plan(pace)
        if plan != self._plan:
            self._plan = plan
            self.updateGeometry()
        self.set_words(minutes_seconds(pace.spent_s), name=clock_words.spoken(pace))
        self.update()

    def sizeHint(self) -> QSize:
        time, plan = (QFontMetrics(each) for each in self._fonts())
        width = max(time.horizontalAdvance("00:00"), time.horizontalAdvance(self.text()))
        width += px(8) + plan.horizontalAdvance(self._plan)
        room = 2 * drawing.ring_room()
        return QSize(width + px(8) + room, px(TARGET))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        box = self._box()
        if self.hasFocus():
            drawing.draw_ring(painter, box, colour(self, Role.ACCENT))
        room = drawing.ring_room() + px(4)
        line = box.adjusted(room, 0, -room, 0)
        middle = Qt.AlignmentFlag.AlignVCenter
        time, plan = self._fonts()
        painter.setFont(plan)
        painter.setPen(colour(self, Role.QUIET))
        painter.drawText(line, middle | Qt.AlignmentFlag.AlignRight, self._plan)
        painter.setFont(time)
        painter.setPen(colour(self, Role.ACCENT if self.underMouse() else Role.INK))
        rest = QFontMetrics(plan).horizontalAdvance(self._plan) + px(8)
        beside = drawing.as_written(self, line, line.adjusted(0, 0, -rest, 0))
        painter.drawText(beside, middle | Qt.AlignmentFlag.AlignRight, self.text())

    def hitButton(self, place: QPoint) -> bool:  # noqa: N802 - Qt's name
        """Only the clock itself can be pressed, not the free line beside it."""
        return self._box().contains(place)

    def _box(self) -> QRect:
        width = min(self.width(), self.sizeHint().width())
        box = QRect(self.width() - width, 0, width, self.height())
        return drawing.as_written(self, self.rect(), box)

    @staticmethod
    def _fonts() -> tuple[QFont, QFont]:
        return font(Type.TITLE, larger=1.2), font(Type.LABEL)


class TopBar(QWidget):
    """Says which lesson this is, in which version, on which screen, and how the time stands."""

    timer_asked = Signal()
    screen_name_moved = Signal(str)
    """The class screen's name, which has no room here; empty when it has."""

    def __init__(self) -> None:
        super().__init__()
        self._screen_words = ""
        self.lesson = LineLabel(step=Type.TITLE)
        self.version = Chip()
        self.sample = Chip(warm=True)
        self.class_screen = Chip()
        self.clock = ClockButton()
        self.clock.clicked.connect(self.timer_asked)
        words = QWidget()
        wrap = WrapLayout(words, gap=px(8))
        for part in (self.lesson, self.version, self.sample, self.class_screen, self.clock):
            wrap.addWidget(part)
        wrapping = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        wrapping.setHeightForWidth(True)
        words.setSizePolicy(wrapping)
        self.setSizePolicy(wrapping)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(3), px(8), px(3))
        row.addWidget(words)

    def show_view(self, view: TeacherView) -> None:
        """Show what has changed."""
        self.lesson.setText(view.lesson_title)
        self.version.show_words(view.version_title)
        self.sample.show_words(view.film_notice)
        self.clock.show_pace(view.pace)

    def show_screen(self, words: str) -> None:
        """Say where the class sees the lesson."""
        self._screen_words = words
        self._fit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow window the class screen's name stands beside its state instead."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < px(_NARROW)
        self.class_screen.show_words("" if narrow else self._screen_words)
        self.screen_name_moved.emit(self._screen_words if narrow else "")

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.painter_on(self).fillRect(self.rect(), colour(self, Role.PAPER))
