"""Which sitting's steps are listed, and how long it takes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.control.editing.view import EditorView, SittingRow


class SittingHead(QWidget):
    """Above the steps: the sitting, a button to the others, and its minutes against the plan."""

    asked = Signal()
    """The other sittings are wanted."""

    def __init__(self) -> None:
        super().__init__()
        self.button = WordButton("", beside=True)
        self.button.clicked.connect(self.asked)
        self.minutes = label("", Type.MINOR, role=Role.QUIET)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(8), px(6), px(8), px(2))
        column.setSpacing(px(2))
        column.addWidget(self.button)
        self.minutes.setContentsMargins(drawing.ring_room(), 0, 0, 0)
        column.addWidget(self.minutes)

    def show_view(self, view: EditorView) -> None:
        """Show the sitting of the steps that are listed."""
        self.button.set_words(
            view.sitting.title, name=tr("Sitting: {title}. Choose another", title=view.sitting.title)
        )
        self.button.setVisible(len(view.sittings) > 1)
        self.minutes.setText(length(view.sitting))
        self.minutes.setForegroundRole((Role.WARM if _longer(view.sitting) else Role.QUIET).value)


class SittingSheet(Sheet):
    """The sittings of the lesson, to choose one."""

    sitting_asked = Signal(str)
    """Id of the sitting."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Which sitting?"))
        self.row: ChoiceRow | None = None

    def show_view(self, view: EditorView) -> None:
        """Offer every sitting; the one whose steps are listed is chosen."""
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        names = [one.id for one in view.sittings]
        choices = tuple((f"{one.title}: {length(one)}", "") for one in view.sittings)
        self.row = ChoiceRow(tr("Sitting"), choices, first=names.index(view.sitting.id), stacked=True)
        self.row.chosen.connect(lambda index: self.sitting_asked.emit(names[index]))
        self.lines.addWidget(self.row)

    def first_control(self) -> QWidget:
        """The sitting that is chosen."""
        return self.row.chips[self.row.index] if self.row is not None else self.close_button


def length(sitting: SittingRow) -> str:
    """How long a sitting takes, against what the lesson plans for it."""
    minutes = tr_n("{n} minute", "{n} minutes", sitting.minutes)
    if sitting.minutes == sitting.planned:
        return tr("{minutes}, as planned", minutes=minutes)
    return tr("{minutes}, planned {planned}", minutes=minutes, planned=sitting.planned)


def _longer(sitting: SittingRow) -> bool:
    return sitting.minutes > sitting.planned
