"""The film's chapters and the tools for watching it closely, as buttons that Tab reaches."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout

from lesson_player.foundation.i18n import tr
from lesson_player.teaching.time_words import speed_words
from lesson_player.teaching.views import LineKind, TranscriptLine
from lesson_player.ui.presenter.timed_list import TimedList
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.command_button import CommandButton
from lesson_player.ui.widgets.scrolling import Page
from lesson_player.ui.widgets.text import label, short_label

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.commands import Command
    from lesson_player.teaching.views import FilmControls, TeacherView

TOOLS = (
    ("chapter-before", "chapter-next"),
    ("again", "repeat"),
    ("pause-point", "frame-back", "frame-on"),
    ("slower", "usual-speed", "faster"),
)
"""Commands that have a button here, row by row."""


class ChaptersPanel(Page):
    """Chapters of the part, and under them its tools."""

    asked = Signal(str)
    """Id of a command."""
    place_asked = Signal(float)
    """A time in seconds of the version that is on."""

    def __init__(self, commands: tuple[Command, ...], view: TeacherView) -> None:
        super().__init__()
        known = {command.id: command for command in commands}
        rows = [[CommandButton(known[name], view) for name in row] for row in TOOLS]
        self.buttons = [button for row in rows for button in row]
        for button in self.buttons:
            button.asked.connect(self.asked)
        self.where = label(step=Type.MINOR, role=Role.INK)
        self.chapters = TimedList(tr("Chapters"))
        self.chapters.place_asked.connect(lambda line: self.place_asked.emit(line.at_s))
        self.state = label(step=Type.MINOR, role=Role.INK)
        self._head = short_label(tr("Chapters"))
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(px(14), px(4), px(6), px(8))
        self._column.setSpacing(px(4))
        self._column.addWidget(self._head)
        self._column.addWidget(self.where)
        self._column.addWidget(self.chapters)
        self._column.addWidget(self.state)
        for row in rows:
            self._column.addWidget(ButtonRow(row, centred=False))
        self._column.addStretch(1)
        self.show_view(view)

    def show_view(self, view: TeacherView) -> None:
        """Show chapters and tools as they stand."""
        for button in self.buttons:
            button.show_view(view)
        film = view.film
        if film is None:
            return
        self.chapters.show_lines(tuple(_line(chapter.title, chapter.at_s) for chapter in film.chapters))
        self._fit()
        self.chapters.show_time(film.at_s + _LEEWAY_S)
        for part in (self._head, self.where, self.chapters):
            part.setVisible(bool(film.chapters))
        self.where.setText(chapter_words(film))
        self.state.setText(
            " · ".join(words for words in (speed_words(film.rate), film.repeat_words) if words)
        )

    def in_order(self) -> list[QWidget]:
        """The controls in the order of reading."""
        return [self.chapters, *self.buttons]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All chapters can be seen; the page scrolls where it is too short."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        self.chapters.setFixedHeight(self.chapters.full_height())

    def full_height(self, width: int) -> int:
        """Height in pixels at which every chapter and every tool can be seen without scrolling."""
        margins = self._column.contentsMargins()
        return self._column.heightForWidth(width - margins.left() - margins.right())


_LEEWAY_S = 0.08
"""A film that was sent to a chapter rests on its first frame, which may begin a moment before."""


def chapter_words(film: FilmControls) -> str:
    """Which chapter is on, such as "Chapter 2 of 5: Maya is worried"."""
    for number, chapter in enumerate(film.chapters, start=1):
        if chapter.current:
            count = len(film.chapters)
            return tr("Chapter {n} of {total}: {title}", n=number, total=count, title=chapter.title)
    return ""


def _line(title: str, at_s: float) -> TranscriptLine:
    return TranscriptLine(kind=LineKind.SAID, at_s=at_s, until_s=at_s, text=title)
