"""Adds a pause to a film step: at which moment, how long after it, and what is asked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.caption_choices import Choice, ValueRow
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.text_field import TextField
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.view import FilmPart

_SECONDS = (0, 5, 10, 20, 30)
"""After the moment. A place to the second is chosen while the film is watched (key P in a lesson)."""


class PauseSheet(Sheet):
    """Everything has a usual value: the first moment, at once, no question."""

    pause_asked = Signal(str, float, str)
    """Id of the moment, seconds after it, and the question; empty asks nothing."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Add a pause"), width=720)
        self._moment, self._seconds = "", 0.0
        self.moments: ValueRow | None = None
        self.seconds = ValueRow(
            tr("Seconds after that moment"), tuple(Choice(float(n), str(n)) for n in _SECONDS)
        )
        self.seconds.picked.connect(self._pick_seconds)
        self.question = TextField(tr("Question for the class (none: the film only rests)"), longest=400)
        self.add_button = WordButton(tr("Add the pause"), kind=Kind.MAIN)
        self.add_button.clicked.connect(self._add)
        self.question.returnPressed.connect(self._add)
        for part in (
            self.seconds,
            label(tr("Question for the class"), Type.LABEL, role=Role.QUIET),
            self.question,
            label(tr("Without a question the film only rests."), Type.MINOR, role=Role.QUIET),
        ):
            self.lines.addWidget(part)
        self.buttons.insertWidget(0, self.add_button)

    def show_part(self, part: FilmPart) -> None:
        """Offer the moments within a part of the film."""
        ids = [name for name, _ in part.moments]
        inside = part.moments
        if part.start in ids and part.end in ids:
            inside = part.moments[ids.index(part.start) : ids.index(part.end) + 1]
        if self.moments is not None:
            self.moments.hide()
            self.moments.deleteLater()
        self.moments = ValueRow(tr("The film rests at"), tuple(Choice(name, title) for name, title in inside))
        self.moments.picked.connect(self._pick_moment)
        self.lines.insertWidget(0, self.moments)
        stops = (*self.moments.chips, *self.seconds.chips, self.question, self.add_button)
        for former, stop in pairwise(stops):
            self.setTabOrder(former, stop)
        self._moment, self._seconds = inside[min(1, len(inside) - 1)][0], 0.0
        self.moments.show_value(self._moment)
        self.seconds.show_value(0.0)
        self.question.clear()

    def first_control(self) -> QWidget:
        """The moments."""
        return self.moments.chips[self.moments.index] if self.moments is not None else self.close_button

    def _pick_moment(self, moment: object) -> None:
        self._moment = str(moment)

    def _pick_seconds(self, seconds: object) -> None:
        self._seconds = float(str(seconds))

    def _add(self) -> None:
        self.close_sheet()
        self.pause_asked.emit(self._moment, self._seconds, " ".join(self.question.text().split()))
