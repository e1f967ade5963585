"""The parts of the teacher's window side by side, or under one another where it is small."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.panel import Sheeting
from lesson_player.ui.widgets.scrolling import Scroll

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lesson_player.ui.presenter.parts import Parts

LEAST_WIDTH, LEAST_HEIGHT = 840, 440
"""Smallest window, in pixels at 100 %, with columns side by side: 1280x720 at 150 % has 853x480."""
_SHORT = 500
"""Below this height of the columns the picture of what comes next gives way to its words."""
_PREVIEW_SHARE, _LEAST_PREVIEW = 0.75, 130
"""Folded, the picture of the class screen leaves room for the words under it."""
_WIDE = 1180
"""From this width on the side columns have their full width."""


class Body(QWidget):
    """Everything between the head and the pinned row of the window."""

    def __init__(self, parts: Parts) -> None:
        super().__init__()
        self._parts = parts
        self._folded: bool | None = None
        self._steps = Sheeting(parts.steps, Role.PAPER, above=6, below=6, head=parts.find, foot=parts.left)
        self._notes = Sheeting(parts.side, Role.PAPER)
        self._now = Sheeting(parts.now, Role.GROUND)
        self.middle = Scroll(tr("Now and next"), Role.GROUND)
        self._columns = QWidget()
        self._row = QHBoxLayout(self._columns)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(px(1))
        self.stacked = Scroll(tr("The lesson"), Role.GROUND)
        self._strip = QWidget()
        self._stack = QVBoxLayout(self._strip)
        self._stack.setContentsMargins(0, 0, 0, 0)
        self._stack.setSpacing(px(4))
        self._stack.addStretch(1)
        self.stacked.setWidget(self._strip)
        parts.side.turned.connect(self._size_parts)
        parts.side.called.connect(self._bring_side)
        holder = QVBoxLayout(self)
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(self._columns, 1)
        holder.addWidget(self.stacked, 1)

    @property
    def folded(self) -> bool:
        """Whether everything stands under one another."""
        return bool(self._folded)

    def fold(self, *, folded: bool) -> bool:
        """Set the parts side by side or under one another; gives whether anything was moved."""
        if folded == self._folded:
            return False
        self._folded = folded
        parts = self._parts
        if folded:
            bar = parts.bar
            self.middle.takeWidget()
            stacked = (parts.messages, self._now, bar.middle, bar.film_time, self._notes, self._steps)
            for index, part in enumerate((*stacked, parts.top, bar.lesson)):
                self._stack.insertWidget(index, part)
        else:
            self._row.addWidget(self._steps)
            self.middle.setWidget(self._now)
            self._row.addWidget(self.middle, 1)
            self._row.addWidget(self._notes)
        parts.bar.fold(folded=folded)
        self._columns.setVisible(not folded)
        self.stacked.setVisible(folded)
        self._size_parts()
        return True

    def bring_up(self, part: QWidget) -> None:
        """Where parts stand under one another, scroll *part* to the top as far as that can be done."""
        if self._folded and self._strip.isAncestorOf(part):
            self._stack.activate()
            self.stacked.verticalScrollBar().setValue(part.mapTo(self._strip, QPoint(0, 0)).y() - px(12))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns are narrower, and stacked parts as tall as they need to be, in a small window."""
        super().resizeEvent(event)
        self._size_parts()

    def _bring_side(self) -> None:
        """Where parts stand under one another, bring what a key has asked for into view."""
        if self._folded:
            self._stack.activate()
            self._strip.adjustSize()
            self.stacked.verticalScrollBar().setValue(self._notes.y())

    def _size_parts(self) -> None:
        parts = self._parts
        if self._folded:
            width = self.width() - px(16)
            self._set_widths(0, 1 << 20, 0, 1 << 20)
            parts.now.set_room(
                short=False, most=max(px(_LEAST_PREVIEW), round(self.height() * _PREVIEW_SHARE))
            )
            parts.now.setFixedHeight(parts.now.height_for(width))
            parts.side.setMinimumHeight(min(parts.side.full_height(width), px(2000)))
            parts.steps.setFixedHeight(parts.steps.full_height())
        else:
            share = min(1.0, max(0.0, (self.width() - px(LEAST_WIDTH)) / px(_WIDE - LEAST_WIDTH)))
            left, right = px(180 + 32 * share), px(252 + 148 * share)
            self._set_widths(left, left, right, right)
            parts.now.set_room(short=self.height() < px(_SHORT), most=None)
            parts.now.setMinimumHeight(0)
            parts.now.setMaximumHeight(1 << 20)
            parts.side.setMinimumHeight(0)
            parts.steps.setMinimumHeight(0)
            parts.steps.setMaximumHeight(1 << 20)

    def _set_widths(self, left_least: int, left_most: int, right_least: int, right_most: int) -> None:
        self._steps.setMinimumWidth(left_least)
        self._steps.setMaximumWidth(left_most)
        self._notes.setMinimumWidth(right_least)
        self._notes.setMaximumWidth(right_most)
