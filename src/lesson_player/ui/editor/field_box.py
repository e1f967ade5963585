"""A field with its name above, the lesson's own words below where it has others, and what was found in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.words_field import WordsField
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.control.editing.view import FieldKey, FieldView


class FieldBox(QWidget):
    """One field. It tells what is written in it and asks for the lesson's own words."""

    written = Signal(object, str)
    """Its key, and the words."""
    reset_asked = Signal(object)
    """Its key."""
    taken = Signal(object)
    """Its key: somebody works in it."""

    def __init__(self, view: FieldView) -> None:
        super().__init__()
        self._view = view
        self.name = label(view.label, Type.LABEL, role=Role.QUIET)
        self.field = WordsField(view.label, longest=view.longest, paragraphs=view.paragraphs)
        self.found = label("", Type.MINOR, role=Role.WARM)
        self.base = label("", Type.MINOR, role=Role.QUIET)
        self.reset_button = WordButton(tr("Reset"))
        self.field.written.connect(self._tell)
        self.field.taken.connect(lambda: self.taken.emit(self.key))
        self.field.left.connect(lambda: self.field.show_words(self._view.value))
        self.reset_button.clicked.connect(self._reset)
        self._put_together()
        self.show_field(view)
        self.found.hide()

    @property
    def key(self) -> FieldKey:
        """Which field it is."""
        return self._view.key

    def show_field(self, view: FieldView) -> None:
        """Show other words; what somebody types at the moment is theirs, as long as it says the same."""
        self._view = view
        if not self._says_the_same(view):
            self.field.show_words(view.value)
        self.name.setText(view.label)
        self.field.setAccessibleName(view.label)
        changed = view.base is not None
        base = view.base or tr("nothing")
        self.base.setText(tr("Base lesson: {words}", words=base) if changed else "")
        self.below.setVisible(changed)
        self.reset_button.set_words(
            tr("Reset"), name=tr("Reset {field}: {words}", field=view.label, words=base)
        )
        self._describe()

    def show_words(self) -> None:
        """Show what holds, whatever somebody has typed."""
        self.field.show_words(self._view.value)

    def show_found(self, words: str) -> None:
        """Say what may be hard to read; an empty text says nothing."""
        if words == self.found.text():
            return
        self.found.setText(words)
        self.found.setVisible(bool(words))
        self._describe()

    def _reset(self) -> None:
        """The button goes with the change, so the field has the focus."""
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reset_asked.emit(self.key)
        self.show_words()

    def _tell(self, words: str) -> None:
        """What was found in other words holds no more; it is looked again in a pause of typing."""
        self.show_found("")
        self.written.emit(self.key, words)

    def _says_the_same(self, view: FieldView) -> bool:
        if not self.field.hasFocus():
            return False
        typed = self.field.toPlainText()
        if view.paragraphs:
            lines = [line.strip() for line in typed.splitlines() if line.strip()]
            return "\n".join(lines) == view.value or (not lines and view.base is None)
        words = " ".join(typed.split())
        return words == view.value or (not words and view.base is None)

    def _describe(self) -> None:
        parts = (self.found.text(), self.base.text())
        self.field.setAccessibleDescription(" ".join(part for part in parts if part))

    def _put_together(self) -> None:
        self.below = QWidget()
        row = QHBoxLayout(self.below)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(8))
        row.addWidget(self.base, 1)
        row.addWidget(self.reset_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(3))
        for part in (self.name, self.field, self.found, self.below):
            column.addWidget(part)
