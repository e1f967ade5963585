"""Choices for a pointer that presses by resting: whether, and how long."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from lesson_player.control.dwelling import DwellChoice
    from lesson_player.control.key_book import KeyBook

TIMES_S = (0.5, 0.8, 1.0, 1.5, 2.0, 3.0, 4.0, 5.0)
"""Times to choose from, in seconds."""


class DwellChoices(QWidget):
    """Off at first; every answer holds at once."""

    def __init__(self, book: KeyBook) -> None:
        super().__init__()
        self._book = book
        self._showing = False
        self.on = ChoiceRow(tr("Press by resting the pointer"), ((tr("Off"), ""), (tr("On"), "")))
        seconds = tuple((tr("{n} s", n=f"{value:g}"), "") for value in TIMES_S)
        self.time = ChoiceRow(tr("Rest it for"), seconds)
        about = tr(
            "A pointer that rests on a button or a choice presses it: a ring around it fills up first. Leave "
            "it, and nothing is pressed. To press again, leave and come back. To look around in peace, go to "
            "the upper edge of the window and rest on “Pause resting”."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(8), 0, 0)
        column.setSpacing(px(10))
        for part in (label(tr("Pointer that rests"), Type.TITLE), label(about), self.on, self.time):
            column.addWidget(part)
        self.show_choice()
        self.on.chosen.connect(lambda index: self._use(replace(self._book.dwell, on=bool(index))))
        self.time.chosen.connect(lambda index: self._use(replace(self._book.dwell, rest_s=TIMES_S[index])))

    def show_choice(self) -> None:
        """Show what holds now. A time in the settings that lies between two of these stays as it is."""
        self._showing = True
        self.on.chips[self._book.dwell.on].setChecked(True)
        rest_s = self._book.dwell.rest_s
        nearest = min(range(len(TIMES_S)), key=lambda index: abs(TIMES_S[index] - rest_s))
        self.time.chips[nearest].setChecked(True)
        self._showing = False

    def _use(self, choice: DwellChoice) -> None:
        if not self._showing:
            self._book.use_dwell(choice)
