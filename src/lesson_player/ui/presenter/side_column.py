"""The right column of the teacher's window: notes, and beside a film its transcript and its tools."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import px
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.scrolling import Scroll
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lesson_player.teaching.views import TeacherView
    from lesson_player.ui.presenter.chapters_panel import ChaptersPanel
    from lesson_player.ui.presenter.notes_panel import NotesPanel
    from lesson_player.ui.presenter.transcript_panel import TranscriptPanel


class Page(StrEnum):
    """What the column can show. The names of the last two are those of the commands that bring them."""

    NOTES = "notes"
    TRANSCRIPT = "transcript"
    TOOLS = "film-tools"


class SideColumn(QWidget):
    """Notes come first; a teacher who chose otherwise finds it so again in the next film."""

    turned = Signal()
    """Another page is shown, which may need more room or less."""
    called = Signal()
    """A key has asked for a page, which is to be seen now."""

    def __init__(self, notes: NotesPanel, transcript: TranscriptPanel, tools: ChaptersPanel) -> None:
        super().__init__()
        self.notes, self.transcript, self.tools = notes, transcript, tools
        self._pages: dict[Page, QWidget] = {
            Page.NOTES: notes,
            Page.TRANSCRIPT: _scrolling(transcript, tr("Transcript")),
            Page.TOOLS: _scrolling(tools, tr("Film tools")),
        }
        self._wanted = Page.NOTES
        self._offered: frozenset[Page] = frozenset({Page.NOTES})
        self.tabs = {page: WordButton(words, hint=key) for page, words, key in _tabs()}
        for page, tab in self.tabs.items():
            tab.clicked.connect(lambda _=False, page=page: self.turn_to(page))
        self.tab_row = ButtonRow(list(self.tabs.values()), centred=False)
        self._stack = QStackedWidget()
        for part in self._pages.values():
            self._stack.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(4), 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.tab_row)
        column.addWidget(self._stack, 1)
        transcript.left.connect(self._leave)
        self._turn()

    @property
    def page(self) -> Page:
        """What is shown now."""
        return self._wanted if self._wanted in self._offered else Page.NOTES

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All tabs stand side by side, also in the narrowest column."""
        super().resizeEvent(event)
        self._fit_tabs()

    def show_view(self, view: TeacherView) -> None:
        """Show *view*; outside films there are notes alone."""
        self.notes.show_view(view)
        self.transcript.show_view(view)
        self.tools.show_view(view)
        offered = {Page.NOTES}
        if view.transcript:
            offered.add(Page.TRANSCRIPT)
        if view.film is not None:
            offered.add(Page.TOOLS)
        if offered != self._offered:
            self._offered = frozenset(offered)
            self._turn()
            self._fit_tabs()

    def turn_to(self, page: Page) -> None:
        """Show a page; the notes where it is not offered now."""
        if page is not self._wanted:
            self._wanted = page
            self._turn()

    def answer(self, command_id: str) -> None:
        """Show what a command asks for, or the notes again where it is shown already."""
        if command_id in {Page.TRANSCRIPT, Page.TOOLS}:
            page = Page(command_id)
            self.turn_to(Page.NOTES if page is self.page else page)
            self.called.emit()

    def search(self) -> bool:
        """Show the transcript and give the keys to its search; False where there is none."""
        if Page.TRANSCRIPT not in self._offered:
            return False
        self.turn_to(Page.TRANSCRIPT)
        self.transcript.start_search()
        self.called.emit()
        return True

    def reveal(self, widget: QWidget | None) -> None:
        """Bring a control of the page that is shown into view."""
        area = self._pages[self.page]
        if widget is not None and isinstance(area, Scroll) and area.isAncestorOf(widget):
            area.ensureWidgetVisible(widget)

    def in_order(self) -> list[QWidget]:
        """The controls in the order of reading, those of the pages that are not shown among them."""
        return [*self.tabs.values(), *self.transcript.in_order(), *self.tools.in_order()]

    def full_height(self, width: int) -> int:
        """Height in pixels at which the page that is shown can be read without scrolling."""
        tabs = 0 if self.tab_row.isHidden() else self.tab_row.heightForWidth(width - px(4))
        heights = {
            Page.NOTES: self.notes.full_height,
            Page.TRANSCRIPT: self.transcript.full_height,
            Page.TOOLS: self.tools.full_height,
        }
        return tabs + heights[self.page](width - px(4))

    def _fit_tabs(self) -> None:
        self.tab_row.fit(self.width() - px(4))

    def _turn(self) -> None:
        holder: QWidget | None = self.window().focusWidget()
        held = holder is not None and self._stack.isAncestorOf(holder)
        for page, tab in self.tabs.items():
            shown = page is self.page
            tab.setVisible(page in self._offered)
            tab.set_words(
                tab.text(), on=shown, name=tr("{page}, shown", page=tab.text()) if shown else tab.text()
            )
        self.tab_row.setVisible(len(self._offered) > 1)
        for page, part in self._pages.items():
            # A page that is hidden must not ask for room.
            down = QSizePolicy.Policy.Expanding if page is self.page else QSizePolicy.Policy.Ignored
            part.setSizePolicy(QSizePolicy.Policy.Ignored, down)
        self._stack.setCurrentWidget(self._pages[self.page])
        if held:
            # What had the keys is hidden now.
            self._leave()
        self.turned.emit()

    def _leave(self) -> None:
        """The keys go back to the lesson."""
        self.window().setFocus(Qt.FocusReason.OtherFocusReason)


def _scrolling(panel: QWidget, name: str) -> Scroll:
    area = Scroll(name)
    area.viewport().setAutoFillBackground(False)
    area.setWidget(panel)
    panel.setAutoFillBackground(False)
    return area


def _tabs() -> tuple[tuple[Page, str, str], ...]:
    return (
        (Page.NOTES, tr("Notes"), ""),
        (Page.TRANSCRIPT, tr("Transcript"), "F"),
        (Page.TOOLS, tr("Tools"), "G"),
    )
