"""A sheet over a window: not modal, closed by Esc, and never a window of its own.

Being part of its window it can never stand on the class screen, and the lesson's keys go on working behind
it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLayoutItem, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.scrolling import WIDTH, Page, quiet_scrolling
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QMouseEvent, QPaintEvent

_LEAST_BODY = 24
"""Least height of what scrolls, in pixels at 100 %."""


class Sheet(QWidget):
    """A card with a heading, something to read that scrolls where it must, and buttons."""

    closed = Signal()

    def __init__(self, over: QWidget, title: str, *, width: int = 640, warm: bool = False) -> None:
        super().__init__(over)
        self._over = over
        self._wide = px(width)
        self._warm = warm
        self._former: QWidget | None = None
        self.hide()
        self.setAccessibleName(title)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.title = label(title, Type.CARD, role=Role.WARM if warm else Role.INK)
        self.close_button = WordButton(tr("Close"), hint=tr("Esc"))
        self.close_button.clicked.connect(self.close_sheet)
        self.body = Page()
        self.lines = QVBoxLayout(self.body)
        self.lines.setContentsMargins(px(4), 0, px(12), 0)
        self.lines.setSpacing(px(10))
        self.buttons = QHBoxLayout()
        self._column = QVBoxLayout(self)
        self.buttons.setSpacing(px(4))
        self._build()
        over.installEventFilter(self)

    def open_sheet(self) -> None:
        """Show the sheet and take the focus; it goes back to where it was when the sheet closes."""
        if self.isVisible():
            return
        self._former = self.window().focusWidget()
        self._fit()
        self.show()
        self.raise_()
        # A key may have come from the class window: the sheet is answered here, not there.
        self.window().activateWindow()
        self.first_control().setFocus(Qt.FocusReason.PopupFocusReason)

    def close_sheet(self) -> None:
        """Put the sheet away."""
        if not self.isVisible():
            return
        self.hide()
        former = self._former if self._former is not None and isValid(self._former) else self.window()
        former.setFocus(Qt.FocusReason.PopupFocusReason)
        self.closed.emit()

    def first_control(self) -> QWidget:
        """What has the focus when the sheet opens."""
        return self.close_button

    def foot(self) -> list[WordButton]:
        """The buttons below what is to be read, from left to right."""
        items = (self.buttons.itemAt(index) for index in range(self.buttons.count()))
        widgets = (item.widget() for item in items if item is not None)
        return [widget for widget in widgets if isinstance(widget, WordButton)]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc closes; every other key is the window's."""
        if event.key() == Qt.Key.Key_Escape:
            self.close_sheet()
        else:
            event.ignore()

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001 - Qt's signature
        """Tab goes round in the sheet: what lies behind it cannot be seen (WCAG 2.2, 2.4.11)."""
        stops = self._stops()
        if not stops:
            return False
        holder = self.window().focusWidget()
        at = stops.index(holder) if holder in stops else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        stops[(at + (1 if forward else -1)) % len(stops)].setFocus(reason)
        return True

    def reveal(self, widget: QWidget) -> None:
        """Bring what stands in the part that scrolls into view."""
        if self.body.isAncestorOf(widget):
            self._scroll.ensureWidgetVisible(widget)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the sheet is not for what lies behind it."""
        event.accept()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its place when its window changes size, and shows the focus of what scrolls."""
        if watched is self._scroll:
            if event.type() in {QEvent.Type.FocusIn, QEvent.Type.FocusOut}:
                self.update()
        elif watched is self._over and event.type() is QEvent.Type.Resize and self.isVisible():
            self._fit()
        return super().eventFilter(watched, event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        edge = colour(self, Role.WARM if self._warm else Role.ACCENT)
        drawing.draw_box(painter, self.rect(), colour(self, Role.PAPER), edge, width=px(3), corner=14)
        if self._scroll.hasFocus():
            drawing.draw_ring(painter, self._scroll.geometry().adjusted(-px(6), 0, 0, 0), edge, corner=4)

    def _build(self) -> None:
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        quiet_scrolling(scroll)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.verticalScrollBar().rangeChanged.connect(self._take_tab)
        scroll.installEventFilter(self)
        scroll.setAccessibleName(self.accessibleName())
        # Else a scroll area asks for more height than a short text has, and squeezes the buttons.
        scroll.setMinimumHeight(px(_LEAST_BODY))
        scroll.viewport().setAutoFillBackground(False)
        scroll.setWidget(self.body)
        self.body.setAutoFillBackground(False)
        self._scroll = scroll
        self.buttons.addStretch(1)
        self.buttons.addWidget(self.close_button)
        column = self._column
        column.setContentsMargins(px(24), px(20), px(18), px(14))
        column.setSpacing(px(12))
        column.addWidget(self.title)
        column.addWidget(scroll, 1)
        column.addLayout(self.buttons)

    def _take_tab(self, _least: int, most: int) -> None:
        """What is longer than the sheet can be scrolled by key; what is not is no place to stop at."""
        tab = Qt.FocusPolicy.TabFocus if most > 0 else Qt.FocusPolicy.NoFocus
        self._scroll.setFocusPolicy(tab)

    def _stops(self) -> list[QWidget]:
        """Where Tab stops, in the order of reading: what scrolls stands between what is above and below."""
        found: list[QWidget] = []
        at = self.nextInFocusChain()
        while at is not self and at is not None:
            if self.isAncestorOf(at) and takes_tab(at) and at not in found:
                found.append(at)
            at = at.nextInFocusChain()
        foot: list[QWidget] = [button for button in self.foot() if button in found]
        scroll = [each for each in found if each is self._scroll]
        inside = [each for each in found if self.body.isAncestorOf(each)]
        above = [each for each in found if each not in {*foot, *scroll, *inside}]
        return [*above, *scroll, *inside, *foot]

    def _fit(self) -> None:
        room = self._over.rect()
        frame = self._column.contentsMargins()
        foot = self.buttons.minimumSize().width() + frame.left() + frame.right()
        width = min(max(self._wide, foot), room.width() - px(8))
        inner = width - frame.left() - frame.right()
        body = self.lines.totalHeightForWidth(inner - px(WIDTH))
        if body < 0:
            body = self.body.sizeHint().height()
        around = [self._column.itemAt(at) for at in range(self._column.count())]
        shown = [item for item in around if item is not None and not item.isEmpty()]
        body = max(body, px(_LEAST_BODY))
        parts = sum(body if item.widget() is self._scroll else _height(item, inner) for item in shown)
        between = (len(shown) - 1) * self._column.spacing()
        wanted = frame.top() + frame.bottom() + parts + between + px(12)
        height = min(wanted, room.height() - px(8))
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def takes_tab(widget: QWidget) -> bool:
    """Whether Tab stops there."""
    tab = Qt.FocusPolicy.TabFocus
    return widget.focusPolicy() & tab == tab and widget.isVisible() and widget.isEnabled()
