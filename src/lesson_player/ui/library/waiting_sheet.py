"""Waiting until a lesson of the school's folder is on this computer, or starting without waiting."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal

from lesson_player.foundation.i18n import tr
from lesson_player.ui.film_import.progress import WorkBar
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

_TOLD_EACH = 0.25
"""Shares of the work at which a screen reader says how far it is: more often would talk over everything."""


class WaitingSheet(Sheet):
    """Made for one lesson; closing it means not to teach now."""

    start_asked = Signal()
    """Begin the lesson, whatever is still missing here."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Getting the lesson ready"), width=720)
        self.what = label("", Type.BODY)
        self.bar = WorkBar(tr("How much is copied"))
        self.amount = label("", Type.STRONG)
        self.then = label("", Type.MINOR, role=Role.QUIET)
        self.start_button = WordButton(tr("Start now"), kind=Kind.MAIN)
        self.start_button.clicked.connect(self.start_asked)
        self.close_button.set_words(tr("Cancel"))
        self._told = 0.0
        for part in (self.what, self.bar, self.amount, self.then):
            self.lines.addWidget(part)
        self.lines.addStretch(1)
        self.buttons.insertWidget(0, self.start_button)
        self.show_looking()

    def first_control(self) -> QWidget:
        """The bar: whoever presses Enter twice does not start without what is being copied."""
        return self.bar if not self.bar.isHidden() else self.start_button

    def show_looking(self) -> None:
        """The school's folder is being asked, and what is small is copied."""
        self._show(
            tr("The lesson is being copied from the school’s folder to this computer."), bar=True, start=False
        )

    def show_film(self) -> None:
        """All but the film is here."""
        words = tr(
            "The film is being copied to this computer, so that nothing in class depends on the network."
        )
        then = tr("“Start now” begins the lesson meanwhile. Until the film is copied, it needs the network.")
        self._show(words, then, bar=True, start=True)
        if self.isVisible():
            announce(self, words)

    def show_progress(self, share: float, words: str) -> None:
        """How far it is, from 0 to 1 and in words."""
        self.bar.set_share(share)
        self.amount.setText(words)
        if self.amount.isHidden() is bool(words):
            self.amount.setVisible(bool(words))
            self._refit()
        if share >= self._told + _TOLD_EACH:
            self._told = share - share % _TOLD_EACH
            announce(self, words)

    def show_trouble(self, words: str) -> None:
        """Something cannot be copied; the lesson can be started all the same."""
        self._show(words, bar=False, start=True, warm=True)
        self.start_button.setFocus(Qt.FocusReason.OtherFocusReason)
        announce(self, words, urgent=True)

    def open_sheet(self) -> None:
        """Show it, as tall as its lines ask for."""
        super().open_sheet()
        self._refit()

    def _show(self, words: str, then: str = "", *, bar: bool, start: bool, warm: bool = False) -> None:
        self.what.setText(words)
        self.what.setForegroundRole((Role.WARM if warm else Role.INK).value)
        self.then.setText(then)
        self.then.setVisible(bool(then))
        self._told = 0.0
        self.bar.set_share(0.0)
        self.bar.setVisible(bar)
        self.amount.setVisible(bar and bool(self.amount.text()))
        self.start_button.setVisible(start)
        self._refit()

    def _refit(self) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self, self._fit)  # once the lines have found their width
