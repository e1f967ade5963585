"""The sheet of help: three guides, their sections, and a search through all of them."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.help.browser import HelpBrowser
from lesson_player.ui.help.guide import GUIDES, Section, guide, search
from lesson_player.ui.help.section_list import SectionList
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.search_field import SearchField
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

_SIDE = 260
"""Width of the list of sections, in pixels at 100 %."""
_SHARE = 0.32
"""Of the sheet's width that the sections have at most."""
_NARROW = 560
"""Below this width, in pixels at 100 %, the sections stand above the text."""
_LOWEST, _WHOLE = 330, 380
"""Below this height, in pixels at 100 %, everything scrolls, and is then so high."""
_LOW = 460
"""Below this height, in pixels at 100 %, the heading gives its room to the text."""


class HelpSheet(TallSheet):
    """Everything is found by keyboard: the search has the keys first, Enter goes to the text."""

    tour_asked = Signal()
    """The teacher wants to be shown round. Only a lesson's window offers it."""

    def __init__(self, over: QWidget, *, in_lesson: bool) -> None:
        super().__init__(over, tr("Help"), width=1180)
        self._guide = GUIDES[0]
        self._found: tuple[Section, ...] = ()
        self.field = SearchField(tr("Search in all guides"))
        self.tabs = {name: WordButton(title) for name, title in _titles().items()}
        self._whole, self._head = QWidget(), QWidget()
        self.found = label(step=Type.MINOR, role=Role.QUIET)
        self.sections = SectionList(tr("Sections"))
        self.browser = HelpBrowser(in_lesson=in_lesson)
        self._pages = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._put_together(in_lesson=in_lesson)
        self._connect()

    def open_sheet(self) -> None:
        """The guide that was read last; the sheet goes away again where it was open."""
        if self.isVisible():
            self.close_sheet()
            return
        super().open_sheet()
        self.show_guide(self._guide)

    def first_control(self) -> QWidget:
        """A word is typed at once."""
        return self.field

    def show_guide(self, name: str) -> None:
        """Show a guide from its beginning, with its sections."""
        self._guide = name
        self.field.blockSignals(True)
        self.field.clear()
        self.field.blockSignals(False)
        self._list(guide(name).sections, "")
        self._show(0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc in the text or the sections goes to the search first where one is on, then closes."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.show_guide(self._guide)
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _put_together(self, *, in_lesson: bool) -> None:
        left = QVBoxLayout()
        left.addWidget(self.found)
        left.addWidget(self.sections, 1)
        self._pages.setSpacing(px(10))
        self._pages.addLayout(left)
        self._pages.addWidget(self.browser, 1)
        head = WrapLayout(self._head, gap=px(4))
        for part in (*self.tabs.values(), self.field):
            head.addWidget(part)
        self._head.setSizePolicy(_wrapping())
        whole = QVBoxLayout(self._whole)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self._head)
        whole.addLayout(self._pages, 1)
        self._column.insertWidget(1, self._whole, 1)
        self._scroll.hide()
        if in_lesson:
            self.tour_button = WordButton(tr("Show me round"))
            self.tour_button.clicked.connect(self._ask_for_tour)
            self.buttons.insertWidget(0, self.tour_button)
        order = [*self.tabs.values(), self.field, self.sections, self.browser, *self.foot()]
        for before, after in pairwise(order):
            QWidget.setTabOrder(before, after)

    def _connect(self) -> None:
        self.field.textChanged.connect(self._search)
        self.field.next_asked.connect(lambda: self._along(1))
        self.field.before_asked.connect(lambda: self._along(-1))
        self.field.left.connect(self._leave_search)
        self.sections.currentRowChanged.connect(self._show)
        self.sections.read_asked.connect(lambda: self.browser.setFocus(Qt.FocusReason.OtherFocusReason))
        for name, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, name=name: self.show_guide(name))

    def _leave_search(self) -> None:
        if self.field.text():
            self.show_guide(self._guide)
        else:
            self.close_sheet()

    def _search(self, words: str) -> None:
        if not words.strip():
            self.show_guide(self._guide)
            return
        found = search(words)
        said = tr_n("{n} place", "{n} places", len(found)) if found else tr("Not found. Try another word.")
        self._list(found, said)
        announce(self, said)
        self._show(0)

    def _list(self, found: tuple[Section, ...], said: str) -> None:
        self._found = found
        readers = _readers()
        words = [f"{readers[each.guide]} · {each.heading}" if said else each.heading for each in found]
        self.sections.show_words(words)
        self.found.setText(said)
        self.found.setVisible(bool(said))
        self._fit()

    def _along(self, steps: int) -> None:
        if self._found:
            row = max(0, min(len(self._found) - 1, self.sections.currentRow() + steps))
            self.sections.setCurrentRow(row)
            announce(self, self.sections.currentItem().text())

    def _show(self, row: int) -> None:
        if not 0 <= row < len(self._found):
            return
        section = self._found[row]
        if self.sections.currentRow() != row:
            self.sections.setCurrentRow(row)
        self._guide = section.guide
        self.browser.show_guide(guide(section.guide))
        self.browser.go_to(section.heading, self.field.text())
        for name, tab in self.tabs.items():
            on = name == section.guide
            tab.set_words(tab.text(), on=on, name=tr("{page}, shown", page=tab.text()) if on else tab.text())

    def _scroll_all(self, *, all_of_it: bool) -> None:
        """In the lowest window everything scrolls, so that nothing is cut off."""
        if self._scroll.isHidden() is not all_of_it:
            return
        if all_of_it:
            self.lines.addWidget(self._whole)
        else:
            self._column.insertWidget(1, self._whole, 1)
        self._whole.setMinimumHeight(px(_WHOLE) if all_of_it else 0)
        self._scroll.setVisible(all_of_it)

    def _ask_for_tour(self) -> None:
        self.close_sheet()
        self.tour_asked.emit()

    def _fit(self) -> None:
        """As tall as its window. In a small one the text has the room: sections come with a search."""
        super()._fit()
        narrow = self.width() < px(_NARROW)
        self.title.setVisible(self.height() > px(_LOW))
        self._scroll_all(all_of_it=self.height() < px(_LOWEST))
        self.sections.setVisible(not narrow or bool(self.field.text()))
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._pages.setDirection(down if narrow else across)
        most, side = (1 << 24) - 1, min(px(_SIDE), round(self.width() * _SHARE))
        self.sections.setMinimumHeight(px(96) if narrow else 0)
        self.sections.setMaximumHeight(px(96) if narrow else most)
        self.sections.setMinimumWidth(0 if narrow else side)
        self.sections.setMaximumWidth(most if narrow else side)


def _wrapping() -> QSizePolicy:
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    return policy


def _readers() -> dict[str, str]:
    return {"teacher": tr("Teacher"), "coordinator": tr("Coordinator"), "technician": tr("Technician")}


def _titles() -> dict[str, str]:
    return {
        "teacher": tr("For teachers"),
        "coordinator": tr("For coordinators"),
        "technician": tr("For technicians"),
    }
