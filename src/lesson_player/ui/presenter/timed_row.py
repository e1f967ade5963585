"""Draws one line of a list of times: its time, who speaks, the words, and where the film is now."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QTextCharFormat, QTextLayout, QTextOption
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.time_words import minutes_seconds
from lesson_player.teaching.views import LineKind, TranscriptLine
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from collections.abc import Iterator

LINE = Qt.ItemDataRole.UserRole
"""The line, a `TranscriptLine`."""
NOW = Qt.ItemDataRole.UserRole + 1
"""Whether the film is at this line."""
FOUND = Qt.ItemDataRole.UserRole + 2
"""The words that are searched for, in small letters."""

_PAD, _BAR = 6, 4
_DEEP = 100_000


def said(line: TranscriptLine) -> str:
    """The words of a line as they are shown: descriptions in brackets, the speaker first."""
    if line.kind is LineKind.DESCRIPTION:
        return f"[{line.text}]"
    return f"{line.speaker}: {line.text}" if line.speaker else line.text


def spoken(line: TranscriptLine, *, now: bool) -> str:
    """The line as a screen reader says it."""
    words = {
        LineKind.CHAPTER: tr("Chapter: {title}", title=line.text),
        LineKind.DESCRIPTION: tr("Description: {words}", words=line.text),
        LineKind.SAID: said(line),
    }[line.kind]
    parts = [words, minutes_seconds(line.at_s)]
    if now:
        parts.append(tr("the film is here"))
    if not line.inside:
        parts.append(tr("not in this part"))
    return ", ".join(parts)


class TimedRow(QStyledItemDelegate):
    """Draws lines for the list that is its parent."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, line = self._view(), index.data(LINE)
        now = bool(index.data(NOW))
        box = option.rect.adjusted(px(2), px(1), -px(2), -px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if now or option.state & QStyle.StateFlag.State_MouseOver:
            drawing.draw_box(painter, box, colour(view, Role.SOFT), corner=6)
        if now:
            bar = QRectF(box.left(), box.top(), px(_BAR), box.height())
            painter.fillRect(bar, colour(view, Role.ACCENT))
        if index.row() == view.currentIndex().row():
            focus = view.hasFocus()
            edge = colour(view, Role.ACCENT if focus else Role.EDGE)
            drawing.draw_box(painter, box, None, edge, width=px(3 if focus else 2), corner=6)
        quiet = line.kind is LineKind.DESCRIPTION or not line.inside
        room = _words_room(box)
        painter.setPen(colour(view, Role.INK if now else Role.QUIET))
        painter.setFont(_time_font(now=now))
        lower = QFontMetrics(font(Type.BODY)).ascent() - QFontMetrics(_time_font(now=now)).ascent()
        times = QRect(
            box.left() + px(_BAR + _PAD), room.top() + lower, room.left() - box.left(), room.height()
        )
        painter.drawText(
            drawing.as_written(view, box, times), Qt.AlignmentFlag.AlignLeft, minutes_seconds(line.at_s)
        )
        painter.setPen(colour(view, Role.QUIET if quiet else Role.INK))
        layout = _laid_out(line, str(index.data(FOUND) or ""), room.width())
        layout.draw(painter, QPointF(drawing.as_written(view, box, room).topLeft()))
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view().viewport().width()
        line: TranscriptLine | None = index.data(LINE)
        if line is None:
            return QSize(width, px(TARGET))
        room = _words_room(QRect(px(2), 0, width - px(4), _DEEP))
        words = _laid_out(line, "", room.width()).boundingRect().height()
        return QSize(width, max(px(TARGET), round(words) + px(2 * _PAD + 2)))

    def _view(self) -> QAbstractItemView:
        view = self.parent()
        if not isinstance(view, QAbstractItemView):  # pragma: no cover - made in one place only
            raise TypeError
        return view


def _words_room(box: QRect) -> QRect:
    times = QFontMetrics(_time_font(now=True)).horizontalAdvance("00:00")
    left = px(_BAR + _PAD) + times + px(_PAD)
    return box.adjusted(left, px(_PAD + 3), -px(_PAD), -px(_PAD))


def _time_font(*, now: bool) -> QFont:
    return font(Type.LABEL if now else Type.SMALL)


def _laid_out(line: TranscriptLine, found: str, width: int) -> QTextLayout:
    words = said(line)
    layout = QTextLayout(words, font(Type.STRONG if line.kind is LineKind.CHAPTER else Type.BODY))
    layout.setTextOption(_wrapped())
    layout.setFormats(list(_formats(line, words, found)))
    layout.beginLayout()
    top = 0.0
    while (row := layout.createLine()).isValid():
        row.setLineWidth(max(1, width))
        row.setPosition(QPointF(0, top))
        top += row.height()
    layout.endLayout()
    return layout


def _wrapped() -> QTextOption:
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    return option


def _formats(line: TranscriptLine, words: str, found: str) -> Iterator[QTextLayout.FormatRange]:
    strong = QTextCharFormat()
    strong.setFontWeight(QFont.Weight.DemiBold)
    if line.speaker:
        yield _range(0, len(line.speaker) + 1, strong)
    underlined = QTextCharFormat()
    underlined.setFontUnderline(True)
    underlined.setFontWeight(QFont.Weight.Bold)
    at = words.lower().find(found) if found else -1
    while at >= 0:
        yield _range(at, len(found), underlined)
        at = words.lower().find(found, at + len(found))


def _range(start: int, length: int, look: QTextCharFormat) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    made.format = look
    return made
