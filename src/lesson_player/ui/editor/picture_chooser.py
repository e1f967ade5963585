"""Choosing a picture for a line: searched by words, or put in from outside.

A widget of its own, for a sheet or a window (`lesson_player.ui.editor.picture_sheet`). It knows nothing of
the version that is edited: whoever shows it asks with :meth:`PictureChooser.ask`, is told with ``chosen``,
and puts the file in place with :func:`lesson_player.operations.own_pictures.take_in`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QBoxLayout, QFileDialog, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.problem import Problem
from lesson_player.operations.own_pictures import PictureChoice, picture_id
from lesson_player.operations.symbol_search import MOST
from lesson_player.rendering.own_picture import own_picture
from lesson_player.ui.editor.chosen_picture import ChosenPicture
from lesson_player.ui.editor.own_picture_box import OwnPictureBox
from lesson_player.ui.editor.picture_results import PictureResults
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.search_field import SearchField
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QDragEnterEvent, QDropEvent, QKeyEvent, QResizeEvent

    from lesson_player.model.symbols import Symbol
    from lesson_player.operations.picture_library import PictureLibrary
    from lesson_player.rendering.own_picture import OwnPicture

_WIDE = 780
"""Width in pixels at 100 % from which the picture that is looked at stands beside the ones found."""
_SIDE, _HIGH = 300, 372
"""Width and least height of that part, in pixels at 100 %: nothing moves while pictures are looked at."""
_ANY_WIDTH = 16_777_215
"""Qt's own greatest width, QWIDGETSIZE_MAX."""
_LONGEST_SOURCE, _MOST_TAGS = 400, 12
"""Characters of a licence line and tags that go with a picture."""


