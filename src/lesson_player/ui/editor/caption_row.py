"""Draws one caption of the list: when it comes, its words, and how fast it has to be read."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from lesson_player.adapting.reading_speed import Pace
from lesson_player.control.editing.captions import CaptionRow, pace_words
from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_changes import time_words
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import TARGET, Type, font, px
from lesson_player.ui.theme.roles import Role, colour

ROW = Qt.ItemDataRole.UserRole
"""The caption, a `CaptionRow`."""
NOW = Qt.ItemDataRole.UserRole + 1
"""Whether the film shows this caption now."""

_PAD, _BAR = 6, 4
_DEEP = 100_000
_WRAPPED = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap


def spoken(row: CaptionRow) -> str:
    """A caption as a screen reader says it."""
    speed = tr("{n} words a minute", n=row.words_a_minute)
    parts = [" ".join(row.text.split()), row.times, speed, pace_words(row.pace)]
    return ", ".join([*parts, tr("changed")] if row.changed else parts)


def draw_pace(painter: QPainter, view: QAbstractItemView, box: QRect, row: CaptionRow) -> None:
    """The speed as a word in a box: an edge in a calm or a warm colour, filled where it is too fast."""
    warm = colour(view, Role.ACCENT if row.pace is Pace.CALM else Role.WARM)
    full = row.pace is Pace.TOO_FAST
    drawing.draw_box(painter, box, warm if full else None, warm, width=px(2), corner=6)
    painter.setFont(font(Type.LABEL))
    painter.setPen(colour(view, Role.PAPER) if full else colour(view, Role.INK))
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, pace_words(row.pace))


class CaptionRowPainter(QStyledItemDelegate):
    """Draws captions for the list that is its parent."""

    def __init__(self, parent: QAbstractItemView) -> None:
        super().__init__(parent)
        self._heights: dict[tuple[str, int, int], int] = {}
        """Heights of words that were measured before, by the words, the width and the scale."""

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        view, row = self._view(), index.data(ROW)
        chosen = index.row() == view.currentIndex().row()
        box = option.rect.adjusted(px(2), px(1), -px(2), -px(1))
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if chosen or option.state & QStyle.StateFlag.State_MouseOver:
            drawing.draw_box(painter, box, colour(view, Role.SOFT), corner=6)
        if index.data(NOW):
            painter.fillRect(QRectF(box.left(), box.top(), px(_BAR), box.height()), colour(view, Role.ACCENT))
        if chosen:
            focus = view.hasFocus()
            edge = colour(view, Role.ACCENT if focus else Role.EDGE)
            drawing.draw_box(painter, box, None, edge, width=px(3 if focus else 2), corner=6)
        self._draw_words(painter, view, box, row)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        width = self._view().viewport().width()
        row: CaptionRow | None = index.data(ROW)
        if row is None:
            return QSize(width, px(TARGET))
        key = (_said(row), width, px(100))
        words = self._heights.get(key)
        if words is None:
            room = _rooms(QRect(px(2), 0, width - px(4), _DEEP))[1]
            words = QFontMetrics(font(Type.BODY)).boundingRect(room, _WRAPPED, key[0]).height()
            self._heights[key] = words
        line = QFontMetrics(font(Type.SMALL)).height()
        return QSize(width, max(px(TARGET), words + line + px(2 * _PAD + 2)))

    def _draw_words(self, painter: QPainter, view: QAbstractItemView, box: QRect, row: CaptionRow) -> None:
        times, words, pace = (drawing.as_written(view, box, room) for room in _rooms(box))
        painter.setFont(font(Type.SMALL))
        painter.setPen(colour(view, Role.QUIET))
        painter.drawText(
            times, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, time_words(row.start_s)
        )
        painter.setFont(font(Type.BODY))
        painter.setPen(colour(view, Role.INK))
        painter.drawText(words, _WRAPPED, _said(row))
        line = QFontMetrics(font(Type.SMALL)).height()
        below = QRect(words.left(), box.bottom() - px(_PAD) - line, words.width(), line)
        painter.setFont(font(Type.SMALL))
        painter.setPen(colour(view, Role.QUIET))
        painter.drawText(below, Qt.AlignmentFlag.AlignLeft, _about(row))
        chip = QRect(pace.left(), box.center().y() - line, pace.width(), round(line * 1.7))
        draw_pace(painter, view, chip, row)

    def _view(self) -> QAbstractItemView:
        view = self.parent()
        if not isinstance(view, QAbstractItemView):  # pragma: no cover - made in one place only
            raise TypeError
        return view


def _rooms(box: QRect) -> tuple[QRect, QRect, QRect]:
    """Where time, words and speed stand in a row."""
    times = QFontMetrics(_figures()).horizontalAdvance("00:00.0") + px(_PAD)
    names = QFontMetrics(font(Type.LABEL))
    pace = max(names.horizontalAdvance(pace_words(one)) for one in Pace) + px(16)
    left = box.left() + px(_BAR + _PAD)
    inner = box.adjusted(0, px(_PAD), 0, -px(_PAD))
    right = inner.right() - px(_PAD)
    return (
        QRect(left, inner.top() + px(2), times, inner.height()),
        QRect(left + times, inner.top(), right - pace - px(_PAD) - left - times, inner.height()),
        QRect(right - pace, inner.top(), pace, inner.height()),
    )


def _figures() -> QFont:
    return font(Type.SMALL)


def _said(row: CaptionRow) -> str:
    words = " ".join(row.text.split())
    return f"{', '.join(row.speakers)}: {words}" if row.speakers else words


def _about(row: CaptionRow) -> str:
    """The exact speed, and whether the version has changed the caption."""
    speed = tr("{n} words a minute", n=row.words_a_minute)
    return f"{speed} · {tr('changed')}" if row.changed else speed
