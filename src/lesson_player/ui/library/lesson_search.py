"""Finds lessons where there are more than fit on a page, and shows more of them."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.search_field import SearchField
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

PAGE = 12
"""Lessons on show at first, and how many more are shown at a time."""
_PAUSE_MS = 150
"""Of typing, after which is searched."""


class LessonSearch(QWidget):
    """A field for words of a title, and how many lessons have them; hidden where all lessons are on show."""

    asked = Signal()
    """Other lessons are wanted: `words` and `most` say which."""

    def __init__(self) -> None:
        super().__init__()
        self.words, self.most = "", PAGE
        self.before = 0
        """How many lessons were on show before more of them were asked for; 0 where nobody asked."""
        self.field = SearchField(tr("Find a lesson"))
        self.count = label("", Type.MINOR, role=Role.QUIET)
        self.more_button = WordButton(tr("Show more lessons"))
        self.more_button.setParent(self)
        self.more_button.hide()
        self._timer = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, px(12))
        column.setSpacing(px(4))
        column.addWidget(self.field)
        column.addWidget(self.count)
        self.field.textChanged.connect(self._timer.start)
        self.field.left.connect(self.field.clear)
        self._timer.timeout.connect(self._search)
        self.more_button.clicked.connect(self._show_more)
        self.hide()

    @property
    def is_used(self) -> bool:
        """Whether somebody is searching now."""
        return self.window().focusWidget() is self.field

    def end(self) -> None:
        """Search for nothing any more, without asking for the lessons."""
        self.words = ""
        self.field.clear()
        self.field.clearFocus()

    def show_found(self, shown: int, found: int, of: int) -> None:
        """Say how many lessons are on show, how many have the words, and how many there are."""
        self.setVisible(of > PAGE or bool(self.words))
        words = tr("{shown} of {of} lessons", shown=shown, of=of)
        if self.words:
            words = tr("{shown} of {found} lessons that have these words", shown=shown, found=found)
        if words != self.count.text():
            self.count.setText(words)
            if self.is_used:
                announce(self.field, words)

    def _search(self) -> None:
        words = " ".join(self.field.text().split())
        if words != self.words:
            self.words, self.most, self.before = words, PAGE, 0
            self.asked.emit()

    def _show_more(self) -> None:
        self.before = self.most
        self.most += PAGE
        self.asked.emit()
