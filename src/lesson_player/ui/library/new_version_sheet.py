"""Asks for the name of a new version, and what it begins as."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.text_field import TextField
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class NewVersionSheet(Sheet):
    """Made for one asking; it goes when it is closed."""

    make_asked = Signal(str, str)
    """The name, and the id of the version that is copied; empty for the lesson as written."""

    def __init__(
        self, over: QWidget, lesson: str, versions: tuple[tuple[str, str, str], ...], first: str
    ) -> None:
        """*versions*: id, title and what each is for; *first*: id of the one that is chosen at first."""
        super().__init__(over, tr("A new version of “{lesson}”", lesson=lesson), width=760)
        self._ids = tuple(name for name, _, _ in versions)
        self.name = TextField(tr("Name of the version, by need"), longest=200)
        self.source = ChoiceRow(
            tr("It begins as"),
            tuple((title, about) for _, title, about in versions),
            first=self._ids.index(first) if first in self._ids else 0,
        )
        self.make_button = WordButton(tr("Make the version"), kind=Kind.MAIN)
        titles = {name: title for name, title, _ in versions}
        copied = titles.get(first) if first else None
        self.name.setText(tr("My version: {title}", title=copied) if copied else tr("My version"))
        advice = tr("Name it by need, never by a pupil or a diagnosis. It holds for the whole class.")
        for part in (
            label(tr("Name of the version"), Type.LABEL, role=Role.QUIET),
            self.name,
            label(advice, Type.MINOR, role=Role.QUIET),
            self.source,
        ):
            self.lines.addWidget(part)
        self.buttons.insertWidget(0, self.make_button)
        self.name.textChanged.connect(self._show_if_named)
        self.make_button.clicked.connect(self._make)
        self.name.returnPressed.connect(self._make)
        self.closed.connect(self.deleteLater)

    def first_control(self) -> QWidget:
        """The name."""
        return self.name

    def _show_if_named(self, words: str) -> None:
        self.make_button.setEnabled(bool(words.strip()))

    def _make(self) -> None:
        name = " ".join(self.name.text().split())
        if name:
            source = self._ids[self.source.index]
            self.close_sheet()
            self.make_asked.emit(name, source)
