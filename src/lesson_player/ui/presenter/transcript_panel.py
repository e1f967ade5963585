"""The transcript beside the film: follows it, is searched, goes to a line, and is printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.presenter.timed_list import TimedList
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.search_field import SearchField
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton, state_name

if TYPE_CHECKING:
    from lesson_player.teaching.views import TeacherView, TranscriptLine

_SHORTEST_LIST = 120
"""Height of the list, in pixels at 100 %, below which the whole page scrolls."""
_LEAST_LIST = 320
"""Height of the list, in pixels at 100 %, where the window's parts stand under one another."""


class TranscriptPanel(QWidget):
    """All that is said and described in the version that is on."""

    place_asked = Signal(float)
    """A time in seconds of the version that is on."""
    told = Signal(str)
    """For the teacher: why a line cannot be gone to."""
    print_asked = Signal()
    left = Signal()
    """The search is left: the keys go back to the lesson."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[int, ...] = ()
        self._at = -1
        self.search = SearchField(tr("Search in the film's words"))
        self.before = WordButton(tr("Earlier"))
        self.after = WordButton(tr("Later"))
        self.before.set_words(tr("Earlier"), name=tr("The place before"))
        self.after.set_words(tr("Later"), name=tr("The next place"))
        self.follow = WordButton(tr("Follow"), ticked=True)
        self.printing = WordButton(tr("Print"))
        self.printing.set_words(tr("Print"), name=tr("Print the transcript"))
        self.buttons = ButtonRow([self.before, self.after, self.follow, self.printing], centred=False)
        self.found = label(step=Type.MINOR, role=Role.QUIET)
        self.list = TimedList(tr("Transcript"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(6), px(4), px(10), px(8))
        self._column.setSpacing(px(4))
        head = QVBoxLayout()
        head.setContentsMargins(px(5), 0, 0, 0)
        head.addWidget(self.search)
        head.addWidget(self.found)
        self._column.addLayout(head)
        self._column.addWidget(self.buttons)
        self._column.addWidget(self.list, 1)
        self.list.setMinimumHeight(px(_SHORTEST_LIST))
        self._connect()
        self._search("")
        self._follow(follow=True)

    def show_view(self, view: TeacherView) -> None:
        """Show the transcript of *view* and where its film is."""
        if view.film is None:
            return
        former = self.list.lines
        self.list.show_lines(view.transcript)
        if former is not self.list.lines:
            self._search(self.search.text())
        self.list.show_time(view.film.at_s)

    def start_search(self) -> None:
        """Give the keys to the search."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def in_order(self) -> list[QWidget]:
        """The controls in the order of reading."""
        return [self.search, self.before, self.after, self.follow, self.printing, self.list]

    def full_height(self, width: int) -> int:
        """Height in pixels at which the parts beside the list, and enough of the list, can be seen."""
        margins = self._column.contentsMargins()
        inner = width - margins.left() - margins.right()
        return self._column.heightForWidth(inner) + px(_LEAST_LIST)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.next_asked.connect(lambda: self._go(1))
        self.search.before_asked.connect(lambda: self._go(-1))
        self.search.left.connect(self._leave)
        self.before.clicked.connect(lambda: self._go(-1))
        self.after.clicked.connect(lambda: self._go(1))
        self.follow.clicked.connect(lambda: self._follow(follow=not self.list.following))
        self.printing.clicked.connect(self.print_asked)
        self.list.looked_elsewhere.connect(lambda: self._follow(follow=False))
        self.list.place_asked.connect(self._ask)

    def _search(self, words: str) -> None:
        self._rows, self._at = self.list.underline(words), -1
        wanted = bool(words.strip())
        self.before.setVisible(wanted)
        self.after.setVisible(wanted)
        self.before.setEnabled(bool(self._rows))
        self.after.setEnabled(bool(self._rows))
        self.found.setVisible(wanted)
        self.buttons.updateGeometry()
        if wanted:
            self._follow(follow=False)
            self._tell(tr_n("{n} place", "{n} places", len(self._rows)) if self._rows else tr("Not found"))

    def _go(self, steps: int) -> None:
        if not self._rows:
            return
        first = 0 if steps > 0 else len(self._rows) - 1
        self._at = first if self._at < 0 else (self._at + steps) % len(self._rows)
        row = self._rows[self._at]
        self.list.look_at(row)
        place = tr("{n} of {total}", n=self._at + 1, total=len(self._rows))
        self._tell(f"{place}: {self.list.item(row).data(Qt.ItemDataRole.AccessibleTextRole)}")

    def _leave(self) -> None:
        self.search.clear()
        self._follow(follow=True)
        self.left.emit()

    def _tell(self, words: str) -> None:
        self.found.setText(words)
        announce(self, words)

    def _follow(self, *, follow: bool) -> None:
        self.list.following = follow
        self.follow.set_words(tr("Follow"), on=follow, name=state_name(tr("Follow the film"), on=follow))
        self.list.follow()

    def _ask(self, line: TranscriptLine) -> None:
        if line.inside:
            self._follow(follow=True)
            self.place_asked.emit(line.at_s)
        else:
            self.told.emit(tr("That line is in another part of the film, which another step shows."))
