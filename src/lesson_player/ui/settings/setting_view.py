"""One setting on the page: what it does, what it is, and the way back to the usual."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.safeguarding import LONGEST
from lesson_player.ui.presenter.caption_choices import ValueRow
from lesson_player.ui.settings.locked_words import LockedWords
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.text_field import TextField
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.control.settings_book import SettingsBook
    from lesson_player.ui.settings.setting_row import SettingRow


class SettingView(QWidget):
    """A setting: title, a sentence, and chips or a line to fill in; grey where the school locked it."""

    usual_again = Signal(str)
    """The usual value holds again: the setting's title."""

    def __init__(self, row: SettingRow, book: SettingsBook) -> None:
        super().__init__()
        self.row, self._book = row, book
        self.setAccessibleName(row.title)
        self.about = label(row.about, Type.MINOR, role=Role.QUIET)
        self.chips = ValueRow(row.title, row.choices) if row.choices else None
        self.field = None if row.choices else TextField(row.title, longest=LONGEST)
        self.locked = LockedWords(row.title)
        self.usual_button = WordButton(tr("As usual"))
        self.usual_button.set_words(tr("As usual"), name=tr("{title}: as usual", title=row.title))
        self.usual_button.clicked.connect(self._as_usual)
        self._put_together()
        if self.chips is not None:
            self.chips.picked.connect(self._choose)
        if self.field is not None:
            self.field.editingFinished.connect(self._fill_in)
        self.show_value()

    @property
    def control(self) -> QWidget:
        """What has the focus when somebody comes here."""
        if not self.locked.isHidden():
            return self.locked
        return self.chips.chips[self.chips.index] if self.chips is not None else self.field or self

    def show_value(self) -> None:
        """Show what holds now."""
        row, own = self.row, self._book.value(self.row.section, self.row.key)
        value = row.usual if own is None else own
        locked = self._book.locked(row.section, row.key)
        if self.chips is not None:
            self.chips.show_value(value)
            self.chips.setEnabled(not locked)
        if self.field is not None:
            self.field.setText(str(value))
            self.field.setEnabled(not locked)
        self.locked.setVisible(locked)
        if locked:
            self.locked.say(row.words_of(value), self._book.why_locked)
        self.usual_button.setVisible(own is not None and value != row.usual and not locked)

    def fits(self, words: tuple[str, ...]) -> bool:
        """Whether each of *words* (in small letters) is somewhere in it."""
        parts = (self.row.title, self.row.about, *(choice.words for choice in self.row.choices))
        text = " ".join(parts).casefold()
        return all(word in text for word in words)

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, px(10))
        column.setSpacing(px(2))
        ring = drawing.ring_room()
        self.about.setContentsMargins(ring, 0, 0, 0)
        if self.chips is not None:
            column.addWidget(self.chips)
            self.chips.put_below_title(self.about)
        else:
            title = label(self.row.title, Type.LABEL)
            title.setContentsMargins(ring, 0, 0, 0)
            for part in (title, self.about, self.field):
                if part is not None:
                    column.addWidget(part)
        column.addWidget(self.locked)
        column.addWidget(self.usual_button, 0, Qt.AlignmentFlag.AlignLeft)

    def _choose(self, value: object) -> None:
        if value == self.row.usual:
            self._book.forget(self.row.section, (self.row.key,))
        else:
            self._book.choose(self.row.section, self.row.key, value)

    def _fill_in(self) -> None:
        if self.field is not None:
            self._choose(" ".join(self.field.text().split()))

    def _as_usual(self) -> None:
        self._book.forget(self.row.section, (self.row.key,))
        self.control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.usual_again.emit(self.row.title)
