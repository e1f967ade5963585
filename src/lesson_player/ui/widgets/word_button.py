"""The button of the program: plain words, the key under them, and a focus ring with a gap."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QFont, QPaintEvent


WIDE, TIGHT = 13, 5
"""Room beside the words of a plain button, in pixels at 100 %: usually, and where there is little."""


class Kind(Enum):
    """What a button is for, by its look."""

    PLAIN = "plain"
    MAIN = "main"
    """The one thing to press next."""
    WARM = "warm"
    """Asks for care: not a danger, but not an everyday button either."""


@dataclass(frozen=True, slots=True)
class Colours:
    """Colours of one button in one state."""

    fill: QColor
    edge: QColor
    words: QColor
    hint: QColor


class WordButton(QAbstractButton):
    """A button with words, and perhaps a key under them.

    A click with the mouse does not take the focus, so that Space stays "Next"; reached by Tab, the button
    takes Space and Enter itself and leaves every other key to its window. A button with two states is never
    checkable, because screen readers would then read it as a check box: its accessible name says the state.
    """

    def __init__(
        self,
        words: str,
        *,
        hint: str = "",
        kind: Kind = Kind.PLAIN,
        beside: bool = False,
        ticked: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hint = hint
        self._room_for: tuple[tuple[str, ...], tuple[str, ...]] = ((), (hint,))
        self.kind = kind
        self._beside = beside
        self._ticked = ticked
        self._on: bool | None = None
        self._larger = 1.0
        self._tight = False
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Minimum, QSizePolicy.Policy.Fixed)
        if beside:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.set_words(words)

    @property
    def hint(self) -> str:
        """The key that does the same, as it is shown on the button."""
        return self._hint

    @property
    def on(self) -> bool | None:
        """Whether what it stands for is on; None for a button without states."""
        return self._on

    def set_words(self, words: str, *, on: bool | None = None, name: str = "") -> None:
        """Show *words*; *on* gives the look of something that is on; *name* is what a screen reader says."""
        spoken = name or words
        if (words, on, spoken) == (self.text(), self._on, self.accessibleName()):
            return
        self._on = on
        self.setText(words)
        self.setAccessibleName(spoken)
        self.updateGeometry()
        self.update()

    def set_hint(self, hint: str) -> None:
        """Show another key."""
        if hint != self._hint:
            self._hint = hint
            self.keep_room(hints=(hint,))
            self.update()

    def keep_room(self, *, words: tuple[str, ...] = (), hints: tuple[str, ...] = ()) -> None:
        """Be wide enough for these as well, so that its neighbours stand still when it shows them."""
        former = self._room_for
        self._room_for = (*former[0], *words), tuple({*former[1], *hints})
        if former != self._room_for:
            self.updateGeometry()

    def set_kind(self, kind: Kind) -> None:
        """Change what the button is for, by its look."""
        self.kind = kind
        self.updateGeometry()
        self.update()

    def set_larger(self, times: float) -> None:
        """Draw the button that many times as large, for a board across the room."""
        if times != self._larger:
            self._larger = times
            self.updateGeometry()
            self.update()

    def set_tight(self, *, tight: bool) -> None:
        """Leave less room beside the words and none for other words, where many stand on one line."""
        if tight != self._tight:
            self._tight = tight
            self.updateGeometry()
            self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space is pressed and let go, as on any button; Enter presses at once; the rest is the window's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not event.isAutoRepeat():
            self.click()
        elif event.key() == Qt.Key.Key_Space:
            super().keyPressEvent(event)
        else:
            event.ignore()

    def sizeHint(self) -> QSize:
        words, hint = QFontMetrics(self._words_font()), QFontMetrics(self._hint_font())
        height = words.height() + (hint.height() if self._hint and not self._beside else 0)
        tall = max(self._px(TARGET), height + self._px(10)) + 2 * drawing.ring_room()
        return QSize(self.line_width(tight=self._tight), tall)

    def line_width(self, *, tight: bool) -> int:
        """Width in pixels with the words on one line; *tight* also gives up the room for other words."""
        words, hint = QFontMetrics(self._words_font()), QFontMetrics(self._hint_font())
        said = (self.text(),) if tight else (self.text(), *self._room_for[0])
        width = max(words.horizontalAdvance(each) for each in said)
        if self._hint and self._beside:
            width += self._px(24) + hint.horizontalAdvance(self._hint)
        elif self._hint:
            width = max(width, *(hint.horizontalAdvance(each) for each in self._room_for[1]))
        width += self._tick_room() + 2 * self._side(tight=tight)
        return max(self._px(TARGET), width) + 2 * drawing.ring_room()

    def hasHeightForWidth(self) -> bool:
        return self._beside

    def heightForWidth(self, width: int) -> int:
        room, side = 2 * drawing.ring_room(), 2 * self._side(tight=self._tight)
        hint = QFontMetrics(self._words_font()).horizontalAdvance(self._hint) + self._px(24)
        free = QRect(0, 0, width - room - side - hint, 10_000)
        words = QFontMetrics(self._words_font()).boundingRect(free, Qt.TextFlag.TextWordWrap, self.text())
        return max(self._px(TARGET), words.height() + self._px(14)) + room

    def minimumSizeHint(self) -> QSize:
        hint = self.sizeHint()
        return QSize(hint.width() // 2, hint.height()) if self._beside else hint

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        room = drawing.ring_room()
        box = self.rect().adjusted(room, room, -room, -room)
        colours = _colours(self)
        drawing.draw_box(painter, box, colours.fill, colours.edge, width=px(3 if self._on else 2))
        if self.hasFocus():
            drawing.draw_ring(painter, self.rect(), colour(self, Role.ACCENT))
        self._draw_words(painter, box, colours)

    def _draw_words(self, painter: QPainter, box: QRect, colours: Colours) -> None:
        side = self._side(tight=self._tight)
        inner = box.adjusted(side, 0, -side, 0)
        middle = Qt.AlignmentFlag.AlignCenter
        if self._beside:
            left, right = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight
            taken = QFontMetrics(self._words_font()).horizontalAdvance(self._hint) + self._px(24)
            free = inner.adjusted(0, 0, -taken, 0)
            self._draw(painter, free, left, self._words_font(), colours.words, self.text())
            self._draw(painter, inner, right, self._words_font(), colours.hint, self._hint)
            return
        words, hint = QFontMetrics(self._words_font()).height(), QFontMetrics(self._hint_font()).height()
        if self._ticked and self._on:
            self._draw_tick(painter, box, colours.edge)
            box = box.adjusted(self._tick_room(), 0, 0, 0)
        if not self._hint:
            self._draw(painter, box, middle, self._words_font(), colours.words, self.text())
            return
        top = box.top() + (box.height() - words - hint) // 2
        upper = QRect(box.left(), top, box.width(), words)
        lower = QRect(box.left(), top + words, box.width(), hint)
        self._draw(painter, upper, middle, self._words_font(), colours.words, self.text())
        self._draw(painter, lower, middle, self._hint_font(), colours.hint, self._hint)

    def _draw_tick(self, painter: QPainter, box: QRect, ink: QColor) -> None:
        size = self._px(12)
        left = box.left() + self._side(tight=self._tight)
        drawing.draw_tick(painter, left, box.center().y() - size / 2, size, ink)

    def _tick_room(self) -> int:
        return self._px(16) if self._ticked else 0

    @staticmethod
    def _draw(
        painter: QPainter, rect: QRect, where: Qt.AlignmentFlag, type_: QFont, ink: QColor, words: str
    ) -> None:
        painter.setFont(type_)
        painter.setPen(ink)
        painter.drawText(rect, where | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap, words)

    def _side(self, *, tight: bool) -> int:
        if tight:
            return self._px(TIGHT)
        return self._px(30 if self.kind is Kind.MAIN and self._hint else WIDE)

    def _px(self, length: float) -> int:
        return px(length * self._larger)

    def _words_font(self) -> QFont:
        return font(Type.TITLE if self.kind is Kind.MAIN else Type.STRONG, larger=self._larger)

    def _hint_font(self) -> QFont:
        return font(Type.SMALL, larger=self._larger)


def _colours(button: WordButton) -> Colours:
    paper, ink, quiet = colour(button, Role.PAPER), colour(button, Role.INK), colour(button, Role.QUIET)
    accent, on_accent, warm = (colour(button, role) for role in (Role.ACCENT, Role.ON_ACCENT, Role.WARM))
    if not button.isEnabled():
        return Colours(Qt.GlobalColor.transparent, colour(button, Role.LINE), ink, ink)  # type: ignore[arg-type]
    if button.on or button.isDown():
        return Colours(colour(button, Role.SOFT), accent, ink, ink)
    if button.kind is Kind.MAIN:
        return Colours(accent, ink if button.underMouse() else accent, on_accent, on_accent)
    if button.kind is Kind.WARM:
        return Colours(paper, warm, warm, warm)
    return Colours(paper, accent if button.underMouse() else colour(button, Role.EDGE), ink, quiet)


def state_name(words: str, *, on: bool) -> str:
    """What a screen reader says for a button whose words name a thing, such as "Captions on"."""
    return tr("{what} on", what=words) if on else tr("{what} off", what=words)
