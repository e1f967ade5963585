"""The bottom row of the teacher's window, made from the command table."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from lesson_player.control.commands import Group
from lesson_player.ui.presenter.film_time import FilmTime
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.command_button import CommandButton
from lesson_player.ui.widgets.spots import Spot, usable

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from lesson_player.control.commands import Command
    from lesson_player.teaching.views import TeacherView

_LEFT, _RIGHT = Qt.AlignmentFlag.AlignLeft, Qt.AlignmentFlag.AlignRight


class CommandBar(QWidget):
    """Moves at the left, film and class in the middle on one level (EN 301 549, 7.3), safety right.

    Where one line is too short, film and class get a line of their own. Folded, they, the film's time and the
    lesson's commands are put elsewhere by the window, and moves and safety stay.
    """

    asked = Signal(str)
    """Id of a command."""

    def __init__(self, commands: tuple[Command, ...], view: TeacherView) -> None:
        super().__init__()
        self.buttons = {command.id: CommandButton(command, view) for command in commands if command.in_bar}
        for button in self.buttons.values():
            button.asked.connect(self.asked)
        self.film_time = FilmTime()
        self.moves = self._row(Group.MOVE)
        self.middle = ButtonRow(self._of(Group.FILM, Group.CLASS))
        self.safety = self._row(Group.SAFETY)
        self.lesson = self._row(Group.LESSON)
        self._folded = False
        self._arrangement = ""
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(px(10), px(5), px(10), px(5))
        self._grid.setHorizontalSpacing(px(4))
        self._grid.setVerticalSpacing(0)
        self.show_view(view)

    def show_view(self, view: TeacherView) -> None:
        """Show every command as it stands."""
        for button in self.buttons.values():
            button.show_view(view)
        self.film_time.show_film(view.film)
        self._arrange()

    def in_order(self) -> list[QWidget]:
        """The controls in the order of reading, as they stand now."""
        moves, film = self._of(Group.MOVE), self._of(Group.FILM, Group.CLASS)
        first = [*film, *moves] if self._arrangement == "two lines" else [*moves, *film]
        return [*first, self.film_time.slider, *self._of(Group.SAFETY, Group.LESSON)]

    def in_order_below(self) -> tuple[list[QWidget], list[QWidget], list[QWidget]]:
        """Folded: film and class with the film's time, the lesson's commands, and what stays in the bar."""
        film = [*self._of(Group.FILM, Group.CLASS), self.film_time.slider]
        return film, [*self._of(Group.LESSON)], [*self._of(Group.MOVE, Group.SAFETY)]

    def switch_rows(self) -> list[list[Spot]]:
        """What switches can press, row by row; Next comes first."""
        moving = sorted(self._of(Group.MOVE), key=lambda button: button.command.id != "next")
        rows = (moving, *(self._of(group) for group in (Group.FILM, Group.CLASS, Group.SAFETY, Group.LESSON)))
        return [usable(row) for row in rows]

    @property
    def folded(self) -> bool:
        """Whether film, class and the lesson's commands stand elsewhere."""
        return self._folded

    def fold(self, *, folded: bool) -> None:
        """Keep only moves and safety, or take `middle` and `lesson` back."""
        if folded != self._folded:
            self._folded = folded
            self._arrange()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """One line or two, as the width allows."""
        super().resizeEvent(event)
        self._arrange()

    def paintEvent(self, _event: QPaintEvent) -> None:
        drawing.painter_on(self).fillRect(self.rect(), colour(self, Role.PAPER))

    def _arrange(self) -> None:
        for row in (self.moves, self.safety, self.lesson):
            row.setMinimumWidth(row.line_width())
        timed = not self.film_time.isHidden()
        beside, inside = self._beside_middle(timed=timed), self._inside()
        one_line = beside + self.middle.tight_width() <= inside
        arrangement = "folded" if self._folded else "one line" if one_line else "two lines"
        if arrangement != "folded":
            self.middle.fit(inside - beside if one_line else inside)
        self._grid.setColumnStretch(1, 0 if timed and arrangement == "two lines" else 1)
        self._grid.setColumnStretch(2, 1 if timed else 0)
        if arrangement == self._arrangement:
            return
        self._arrangement = arrangement
        while self._grid.takeAt(0) is not None:
            pass
        line = 1 if arrangement == "two lines" else 0
        self._grid.addWidget(self.moves, line, 0)
        self._grid.addWidget(self.safety, line, 3)
        if arrangement != "folded":
            self._grid.addWidget(self.film_time, line, 2)
            self._grid.addWidget(self.lesson, line, 4)
            self._grid.addWidget(self.middle, 0, line ^ 1, 1, 5 if line else 1)
            for before, after in pairwise(self.in_order()):
                QWidget.setTabOrder(before, after)

    def _beside_middle(self, *, timed: bool) -> int:
        """Width that everything but film and class takes on one line."""
        time = self.film_time.sizeHint().width() if timed else 0
        return sum(row.line_width() for row in (self.moves, self.safety, self.lesson)) + time + 4 * px(4)

    def _inside(self) -> int:
        margins = self._grid.contentsMargins()
        return self.width() - margins.left() - margins.right()

    def _row(self, group: Group) -> ButtonRow:
        return ButtonRow(self._of(group))

    def _of(self, *groups: Group) -> list[CommandButton]:
        return [button for button in self.buttons.values() if button.command.group in groups]
