"""The sheets of the teacher's window: the disclosure card, all keys, and the question before ending."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.safeguarding import SafeguardingLead
from lesson_player.ui.presenter.key_lines import key_groups
from lesson_player.ui.presenter.lead_sheet import LeadPanel, LeadSheet
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from lesson_player.control.commands import Command
    from lesson_player.teaching.views import TeacherView
    from lesson_player.ui.presenter.own import TeachersOwn


class DisclosureSheet(Sheet):
    """What to do when a pupil tells you something; for the teacher's eyes alone."""

    told = Signal(str)
    """For the teacher: that the contact could not be kept; empty where it was."""

    def __init__(self, over: QWidget, view: TeacherView, own: TeachersOwn) -> None:
        super().__init__(over, view.disclosure_title, width=760, warm=True)
        self._own = own
        self.lead = LeadPanel()
        self.lead.change_asked.connect(self._ask_for_lead)
        self._lead_sheet: LeadSheet | None = None
        self.lines.addWidget(self.lead)
        for line in view.disclosure_lines:
            self.lines.addWidget(label(line, Type.LEAD))
        self.lines.addStretch(1)

    def open_sheet(self) -> None:
        """Show whom to go to, as it is kept now."""
        all_locked = self._own.lead_locked >= set(SafeguardingLead().values())
        self.lead.show_lead(self._own.lead(), locked=all_locked)
        super().open_sheet()

    def _ask_for_lead(self) -> None:
        if self._lead_sheet is None:
            self._lead_sheet = LeadSheet(self._over, self._own)
            self._lead_sheet.closed.connect(self.open_sheet)
            self._lead_sheet.saved.connect(self.told)
        self.close_sheet()
        self._lead_sheet.open_sheet()


class KeysSheet(Sheet):
    """Every key, made from the command table."""

    change_asked = Signal()
    """The user wants other keys."""
    print_asked = Signal()
    """The user wants the keys on paper."""
    help_asked = Signal()
    """The user wants the guides."""

    def __init__(self, over: QWidget, commands: tuple[Command, ...], view: TeacherView) -> None:
        super().__init__(over, tr("Keys"), width=860)
        self._private = view.private
        self._table = QWidget()
        self._grid = QGridLayout(self._table)
        self.change_button = WordButton(tr("Change keys…"))
        self.change_button.clicked.connect(self._ask_to_change)
        self.print_button = WordButton(tr("Print…"))
        self.print_button.clicked.connect(self._ask_to_print)
        self.help_button = WordButton(tr("Help"), hint="F3")
        self.help_button.clicked.connect(self._ask_for_help)
        self.buttons.insertWidget(0, self.change_button)
        self.buttons.insertWidget(1, self.print_button)
        self.buttons.insertWidget(2, self.help_button)
        self.lines.addWidget(self._table)
        self.lines.addStretch(1)
        self.show_commands(commands)

    def show_commands(self, commands: tuple[Command, ...]) -> None:
        """Show the keys that *commands* have now."""
        former, self._table = self._table, QWidget()
        self._grid = QGridLayout(self._table)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(px(20))
        self._grid.setVerticalSpacing(px(8))
        self._grid.setColumnStretch(1, 1)
        self._fill(commands)
        self.lines.replaceWidget(former, self._table)
        former.hide()
        former.deleteLater()

    def _fill(self, commands: tuple[Command, ...]) -> None:
        for group in key_groups(commands, private=self._private):
            self._head(group.title)
            for keys, words in group.lines:
                self._row(keys, words)

    def _ask_to_change(self) -> None:
        self.close_sheet()
        self.change_asked.emit()

    def _ask_to_print(self) -> None:
        self.close_sheet()
        self.print_asked.emit()

    def _ask_for_help(self) -> None:
        self.close_sheet()
        self.help_asked.emit()

    def _head(self, words: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(words, Type.LABEL, role=Role.QUIET), row, 0, 1, 2)

    def _row(self, keys: str, words: str) -> None:
        row = self._grid.rowCount()
        self._grid.addWidget(label(keys, Type.STRONG), row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(label(words), row, 1)


class EndSheet(Sheet):
    """Asks before the lesson ends. The place is kept, so nothing is lost either way."""

    end_agreed = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("End the lesson?"), width=560)
        self.lines.addWidget(
            label(tr("Your place is kept. You can carry on from here next time."), Type.LEAD)
        )
        self.lines.addStretch(1)
        self.end_button = WordButton(tr("End the lesson"), kind=Kind.MAIN)
        self.end_button.clicked.connect(self.end_agreed)
        self.close_button.set_words(tr("Go on teaching"))
        self.buttons.insertWidget(0, self.end_button)

    def first_control(self) -> QWidget:
        """Ending is asked for, so Enter ends; Esc goes on."""
        return self.end_button
