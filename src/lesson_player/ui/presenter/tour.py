"""The tour: a card that goes from one real control to the next and says in a sentence what it is for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QRect, QRectF, Qt
from PySide6.QtGui import QColor, QPainterPath
from PySide6.QtWidgets import QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.command_button import CommandButton
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

    from lesson_player.ui.presenter.parts import Parts

_ON = frozenset({Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_PageDown})
_BACK = frozenset({Qt.Key.Key_Left, Qt.Key.Key_Up, Qt.Key.Key_PageUp, Qt.Key.Key_Backspace})
_GAP = 10
"""Between the card and the control that it speaks of, in pixels at 100 %."""
_WIDTH = 430
"""Of the card, in pixels at 100 %."""
_EDGE, _LOW_EDGE = 20, 8
"""Above what is in the card, usually and where it is low, in pixels at 100 %."""
_DIM = 150
"""How dark is what is not spoken of, of 255; black in every theme, so that the rest is the brightest."""


@dataclass(frozen=True, slots=True)
class Stop:
    """A control, and what it is for."""

    control: QWidget
    words: str


def stops(parts: Parts) -> tuple[Stop, ...]:
    """What is shown, in the order in which a lesson needs it; all of it is read in less than a minute."""
    buttons = parts.bar.buttons
    found = [
        Stop(parts.now.now, tr("This is what the class sees, exactly. Below it is what comes next.")),
        Stop(
            buttons["next"],
            tr("Next goes on: with Space, the right arrow or a clicker. Back takes you back."),
        ),
        Stop(parts.steps, tr("The steps with their minutes. Click one to go to it, or find one with F2.")),
        Stop(
            parts.notes.text,
            tr("What to say, ask and look for. Only you see it. Ctrl + makes the letters larger."),
        ),
        Stop(
            buttons["hide"],
            tr("Hide covers the class screen. Calm, beside it, shows a quiet picture. Your place is kept."),
        ),
        Stop(
            parts.top.clock, tr("The clock says whether you are on time. T stops it until you press T again.")
        ),
        Stop(buttons["keys"], tr("F1 shows all keys, F3 opens help, and F4 shows you round again.")),
    ]
    words = tr("The card for when a pupil tells you something. Fill in your safeguarding lead there.")
    cards = [Stop(button, words) for button in parts.notes.findChildren(CommandButton)]
    return (*found[:5], *cards, *found[5:])


class Tour(Sheet):
    """Takes every key while it is there, so that nobody moves the lesson by looking round."""

    def __init__(self, over: QWidget, parts: Parts, reveal: Callable[[QWidget], None]) -> None:
        """``reveal``: brings a control of the window into view."""
        super().__init__(over, tr("Your window"), width=_WIDTH)
        self._course = stops(parts)
        self._bring_up = reveal
        self._at = 0
        self._light = Spotlight(over)
        self.count = label(step=Type.LABEL, role=Role.QUIET)
        self.words = label(step=Type.LEAD)
        self.lines.addWidget(self.count)
        self.lines.addWidget(self.words)
        self.lines.addStretch(1)
        self.back_button = WordButton(tr("Back"), hint="←")
        self.next_button = WordButton(tr("Next"), hint="→", kind=Kind.MAIN)
        self.back_button.clicked.connect(lambda: self._go(self._at - 1))
        self.next_button.clicked.connect(lambda: self._go(self._at + 1))
        self.close_button.set_words(tr("End the tour"))
        self.buttons.insertWidget(0, self.back_button)
        self.buttons.insertWidget(1, self.next_button)
        self.closed.connect(self._light.hide)

    @property
    def stop(self) -> Stop:
        """What is shown now."""
        return self._course[self._at]

    def open_sheet(self) -> None:
        """Begin at the first control."""
        self._at = 0
        self._show_stop()
        self._light.show_over()
        super().open_sheet()
        self._say()

    def first_control(self) -> QWidget:
        """Next, again and again."""
        return self.next_button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and a clicker go from control to control, Esc and F4 end; no key is the lesson's."""
        if event.key() in {Qt.Key.Key_Escape, Qt.Key.Key_F4}:
            self.close_sheet()
        elif event.key() in _ON or event.key() in ENTER or event.key() == Qt.Key.Key_Space:
            self._go(self._at + 1)
        elif event.key() in _BACK:
            self._go(self._at - 1)
        event.accept()

    def _go(self, to: int) -> None:
        if to >= len(self._course):
            self.close_sheet()
        elif to >= 0:
            self._at = to
            self._show_stop()
            self._fit()
            self.next_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self._say()

    def _show_stop(self) -> None:
        last = self._at == len(self._course) - 1
        self.count.setText(tr("{n} of {total}", n=self._at + 1, total=len(self._course)))
        self.words.setText(self.stop.words)
        self.back_button.setEnabled(self._at > 0)
        self.next_button.set_words(tr("Finish") if last else tr("Next"))
        self.next_button.setAccessibleDescription(self.stop.words)
        self._bring_up(self.stop.control)

    def _say(self) -> None:
        announce(self, f"{self.count.text()}. {self.stop.words}")

    def _fit(self) -> None:
        """Beside the control where there is room, and never on it where that can be helped.

        Where there is none, the card is as low as it can be, over the whole width of the window.
        """
        control = seen_of(self.stop.control, self._over)
        self._light.point_at(control)
        if self._stand_by(control, low=False):
            self._stand_by(control, low=True)
        self.raise_()

    def _stand_by(self, control: QRect, *, low: bool) -> bool:
        """Stand beside *control*; whether that covers some of it."""
        self._wide = self._over.width() if low else px(_WIDTH)
        self.title.setVisible(not low)
        edge = px(_LOW_EDGE) if low else px(_EDGE)
        self._column.setContentsMargins(px(24), edge, px(18), px(_LOW_EDGE) if low else px(14))
        self._column.setSpacing(px(4) if low else px(12))
        self.lines.setSpacing(px(2) if low else px(10))
        super()._fit()
        self.move(beside(self.size_rect(), control, self._over.rect(), px(_GAP)))
        return self.geometry().intersects(control)

    def size_rect(self) -> QRect:
        """The card at the corner of its window."""
        return QRect(QPoint(0, 0), self.size())


