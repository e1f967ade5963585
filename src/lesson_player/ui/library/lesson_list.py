"""The lessons of the library, one below the other."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.rendering.pictures import PictureStore
from lesson_player.ui.library.empty_panel import EmptyPanel
from lesson_player.ui.library.lesson_view import LessonView
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from lesson_player.model.library import LessonCard
    from lesson_player.ui.widgets.word_button import WordButton


ASKED = (
    *("teach_asked", "carry_on_asked", "refresh_asked", "film_asked"),
    *("adapt_asked", "share_asked", "print_asked", "edit_asked"),
)
"""What a lesson asks for, and the list and the window with it: signals of the same names."""


class LessonList(QVBoxLayout):
    """Holds a view for each card, or says that there is none; what a view asks for is told on."""

    teach_asked = Signal(str, str, object)
    carry_on_asked = Signal(str)
    refresh_asked = Signal()
    film_asked = Signal(str, bool)
    adapt_asked = Signal(str, str, bool)
    share_asked = Signal(str)
    print_asked = Signal(str, object)
    edit_asked = Signal(str)
    """The signals of `LessonView`."""

    def __init__(self, folder: Path | None, more_button: WordButton, *, may_share: bool) -> None:
        super().__init__()
        self._folder, self._more, self._may_share = folder, more_button, may_share
        self._data: dict[str, bytes] = {}
        self._pictures = PictureStore(lambda name: self._data[name] if name in self._data else Path(name))
        self.views: tuple[LessonView, ...] = ()
        self.empty: EmptyPanel | None = None
        """What stands there where there is no lesson."""
        self._at = ""
        """Id of the lesson that somebody was at when the lessons were shown anew."""
        self.setSpacing(px(16))

    def show_looking(self) -> None:
        """Say that lessons are being looked for."""
        self._clear()
        self.addWidget(label(tr("Looking for lessons…"), Type.LEAD, role=Role.QUIET))
        self.addStretch(1)

    def show_cards(self, cards: tuple[LessonCard, ...], *, none_at_all: bool, more: bool) -> None:
        """Show *cards*, those with a film first; what cannot be taught comes last.

        *none_at_all*: there is no lesson on this computer; *more*: there are more than these.
        """
        self._at = self._lesson_in_focus()
        self._clear()
        cards = tuple(sorted(cards, key=lambda card: (not card.teachable, not card.film_words)))
        now = datetime.now(UTC)
        self._data = {str(card.picture): card.picture_data for card in cards if card.picture_data is not None}
        self.views = tuple(LessonView(card, self._pictures, now, may_share=self._may_share) for card in cards)
        for view in self.views:
            for asked in ASKED:
                getattr(view, asked).connect(getattr(self, asked))
            self.addWidget(view)
        if none_at_all:
            self.empty = EmptyPanel(self._folder)
            self.empty.button.clicked.connect(self.refresh_asked)
            self.addWidget(self.empty)
        if more:
            self.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        self._more.setVisible(more)
        self.addStretch(1)

    def first(self, begin: int = 0, lesson: str = "") -> WordButton | None:
        """What is pressed next, in the lesson of that id, or of that place counted from 0.

        Where nobody asks for either, in the lesson that somebody was at before. None where nothing is there.
        """
        if self.empty is not None:
            return self.empty.button
        wanted = lesson or ("" if begin else self._at)
        asked = tuple(view for view in self.views if wanted and view.card.id == wanted)
        shown = asked or self.views[begin:] or self.views
        return shown[0].main_button if shown else None

    def last_stop(self) -> QWidget | None:
        """Where Tab stops last in the last lesson; None without one."""
        if not self.views:
            return None
        last: QWidget = self.views[-1]
        at = last.nextInFocusChain()
        while at is not None and self.views[-1].isAncestorOf(at):
            last = at if at.focusPolicy() & Qt.FocusPolicy.TabFocus else last
            at = at.nextInFocusChain()
        return last

    def _lesson_in_focus(self) -> str:
        """Id of the lesson that somebody is at; empty for none."""
        focus = QApplication.focusWidget()
        at = (view.card.id for view in self.views if focus is not None and view.isAncestorOf(focus))
        return next(at, "")

    def _clear(self) -> None:
        self.views, self.empty = (), None
        while (item := self.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
            if widget is not None and widget is not self._more:
                widget.deleteLater()
