"""What a lesson needs, and how each thing stands: "Ready for class?" in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.model.library import Readiness
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.panel import Panel
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from lesson_player.model.library import CheckLine


class ReadinessPanel(Panel):
    """Check lines of one lesson; each has a shape and words, so that colour only repeats what they say."""

    check_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__(corner=14)
        self.setAccessibleName(tr("Ready for class?"))
        self.title = label(tr("Ready for class?"), Type.TITLE)
        self.state = label(tr("Not checked yet."), role=Role.QUIET)
        self.button = WordButton(tr("Check now"))
        self.button.clicked.connect(self._ask)
        self._busy = False
        self._lesson = ""
        self._rows: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(20), px(20), px(20), px(14))
        self._column.setSpacing(px(8))
        self._column.addWidget(self.title)
        self._column.addWidget(self.state)
        # Above the lines: there it stands still while they come, and what was found stays in view.
        self._column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        self._column.addStretch(1)

    def show_checks(self, lesson_title: str, lines: tuple[CheckLine, ...], *, busy: bool) -> None:
        """Show the lines for a lesson; *busy* while the check is still at work."""
        for row in self._rows:
            self._column.removeWidget(row)
            row.hide()
            row.deleteLater()
        self._rows = [CheckRow(line) for line in lines]
        for at, row in enumerate(self._rows):
            self._column.insertWidget(3 + at, row)
        self._busy, self._lesson = busy, lesson_title
        # One button for both, never greyed: a button that cannot be pressed would lose the focus.
        idle = tr("Check again") if lines else tr("Check now")
        self.button.set_words(tr("Stop checking") if busy else idle)
        self._say(_summary(lines, busy=busy))
        if lines and not busy:
            announce(self, self.state.text())

    def show_progress(self, share: float) -> None:
        """Show that a *share* of 0 to 1 of the film files has been read."""
        if self._busy:
            self._say(tr("reading the films, {percent} %", percent=int(share * 100)))

    def _say(self, words: str) -> None:
        self.state.setText(f"{self._lesson}: {words}" if self._lesson else tr("Not checked yet."))

    def _ask(self) -> None:
        (self.stop_asked if self._busy else self.check_asked).emit()


class CheckRow(QWidget):
    """One line: a mark, what was found, and what to do."""

    def __init__(self, line: CheckLine) -> None:
        super().__init__()
        self.setAccessibleName(f"{_word(line.readiness)}: {line.sentence} {line.remedy}".strip())
        words = QVBoxLayout()
        words.setSpacing(px(2))
        words.addWidget(label(line.sentence))
        if line.remedy:
            words.addWidget(label(line.remedy, Type.MINOR, role=Role.QUIET))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, px(10), 0, px(2))
        row.setSpacing(px(10))
        row.addWidget(Mark(line.readiness), 0, Qt.AlignmentFlag.AlignTop)
        row.addLayout(words, 1)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        painter.fillRect(QRectF(0, 0, self.width(), px(1.5)), colour(self, Role.LINE))


class Mark(QWidget):
    """A tick, a triangle with "!", a square with a cross, or a ring with "?"."""

    def __init__(self, readiness: Readiness) -> None:
        super().__init__()
        self._readiness = readiness
        self.setAccessibleName(_word(readiness))
        self.setToolTip(_word(readiness))
        self.setFixedSize(self.sizeHint())

    def sizeHint(self) -> QSize:
        return QSize(px(22), px(22))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        size = float(px(20))
        painter.translate(px(1), px(1))
        match self._readiness:
            case Readiness.GOOD:
                drawing.draw_tick(painter, size * 0.1, size * 0.1, size * 0.8, colour(self, Role.ACCENT))
            case Readiness.WARNING:
                self._triangle(painter, size)
            case Readiness.PROBLEM:
                self._cross(painter, size)
            case Readiness.UNKNOWN:
                box = QRectF(0, 0, size, size)
                drawing.draw_box(painter, box, None, colour(self, Role.QUIET), width=px(2), corner=10)
                self._sign(painter, box, "?", colour(self, Role.QUIET))

    def _triangle(self, painter: QPainter, size: float) -> None:
        warm = colour(self, Role.WARM)
        painter.setPen(
            QPen(warm, px(2), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin)
        )
        painter.drawPolygon(
            QPolygonF([QPointF(size / 2, 1), QPointF(size - 1, size - 2), QPointF(1, size - 2)])
        )
        self._sign(painter, QRectF(0, size * 0.22, size, size * 0.78), "!", warm)

    def _cross(self, painter: QPainter, size: float) -> None:
        box = QRectF(0, 0, size, size)
        drawing.draw_box(painter, box, colour(self, Role.WARM), corner=4)
        painter.setPen(
            QPen(colour(self, Role.PAPER), px(2.5), Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap)
        )
        near, far = size * 0.3, size * 0.7
        painter.drawLine(QPointF(near, near), QPointF(far, far))
        painter.drawLine(QPointF(near, far), QPointF(far, near))

    @staticmethod
    def _sign(painter: QPainter, box: QRectF, sign: str, ink: QColor) -> None:
        painter.setPen(ink)
        painter.setFont(font(Type.LABEL, larger=0.9))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, sign)


def _word(readiness: Readiness) -> str:
    return {
        Readiness.GOOD: tr("Good"),
        Readiness.WARNING: tr("Look at this"),
        Readiness.PROBLEM: tr("Problem"),
        Readiness.UNKNOWN: tr("Not known"),
    }[readiness]


def _summary(lines: tuple[CheckLine, ...], *, busy: bool) -> str:
    if busy:
        return tr("checking …")
    if not lines:
        return tr("not checked yet.")
    found = {line.readiness for line in lines}
    if Readiness.PROBLEM in found:
        return tr("not ready yet.")
    return tr("ready, with things to know.") if Readiness.WARNING in found else tr("ready.")