class Spotlight(QWidget):
    """Covers the window thinly, but for one control with a ring around it; lets no click through."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over)
        self._over = over
        self._control = QRect()
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.hide()

    def show_over(self) -> None:
        """Lie over the whole window."""
        self.setGeometry(self._over.rect())
        self.show()
        self.raise_()

    def point_at(self, control: QRect) -> None:
        """Leave *control* free, in the window's own coordinates."""
        self._control = control
        self.setGeometry(self._over.rect())
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click beside the card is for nothing."""
        event.accept()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        ring = QRectF(self._control).adjusted(-px(5), -px(5), px(5), px(5)).intersected(QRectF(self.rect()))
        cover, free = QPainterPath(), QPainterPath()
        cover.addRect(QRectF(self.rect()))
        free.addRoundedRect(ring, px(12), px(12))
        painter.fillPath(cover.subtracted(free), QColor(0, 0, 0, _DIM))
        drawing.draw_box(painter, ring, None, colour(self, Role.PAPER), width=px(7), corner=12)
        drawing.draw_box(painter, ring, None, colour(self, Role.ACCENT), width=px(4), corner=12)


def seen_of(control: QWidget, window: QWidget) -> QRect:
    """The part of *control* that can be seen, in the coordinates of *window*."""
    seen = QRect(control.mapTo(window, QPoint(0, 0)), control.size())
    holder = control.parentWidget()
    while holder is not None and holder is not window:
        seen &= QRect(holder.mapTo(window, QPoint(0, 0)), holder.size())
        holder = holder.parentWidget()
    return seen & window.rect()


def beside(card: QRect, control: QRect, room: QRect, gap: int) -> QPoint:
    """Where *card* stands: right of, left of, below or above *control*, wherever it covers least of it."""
    middle = control.center() - card.center()
    places = (
        QPoint(control.right() + gap, middle.y()),
        QPoint(control.left() - gap - card.width(), middle.y()),
        QPoint(middle.x(), control.bottom() + gap),
        QPoint(middle.x(), control.top() - gap - card.height()),
    )
    side = gap // 2
    most = QPoint(room.width() - card.width() - side, room.height() - card.height() - side)
    inside = [
        QPoint(max(side, min(place.x(), most.x())), max(side, min(place.y(), most.y()))) for place in places
    ]

    def covered(place: QPoint) -> int:
        both = QRect(place, card.size()).intersected(control)
        return both.width() * both.height() if both.isValid() else 0

    return min(inside, key=covered)
