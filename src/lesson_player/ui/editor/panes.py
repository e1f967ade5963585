"""The three panes of the editor: side by side, or one at a time where there is little room."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.panel import Sheeting
from lesson_player.ui.widgets.sheet import takes_tab
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

LEFT, RIGHT = 250, 370
"""Widths of the outer panes, in pixels at 100 %."""
_NARROW = 1000
"""Below this width, in pixels at 100 %, one pane is shown at a time."""
STEPS, WORDS, CLASS = range(3)


class Panes(QWidget):
    """Steps at the left, words in the middle, what the class sees at the right."""

    def __init__(self, steps: QWidget, words: QWidget, seen: QWidget) -> None:
        super().__init__()
        self._inner = (steps, words, seen)
        self._shown = WORDS
        self._narrow = False
        self.panes = (
            Sheeting(steps, Role.PAPER),
            Sheeting(words, Role.GROUND),
            Sheeting(seen, Role.PAPER),
        )
        titles = (tr("Steps"), tr("Words"), tr("What the class sees"))
        self.tabs = tuple(WordButton(title) for title in titles)
        for place, (pane, tab) in enumerate(zip(self.panes, self.tabs, strict=True)):
            pane.setAccessibleName(titles[place])
            tab.clicked.connect(lambda _on=False, place=place: self.show_pane(place))
        self._row = ButtonRow(self.tabs, centred=False)
        columns = QHBoxLayout()
        columns.setSpacing(0)
        columns.addWidget(self.panes[STEPS])
        columns.addWidget(self.panes[WORDS], 1)
        columns.addWidget(self.panes[CLASS])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._row)
        column.addLayout(columns, 1)
        self._arrange()

    @property
    def narrow(self) -> bool:
        """Whether one pane is shown at a time."""
        return self._narrow

    @property
    def current(self) -> int:
        """The pane that has the focus, or that is shown."""
        for place, pane in enumerate(self.panes):
            if pane.isAncestorOf(self.window().focusWidget()):
                return place
        return self._shown

    def show_pane(self, place: int) -> None:
        """Have a pane be seen; side by side all of them are."""
        self._shown = place
        self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One at a time where they have no room beside one another."""
        super().resizeEvent(event)
        narrow = self.width() < px(_NARROW)
        if narrow != self._narrow:
            self._shown = self.current
            self._narrow = narrow
            self._arrange()

    def _arrange(self) -> None:
        widths = (LEFT, 0, RIGHT)
        self._row.setVisible(self._narrow)
        for place, (pane, tab) in enumerate(zip(self.panes, self.tabs, strict=True)):
            pane.setVisible(not self._narrow or place == self._shown)
            fixed = widths[place] and not self._narrow
            pane.setMinimumWidth(px(widths[place]) if fixed else 0)
            pane.setMaximumWidth(px(widths[place]) if fixed else (1 << 24) - 1)
            on = place == self._shown
            words = tab.text()
            tab.set_words(words, on=on, name=tr("{pane}, shown", pane=words) if on else words)


def stops_in(widget: QWidget) -> list[QWidget]:
    """Everything in *widget* that can have the focus, in the order in which it was put together."""
    found: list[QWidget] = []
    at = widget.nextInFocusChain()
    while at is not None and at is not widget:
        if widget.isAncestorOf(at) and at.focusPolicy() is not Qt.FocusPolicy.NoFocus:
            found.append(at)
        at = at.nextInFocusChain()
    return found


def first_stop(widget: QWidget) -> QWidget | None:
    """Where Tab would stop first in *widget*."""
    return next((stop for stop in stops_in(widget) if takes_tab(stop)), None)
