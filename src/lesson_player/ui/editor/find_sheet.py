"""Finds words in the whole version and goes to the line that has them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from lesson_player.control.editing.finding import find_words
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.search_field import SearchField
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.controller import EditingController
    from lesson_player.control.editing.finding import Found

_MOST = 30
"""So many places are listed; who sees more writes another word."""
_LONGEST = 120
"""Characters of a text that are enough to know it by."""


class FindSheet(Sheet):
    """A button for each place."""

    place_asked = Signal(object)
    """The `Found` to go to."""

    def __init__(self, over: QWidget, controller: EditingController, title: str = "") -> None:
        """*title*: what a place is looked for, where it is not to go there."""
        super().__init__(over, title or tr("Find words in this version"), width=720)
        self._controller = controller
        self._list = QVBoxLayout()
        self.lines.addLayout(self._list)
        self.lines.addStretch(1)
        self.field = SearchField(tr("Words to find"))
        self.count = label("", Type.MINOR, role=Role.QUIET)
        self._column.insertWidget(1, self.field)
        self._column.insertWidget(2, self.count)
        self._list.setSpacing(px(2))
        self.found: list[WordButton] = []
        self.field.textChanged.connect(self._search)
        self.field.next_asked.connect(self._go_first)
        self.field.left.connect(self.close_sheet)

    def open_sheet(self) -> None:
        """Search anew: the version may be another one now."""
        self._search(self.field.text())
        super().open_sheet()
        self.field.selectAll()

    def first_control(self) -> QWidget:
        """The field."""
        return self.field

    def _fit(self) -> None:
        """As high as the window from the start, so that nothing jumps while words are written."""
        room = self._over.rect()
        width, height = min(self._wide, room.width() - px(8)), room.height() - px(8)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)

    def _search(self, words: str) -> None:
        for button in self.found:
            button.hide()
            button.deleteLater()
        found = find_words(self._controller.source().version, self._controller.source().wording, words)
        self.found = [self._button(one) for one in found[:_MOST]]
        self.setTabOrder(self.field, self.close_button)
        former: QWidget = self.field
        for button in self.found:
            self.setTabOrder(former, button)
            former = button
        self.setTabOrder(former, self.close_button)
        said = tr_n("{n} place", "{n} places", len(found)) if words.strip() else ""
        if len(found) > _MOST:
            said = tr("{n} places; the first {shown} are listed", n=len(found), shown=_MOST)
        self.count.setText(said)
        announce(self, said)

    def _button(self, one: Found) -> WordButton:
        words = one.words if len(one.words) <= _LONGEST else f"{one.words[:_LONGEST].rstrip()} …"
        button = WordButton(f"{one.title}: {words}", beside=True)
        button.set_words(button.text(), name=f"{one.title}: {one.words}")
        button.clicked.connect(lambda: self._go(one))
        self._list.addWidget(button)
        return button

    def _go_first(self) -> None:
        if self.found:
            self.found[0].click()

    def _go(self, one: Found) -> None:
        self.close_sheet()
        self.place_asked.emit(one)
