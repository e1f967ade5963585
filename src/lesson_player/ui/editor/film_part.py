"""Which part of the film a step plays, chosen by the film's named moments."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.caption_choices import Choice, ValueRow
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from lesson_player.control.editing.view import FilmPart


class FilmPartRows(QWidget):
    """From which moment the film plays, and to which."""

    picked = Signal(str, str)
    """``start`` or ``end``, and the id of the moment."""

    def __init__(self, part: FilmPart) -> None:
        super().__init__()
        choices = tuple(Choice(name, title) for name, title in part.moments)
        self.rows = {
            "start": ValueRow(tr("The film plays from"), choices),
            "end": ValueRow(tr("The film plays to"), choices),
        }
        self.base = label("", Type.MINOR, role=Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        for name, row in self.rows.items():
            row.picked.connect(lambda value, name=name: self.picked.emit(name, str(value)))
            column.addWidget(row)
        column.addWidget(self.base)
        self.show_part(part)

    def show_part(self, part: FilmPart) -> None:
        """Show the part, and the lesson's own where it is another."""
        self.rows["start"].show_value(part.start)
        self.rows["end"].show_value(part.end)
        titles = dict(part.moments)
        start, end = part.base_start or part.start, part.base_end or part.end
        other = part.base_start is not None or part.base_end is not None
        words = tr(
            "Base lesson: from “{start}” to “{end}”", start=titles.get(start, start), end=titles.get(end, end)
        )
        self.base.setText(words if other else "")
        self.base.setVisible(other)
