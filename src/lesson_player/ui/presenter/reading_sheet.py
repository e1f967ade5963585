"""The sheet on which reading aloud and line focus are chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.reading import READING_SPEEDS
from lesson_player.teaching import reading
from lesson_player.teaching.time_words import speed_words
from lesson_player.ui.presenter.caption_choices import Choice, ValueRow
from lesson_player.ui.presenter.view_sheet import ViewSheet
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.teaching import TeachingController
    from lesson_player.teaching.views import TeacherView

_WIDE = 760
"""Of the sheet, in pixels at 100 %."""


class ReadingSheet(ViewSheet):
    """How fast slides are read, what is marked, and when it begins; all of it takes hold at once."""

    def __init__(self, over: QWidget, controller: TeachingController) -> None:
        super().__init__(over, tr("Reading aloud"), controller, width=_WIDE)
        on_off = (Choice(True, tr("On")), Choice(False, tr("Off")))
        by_itself = tr("On: each line is read as it comes. Off: nothing is read until you ask for it.")
        self.rows = {
            "speed": ValueRow(tr("How fast"), [Choice(each, speed_words(each)) for each in READING_SPEEDS]),
            "highlight": ValueRow(tr("Mark the word that is heard"), on_off),
            "line_focus": ValueRow(tr("Line focus"), on_off),
            "on_arrival": ValueRow(
                tr("Read by itself, in this lesson"),
                (Choice(True, tr("On"), by_itself), Choice(False, tr("Off"), by_itself)),
            ),
        }
        self.silent = label(role=Role.WARM, step=Type.BODY)
        for name, row in self.rows.items():
            row.picked.connect(lambda value, name=name: self._set(name, value))
            self.lines.addWidget(row)
        self.lines.addWidget(label(by_itself, Type.MINOR, role=Role.QUIET))
        self.lines.addWidget(self.silent)
        self.lines.addStretch(1)

    def first_control(self) -> QWidget:
        """The speed that is chosen."""
        return self.rows["speed"].chips[self.rows["speed"].index]

    def show_view(self, view: TeacherView) -> None:
        """How slides are read now."""
        for name, row in self.rows.items():
            row.show_value(getattr(view.reading.choice, name))
        lines = "; ".join(f"“{line}”" for line in view.reading.without_voice)
        self.silent.setText(tr("No voice yet on this slide for {lines}.", lines=lines) if lines else "")
        self.silent.setVisible(bool(lines))

    def _set(self, name: str, value: object) -> None:
        choice = self._controller.view.reading.choice
        self._controller.make(reading.choose(choice.model_copy(update={name: value})))
