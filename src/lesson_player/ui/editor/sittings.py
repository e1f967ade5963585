"""Which sitting's steps are listed, and how long it takes."""

from __future__ import annotations

from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.control.editing import actions, lesson_actions
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.editor.field_box import FieldBox
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.control.editing.controller import EditingController
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
        self.button.setVisible(len(view.sittings) > 1 or view.is_lesson)
        self.minutes.setText(length(view.sitting))
        self.minutes.setForegroundRole((Role.WARM if _longer(view.sitting) else Role.QUIET).value)


class SittingSheet(Sheet):
    """The sittings of the lesson, to choose one; and to change them, where the lesson itself is edited."""

    sitting_asked = Signal(str)
    """Id of the sitting."""

    def __init__(self, over: QWidget, controller: EditingController) -> None:
        super().__init__(over, tr("Which sitting?"), width=760)
        self._controller = controller
        self.row: ChoiceRow | None = None
        self.fields: tuple[FieldBox, ...] = ()
        self.changing: dict[str, WordButton] = {}
        if controller.opened.is_lesson:
            controller.view_changed.connect(self._show_again)
            for name, (words, does) in self._changes().items():
                button = WordButton(words)
                button.clicked.connect(does)
                self.changing[name] = button
        self._buttons = ButtonRow(tuple(self.changing.values()), centred=False)

    def show_view(self, view: EditorView) -> None:
        """Offer every sitting; the one whose steps are listed is chosen."""
        while (item := self.lines.takeAt(0)) is not None:
            if (widget := item.widget()) is not None and widget is not self._buttons:
                widget.hide()
                widget.deleteLater()
        names = [one.id for one in view.sittings]
        choices = tuple((f"{one.title}: {length(one)}", "") for one in view.sittings)
        self.row = ChoiceRow(tr("Sitting"), choices, first=names.index(view.sitting.id), stacked=True)
        self.row.chosen.connect(lambda index: self.sitting_asked.emit(names[index]))
        self.lines.addWidget(self.row)
        self._offer_changes(view)

    def _offer_changes(self, view: EditorView) -> None:
        if not view.is_lesson:
            return
        self.fields = tuple(FieldBox(one) for one in lesson_actions.sitting_fields(self._controller))
        for box in self.fields:
            box.written.connect(partial(actions.write, self._controller))
            self.lines.addWidget(box)
        self.lines.addWidget(self._buttons)
        stops = (*(box.field for box in self.fields), *self.changing.values(), self.close_button)
        for former, stop in pairwise(stops):
            QWidget.setTabOrder(former, stop)
        place = [one.id for one in view.sittings].index(view.sitting.id)
        self.changing["up"].setEnabled(place > 0)
        self.changing["down"].setEnabled(place < len(view.sittings) - 1)
        self.changing["out"].setEnabled(len(view.sittings) > 1)

    def _changes(self) -> dict[str, tuple[str, Callable[[], object]]]:
        controller = self._controller
        return {
            "add": (tr("Add a sitting"), lambda: lesson_actions.add_sitting(controller)),
            "up": (tr("Move up"), lambda: lesson_actions.move_sitting(controller, -1)),
            "down": (tr("Move down"), lambda: lesson_actions.move_sitting(controller, 1)),
            "out": (tr("Take it out"), lambda: lesson_actions.remove_sitting(controller)),
        }

    def _show_again(self, view: EditorView) -> None:
        """What changed is shown; while somebody writes a title, only in the field."""
        holder: QWidget | None = self.window().focusWidget()
        if holder is None or not self.isVisible() or any(box.isAncestorOf(holder) for box in self.fields):
            return
        in_row = self.row is not None and self.row.isAncestorOf(holder)
        added = holder is self.changing["add"] and bool(self.fields)
        self.show_view(view)
        if in_row:
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)
        elif added or not holder.isEnabled():
            self.fields[0].field.setFocus(Qt.FocusReason.OtherFocusReason)
            self.fields[0].field.selectAll()

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
