"""The sheet on which a step is looked for by a word, and gone to."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.teaching.finding import find_steps
from lesson_player.ui.presenter.found_steps import FoundSteps
from lesson_player.ui.theme.measures import TARGET, Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.lesson_keys import ENTER
from lesson_player.ui.widgets.search_field import SearchField
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent
    from PySide6.QtWidgets import QWidget

    from lesson_player.teaching.views import TeacherView


_LOW = 330
"""Below this height, in pixels at 100 %, the heading gives its room to the list."""


class JumpField(SearchField):
    """Up and Down go along what was found, Enter goes there."""

    chosen = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes what is chosen; the rest is the search's."""
        if event.key() in ENTER:
            self.chosen.emit()
        else:
            super().keyPressEvent(event)


class JumpSheet(Sheet):
    """Every step that has the words in its title, on its slides or in its notes."""

    step_asked = Signal(int)
    """Number of the step, counted from 1."""

    def __init__(self, over: QWidget, now: Callable[[], TeacherView]) -> None:
        super().__init__(over, tr("Find a step"), width=820)
        self._now = now
        self.field = JumpField(tr("A word, or the number of a step"))
        self.found = label(step=Type.MINOR, role=Role.QUIET)
        self.list = FoundSteps(tr("Steps that were found"))
        self.list.setMinimumHeight(px(TARGET + 4))
        self._scroll.hide()
        for place, part in enumerate((self.field, self.found), start=1):
            self._column.insertWidget(place, part)
        self._column.insertWidget(3, self.list, 1)
        self.setTabOrder(self.field, self.list)
        self.setTabOrder(self.list, self.close_button)
        self.field.textChanged.connect(self._search)
        self.field.next_asked.connect(lambda: self._along(1))
        self.field.before_asked.connect(lambda: self._along(-1))
        self.field.chosen.connect(self.list.go)
        self.field.left.connect(self.close_sheet)
        self.list.step_asked.connect(self._go)

    def open_sheet(self) -> None:
        """All steps, the one where the class is chosen; the sheet goes away again where it was open."""
        if self.isVisible():
            self.close_sheet()
            return
        self.field.clear()
        self._search("")
        super().open_sheet()

    def first_control(self) -> QWidget:
        """The word is typed at once."""
        return self.field

    def _search(self, words: str) -> None:
        view = self._now()
        found = find_steps(view, words)
        wanted = bool(words.strip())
        self.list.show_found(found, 0 if wanted else view.number - 1)
        said = tr_n("{n} step", "{n} steps", len(found)) if found else tr("No step has these words.")
        self.found.setText(f"{said}. {tr('Enter goes to the chosen one.')}" if found else said)
        if wanted:
            announce(self, ". ".join(part for part in (said.rstrip("."), self.list.chosen_words()) if part))

    def _along(self, steps: int) -> None:
        self.list.choose(self.list.currentRow() + steps)
        announce(self, self.list.chosen_words())

    def _go(self, number: int) -> None:
        self.close_sheet()
        self.step_asked.emit(number)

    def _fit(self) -> None:
        """As tall as its window at all times: the list is not to jump about with each letter."""
        super()._fit()
        side = px(4)
        self.setGeometry(self.x(), side, self.width(), self._over.height() - 2 * side)
        self.title.setVisible(self.height() > px(_LOW))
