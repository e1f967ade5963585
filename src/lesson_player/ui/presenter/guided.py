"""When the tour of the teacher's window comes: by itself once, and never over a class that is taught."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.own import TourSeen
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.teaching import TeachingController
    from lesson_player.ui.presenter.own import TeachersOwn
    from lesson_player.ui.presenter.tour import Tour
    from lesson_player.ui.presenter.window import PresenterWindow


class OfferSheet(Sheet):
    """Asks before the tour covers the window of somebody who teaches."""

    agreed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Show you round now?"), width=560)
        words = tr(
            "A class sees this lesson. The tour covers your window for less than a minute; the class screen "
            "stays as it is."
        )
        self.lines.addWidget(label(words, Type.LEAD))
        self.lines.addStretch(1)
        self.start_button = WordButton(tr("Show me round"))
        self.start_button.clicked.connect(self._agree)
        self.close_button.set_words(tr("Not now"))
        self.buttons.insertWidget(0, self.start_button)

    def _agree(self) -> None:
        self.close_sheet()
        self.agreed.emit()


class Guided:
    """Makes the tour when it is wanted, and remembers that it was shown."""

    def __init__(self, window: PresenterWindow, controller: TeachingController, own: TeachersOwn) -> None:
        self._window, self._controller, self._own = window, controller, own
        self._tour: Tour | None = None
        self._offer: OfferSheet | None = None
        self.with_class = False
        """Whether a class sees the lesson that this window belongs to."""

    @property
    def tour(self) -> Tour:
        """The tour; made when it is first asked for."""
        if self._tour is None:
            from lesson_player.ui.presenter.tour import Tour  # noqa: PLC0415 - seldom used

            self._tour = Tour(self._window, self._window.parts, self._window.bring_up)
        return self._tour

    @property
    def offer(self) -> OfferSheet:
        """The question before the tour; made when it is first asked."""
        if self._offer is None:
            self._offer = OfferSheet(self._window)
            self._offer.agreed.connect(self.start)
        return self._offer

    def welcome(self) -> None:
        """Show a new user round, or name the tour where a class is taught; each of it once."""
        seen = self._own.tour()
        if seen is TourSeen.SHOWN or self._window.sheets.any_open():
            return
        if not self.with_class:
            self.start()
        elif seen is TourSeen.NEW:
            self._own.keep_tour(TourSeen.OFFERED)
            self._controller.tell(
                tr("New here? F3 opens help. When you prepare alone, F4 shows you round in a minute.")
            )

    def ask(self) -> None:
        """Show round; where a class is taught, ask first."""
        if not self.with_class:
            self.start()
            return
        self.offer.open_sheet()

    def start(self) -> None:
        """Begin the tour."""
        self._window.sheets.close_open()
        self._own.keep_tour(TourSeen.SHOWN)
        self.tour.open_sheet()
