"""The school's Designated Safeguarding Lead: shown on the card for a disclosure, and filled in once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.safeguarding import LONGEST, SafeguardingLead, lead_from
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.panel import Panel
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.text_field import TextField
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from lesson_player.ui.presenter.own import TeachersOwn


class LeadPanel(Panel):
    """Whom to go to, at the head of the card; asks kindly while nobody has filled it in."""

    change_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        head = label(tr("Designated Safeguarding Lead"), Type.LABEL, role=Role.QUIET)
        self.name = label(step=Type.CARD)
        self.reach = label(step=Type.LEAD)
        self.change_button = WordButton("")
        self.change_button.clicked.connect(self.change_asked)
        column = QVBoxLayout()
        column.setSpacing(px(4))
        for part in (head, self.name, self.reach):
            column.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(16), px(10), px(10), px(10))
        row.addLayout(column, 1)
        row.addWidget(self.change_button, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_lead(self, lead: SafeguardingLead, *, locked: bool) -> None:
        """Show *lead*; *locked*: the school has laid all of it down."""
        ask = tr("Fill this in once. It then stands here, on your screen only, and goes nowhere else.")
        reach = [lead.room, tr("Telephone {number}", number=lead.telephone) if lead.telephone else ""]
        self.name.setText(lead.name)
        self.name.setVisible(bool(lead.name))
        self.reach.setText(" · ".join(part for part in reach if part) if lead.filled_in else ask)
        self.reach.setVisible(bool(self.reach.text()))
        words = tr("Change…") if lead.filled_in else tr("Fill in…")
        about = tr("Change the Designated Safeguarding Lead")
        self.change_button.set_words(
            words, name=about if lead.filled_in else tr("Fill in the Designated Safeguarding Lead")
        )
        self.change_button.setVisible(not locked)


class LeadSheet(Sheet):
    """Name, room and telephone. Enter goes on and saves at the end; Esc leaves all as it was."""

    saved = Signal(str)
    """The contact was saved: a sentence for the teacher where it could not be kept, else an empty text."""

    def __init__(self, over: QWidget, own: TeachersOwn) -> None:
        super().__init__(over, tr("Designated Safeguarding Lead"), width=640)
        self._own = own
        self.lines.addWidget(
            label(tr("The card “If a pupil tells you something” shows it. No pupil sees it."))
        )
        titles = {"name": tr("Name"), "room": tr("Room"), "telephone": tr("Telephone")}
        self.fields = {name: TextField(title, longest=LONGEST) for name, title in titles.items()}
        for name, field in self.fields.items():
            self.lines.addWidget(label(titles[name], Type.LABEL))
            self.lines.addWidget(field)
            field.setEnabled(name not in own.lead_locked)
            field.returnPressed.connect(lambda name=name: self._on_from(name))
        note = label(tr("What is grey has been laid down by your school."), Type.MINOR, role=Role.QUIET)
        note.setVisible(bool(own.lead_locked))
        self.lines.addWidget(note)
        self.lines.addStretch(1)
        self.save_button = WordButton(tr("Save"), kind=Kind.MAIN)
        self.save_button.clicked.connect(self._save)
        self.close_button.set_words(tr("Cancel"))
        self.buttons.insertWidget(0, self.save_button)

    def open_sheet(self) -> None:
        """Show what is kept now."""
        for name, words in self._own.lead().values().items():
            self.fields[name].setText(words)
        super().open_sheet()

    def first_control(self) -> QWidget:
        """The first entry that is not laid down."""
        return next((field for field in self.fields.values() if field.isEnabled()), self.close_button)

    def _on_from(self, name: str) -> None:
        after = list(self.fields.values())[list(self.fields).index(name) + 1 :]
        field = next((field for field in after if field.isEnabled()), None)
        if field is None:
            self._save()
        else:
            field.setFocus(Qt.FocusReason.TabFocusReason)

    def _save(self) -> None:
        trouble = self._own.keep_lead(lead_from({name: field.text() for name, field in self.fields.items()}))
        self.close_sheet()
        self.saved.emit(trouble)
