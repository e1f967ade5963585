"""Asks for the title of a new lesson, and what it begins as."""

from __future__ import annotations

from dataclasses import dataclass
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
    from pathlib import Path

    from PySide6.QtWidgets import QWidget


@dataclass(frozen=True, slots=True)
class Beginning:
    """Something that a lesson can begin as: a template, or a copy of a lesson."""

    folder: Path
    title: str
    about: str
    film: bool = False
    """Whether a film has to be chosen."""
    copied: bool = False


class NewLessonSheet(Sheet):
    """Made for one asking; it goes when it is closed."""

    make_asked = Signal(str, object, str)
    """The title, the `Beginning`, and the id of the film; empty where none is needed."""

    def __init__(
        self, over: QWidget, beginnings: tuple[Beginning, ...], films: tuple[tuple[str, str], ...]
    ) -> None:
        """*films*: ids and titles of the films on this computer."""
        super().__init__(over, tr("A new lesson"), width=820)
        self._beginnings, self._films = beginnings, films
        self.name = TextField(tr("Title of the lesson"), longest=200)
        choices = tuple((one.title, one.about) for one in beginnings)
        self.source = ChoiceRow(tr("It begins as"), choices, stacked=True)
        self.about = label("", Type.MINOR, role=Role.QUIET)
        self.film = ChoiceRow(tr("The film"), tuple((title, "") for _, title in films)) if films else None
        self.make_button = WordButton(tr("Make the lesson"), kind=Kind.MAIN)
        self._put_together()
        self.name.textChanged.connect(self._show)
        self.source.chosen.connect(self._show)
        self.make_button.clicked.connect(self._make)
        self.name.returnPressed.connect(self._make)
        self.closed.connect(self.deleteLater)
        self._show()

    def first_control(self) -> QWidget:
        """The title."""
        return self.name

    @property
    def _chosen(self) -> Beginning:
        return self._beginnings[self.source.index]

    def _put_together(self) -> None:
        self.lines.addWidget(label(tr("Title of the lesson"), Type.LABEL, role=Role.QUIET))
        for part in (self.name, self.source, self.about):
            self.lines.addWidget(part)
        if self.film is not None:
            self.lines.addWidget(self.film)
        self.buttons.insertWidget(0, self.make_button)

    def _show(self, _changed: object = None) -> None:
        without = self._chosen.film and self.film is None
        missing = tr("There is no film on this computer yet. Put one in first, or begin without a film.")
        self.about.setText(missing if without else self._chosen.about)
        self.about.setVisible(bool(self.about.text()))
        if self.film is not None:
            self.film.setVisible(self._chosen.film)
        self.make_button.setEnabled(bool(self.name.text().strip()) and not without)

    def _make(self) -> None:
        title = " ".join(self.name.text().split())
        if self.make_button.isEnabled():
            film = self._films[self.film.index][0] if self.film is not None and self._chosen.film else ""
            chosen = self._chosen
            self.close_sheet()
            self.make_asked.emit(title, chosen, film)