class PictureChooser(QWidget):
    """Search field, pictures found, the one looked at, and a box for pictures of the school's own."""

    chosen = Signal(object)
    """A `PictureChoice`: use this picture."""
    left = Signal()
    """Esc in the search field: no picture after all."""
    pack_asked = Signal(object)
    """The folder of a symbol pack to put in."""

    def __init__(self, library: PictureLibrary, *, own_allowed: bool = True, why_not: str = "") -> None:
        """*why_not* is the school's own sentence where pictures of one's own are not allowed."""
        super().__init__()
        self._library = library
        self._symbol: Symbol | None = None
        self._own: OwnPicture | None = None
        self.search = SearchField(tr("Search pictures"))
        self.count = label("", Type.SMALL, role=Role.QUIET)
        self.results, self.looked_at = PictureResults(library), ChosenPicture()
        self.own = OwnPictureBox() if own_allowed else None
        self.pack_button = WordButton(tr("Add a symbol pack…"))
        self.pack_button.clicked.connect(self._ask_for_pack)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._arrange(_not_allowed(why_not))
        self._connect()
        self.setAcceptDrops(own_allowed)
        self._shape(wide=True)
        self._search("")

    def ask(self, words: str, current: str = "") -> None:
        """Begin anew with *words* searched for, such as a line's text; *current* is the id of its picture."""
        self._look_at(None)
        self.search.setText(words)
        self._search(words)
        self.search.selectAll()
        if self.own is not None:
            self.own.tell("")
        if current:
            self.results.look_at(current)

    def set_library(self, library: PictureLibrary) -> None:
        """Search in other pictures from now on, as when the version has a new one."""
        self._library = library
        self.results.set_library(library)
        self._search(self.search.text())

    def first_control(self) -> QWidget:
        """What has the focus when the chooser opens."""
        return self.search

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+V takes what was copied, unless words are being written."""
        if self.own is not None and event.matches(QKeySequence.StandardKey.Paste):
            self.own.take_copied()
        else:
            event.ignore()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if event.mimeData().hasUrls() or event.mimeData().hasImage():
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        if self.own is not None and self.own.take(event.mimeData()):
            event.acceptProposedAction()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        wide = self.width() >= px(_WIDE)
        way = QBoxLayout.Direction.LeftToRight if wide else QBoxLayout.Direction.TopToBottom
        if self._beside.direction() != way:
            self._beside.setDirection(way)
        self._shape(wide=wide)

    def _shape(self, *, wide: bool) -> None:
        self.looked_at.setMinimumSize(px(_SIDE) if wide else 0, px(_HIGH) if wide else 0)
        self.looked_at.setMaximumWidth(px(_SIDE) if wide else _ANY_WIDTH)

    def _arrange(self, instead: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        self._beside.setSpacing(px(16))
        self._beside.addWidget(self.results, 1)
        self._beside.addWidget(self.looked_at)
        column.addWidget(self.search)
        column.addWidget(self.count)
        column.addLayout(self._beside, 1)
        column.addWidget(self.own if self.own is not None else label(instead, Type.MINOR))
        column.addWidget(self.pack_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.search.textChanged.connect(self._search)
        self.search.next_asked.connect(self.results.take_first)
        self.search.left.connect(self.left)
        self.results.picked.connect(self._look_at)
        self.results.taken.connect(self.looked_at.ask_for_alt)
        self.results.left_upwards.connect(self.search.setFocus)
        self.looked_at.use_asked.connect(self._use)
        if self.own is not None:
            self.own.taken.connect(self._look_at_own)

    def _search(self, words: str) -> None:
        found = self._library.search(words, MOST)
        self.results.show_found(found)
        if found:
            said = tr_n("{n} picture found", "{n} pictures found", len(found)) if words.strip() else ""
        else:
            said = tr("No picture found. Try another word, or one word alone.")
        said = said or tr("Pictures of this lesson first. Type what you are looking for.")
        self.count.setText(said)
        announce(self.search, said)

    def _ask_for_pack(self) -> None:
        title = tr("Choose the folder of a symbol pack")
        folder = QFileDialog.getExistingDirectory(self.window(), title, str(Path.home()))
        if folder:
            self.pack_asked.emit(Path(folder))

    def _look_at(self, symbol: Symbol | None) -> None:
        self._symbol = symbol
        if symbol is not None:
            self._own = None
            source = self._library.source(symbol)
            licence = source.licence or tr("no licence stated")
            lesson = self._library.is_of_lesson(symbol)
            words = source.title if lesson else tr("{title}: {licence}", title=source.title, licence=licence)
            self.looked_at.show_picture(
                self._library.data(symbol), symbol.name, words, _sentence(symbol.name), fixed=lesson
            )
        elif self._own is None:
            self.looked_at.show_nothing()

    def _look_at_own(self, own: OwnPicture) -> None:
        self.results.setCurrentRow(-1)
        self._symbol, self._own = None, own
        self.looked_at.show_picture(own.data, tr("Your own picture"), "", "")
        self.looked_at.ask_for_alt()

    def _use(self) -> None:
        choice = self._choice()
        if choice is not None:
            self.chosen.emit(choice)

    def _choice(self) -> PictureChoice | None:
        alt = " ".join(self.looked_at.alt.text().split())
        if self._own is not None:
            own = self._own
            return PictureChoice(picture_id(own.data), alt, own.data, own.ending)
        symbol = self._symbol
        if symbol is None or self._library.is_of_lesson(symbol):
            return PictureChoice(symbol.key, alt) if symbol is not None else None
        return self._of_source(symbol, alt)

    def _of_source(self, symbol: Symbol, alt: str) -> PictureChoice | None:
        """A symbol as the version takes it: a drawing as it is, a photograph made ready, with its licence."""
        data, source = self._library.data(symbol), self._library.source(symbol)
        if data is None:
            return None
        ending = "svg"
        if not symbol.key.lower().endswith(".svg"):
            made = own_picture(data)
            if isinstance(made, Problem):
                self.looked_at.hint.setText(f"{made.sentence} {made.remedy}")
                return None
            data, ending = made.data, made.ending
        licence = f"{source.title}: {source.licence}" if source.licence else source.title
        return PictureChoice(
            picture_id(data), alt, data, ending, licence[:_LONGEST_SOURCE], symbol.words[:_MOST_TAGS]
        )


def _sentence(name: str) -> str:
    """A symbol's name as the sentence that is offered as its alt text."""
    text = name.strip()
    return f"{text[:1].upper()}{text[1:]}" + ("" if text.endswith((".", "!", "?")) else ".")


def _not_allowed(why: str) -> str:
    said = tr("Your school has switched off pictures of one's own.")
    return f"{said} {why}".strip()
