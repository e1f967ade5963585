"""Which files?"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.model.film import BSL, FILM
from lesson_player.operations.film_import.wish import FilmWish
from lesson_player.ui.film_import.page import AssistantPage
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton
from lesson_player.ui.widgets.wrap_layout import WrapLayout

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    ChooseFile = Callable[[str, str, Path | None], Path | None]
    """Asks for a file: title, what fits as Qt's file dialog wants it, the folder to start in."""

FILMS = "*.mp4 *.m4v *.mov *.webm *.mkv *.avi *.wmv *.mpg *.mpeg *.ts"
TRACKS = "*.vtt *.srt"
_BURNT_IN = ((), (FILM, BSL), (FILM,), (BSL,))
"""Which versions the answers about captions in the picture mean."""
_WORDS = 340
"""Width of what a file is called, in pixels at 100 %."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One file that can be given."""

    key: str
    version: str
    words: str
    fits: str
    needed: bool = False


def asked_files() -> tuple[Asked, ...]:
    """The files, in the order in which they are asked for."""
    return (
        Asked("films", FILM, tr("The film"), FILMS, needed=True),
        Asked("films", BSL, tr("The film in British Sign Language"), FILMS),
        Asked("captions", FILM, tr("Captions of the film"), TRACKS),
        Asked("captions", BSL, tr("Captions of the BSL version"), TRACKS),
        Asked("easy_captions", FILM, tr("Easy-read captions of the film"), TRACKS),
        Asked("easy_captions", BSL, tr("Easy-read captions of the BSL version"), TRACKS),
        Asked("descriptions", FILM, tr("Audio description of the film, as text"), TRACKS),
        Asked("descriptions", BSL, tr("Audio description of the BSL version, as text"), TRACKS),
    )


class FilesPage(AssistantPage):
    """A row for each file. Only the film itself is needed."""

    undo_asked = Signal()
    """Back to the film that was there before."""

    def __init__(
        self, title: str, *, for_all: bool, can_undo: bool = False, choose: ChooseFile | None = None
    ) -> None:
        super().__init__(
            tr("Which files do you have?"),
            tr(
                "For “{lesson}”. Only the film is needed. Captions inside a film are found by themselves.",
                lesson=title,
            ),
        )
        self._choose = choose or self._ask
        self._folder: Path | None = None
        self.rows = tuple(FileRow(one) for one in asked_files())
        for row in self.rows:
            row.choose_asked.connect(self._fill)
            row.cleared.connect(self.changed)
            self.column.addWidget(row)
        self.burnt_in = ChoiceRow(
            tr("Captions in the picture itself: ours stay off there"),
            tuple(
                (words, "")
                for words in (tr("None"), tr("In both"), tr("In the film"), tr("In the BSL version"))
            ),
        )
        self.column.addWidget(self.burnt_in)
        self.place = ChoiceRow(
            tr("For whom"), ((tr("For me"), ""), (tr("For everybody on this computer"), ""))
        )
        self.place.setVisible(for_all)
        self.column.addWidget(self.place)
        self.undo_button = WordButton(tr("Go back to the former film"))
        self.undo_button.clicked.connect(self.undo_asked)
        self.undo_button.setVisible(can_undo)
        self.column.addWidget(self.undo_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    @property
    def ready(self) -> bool:
        return self.rows[0].path is not None

    @property
    def can_go_back(self) -> bool:
        return False

    def first_control(self) -> QWidget | None:
        return self.rows[0].button

    def wish(self, lesson: str) -> FilmWish:
        """What was chosen."""
        films = self._given("films")
        return FilmWish(
            lesson=lesson,
            films=films,
            captions=self._given("captions", films),
            easy_captions=self._given("easy_captions", films),
            descriptions=self._given("descriptions", films),
            burnt_in=frozenset(_BURNT_IN[self.burnt_in.index]) & frozenset(films),
            machine=not self.place.isHidden() and self.place.index == 1,
        )

    def _given(self, key: str, films: Iterable[str] | None = None) -> dict[str, Path]:
        """The files of a kind by version, as far as there is a film of the version among *films*."""
        given = {row.asked.version: row.path for row in self.rows if row.asked.key == key and row.path}
        return {name: path for name, path in given.items() if films is None or name in films}

    def _fill(self, row: FileRow) -> None:
        path = self._choose(row.asked.words, row.asked.fits, self._folder)
        if path is not None:
            self._folder = path.parent
            row.set_path(path)
            self.changed.emit()

    def _ask(self, title: str, fits: str, folder: Path | None) -> Path | None:
        shown = tr("{title} ({files})", title=title, files=fits)
        name, _ = QFileDialog.getOpenFileName(
            self, title, str(folder or Path.home()), f"{shown};;{tr('All files (*)')}"
        )
        return Path(name) if name else None


class FileRow(QWidget):
    """What a file is for, its name, and the buttons to choose it and to leave it out again."""

    choose_asked = Signal(object)
    """This row."""
    cleared = Signal()

    def __init__(self, asked: Asked) -> None:
        super().__init__()
        self.asked = asked
        self.path: Path | None = None
        self.button = WordButton(tr("Choose …"))
        self.button.set_words(tr("Choose …"), name=tr("Choose: {what}", what=asked.words))
        self.button.clicked.connect(lambda: self.choose_asked.emit(self))
        self.clear_button = WordButton(tr("Leave out"))
        self.clear_button.set_words(tr("Leave out"), name=tr("Leave out: {what}", what=asked.words))
        self.clear_button.clicked.connect(lambda: self.set_path(None))
        self.clear_button.hide()
        self.name = label(tr("Not chosen"), role=Role.QUIET)
        heading = label(asked.words, Type.STRONG)
        heading.setFixedWidth(px(_WORDS))
        line = WrapLayout(self, gap=px(4))
        for part in (heading, self.button, self.clear_button, self.name):
            line.addWidget(part)

    def set_path(self, path: Path | None) -> None:
        """Show the chosen file, or that none is chosen."""
        self.path = path
        self.name.setText(path.name if path is not None else tr("Not chosen"))
        self.name.setForegroundRole((Role.INK if path is not None else Role.QUIET).value)
        self.clear_button.setVisible(path is not None and not self.asked.needed)
        if path is None:
            self.button.setFocus()
            self.cleared.emit()
