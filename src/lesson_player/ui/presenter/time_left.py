"""What is left of the step and of the sitting, below the list of steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.ui.presenter.clock_words import left_lines
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from lesson_player.teaching.views import Pace


class TimeLeft(QWidget):
    """Two short lines in whole minutes: nothing on them moves by the second."""

    def __init__(self) -> None:
        super().__init__()
        self.step = label(step=Type.STRONG)
        self.sitting = label(step=Type.MINOR, role=Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(14), px(6), px(8), px(4))
        column.setSpacing(px(2))
        column.addWidget(self.step)
        column.addWidget(self.sitting)

    def show_pace(self, pace: Pace) -> None:
        """Show how much is left; nothing while the timer is off."""
        for part, words in zip((self.step, self.sitting), left_lines(pace), strict=True):
            if words != part.text():
                part.setText(words)
        self.setVisible(not pace.paused)
