"""The minutes of a step, one up or down at a press."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.text import short_label
from lesson_player.ui.widgets.word_button import WordButton

MOST = 60
"""Minutes of one step (`model.lesson.StepBase`)."""


class MinutesRow(QWidget):
    """A number with a button on each side; the lesson's own number stands behind it where it is another."""

    picked = Signal(object)
    """The minutes that are wanted; None for the lesson's own."""

    def __init__(self) -> None:
        super().__init__()
        self._minutes = 0
        self.less = WordButton("−")
        self.more = WordButton("+")
        self.words = short_label("", Type.STRONG, role=Role.INK)
        self.base = short_label("", Type.MINOR)
        self.reset_button = WordButton(tr("Reset"))
        self.less.clicked.connect(lambda: self.picked.emit(max(0, self._minutes - 1)))
        self.more.clicked.connect(lambda: self.picked.emit(min(MOST, self._minutes + 1)))
        self.reset_button.clicked.connect(self._reset)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(px(6))
        for part in (self.less, self.words, self.more, self.base, self.reset_button):
            row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addStretch(1)

    def show_minutes(self, minutes: int, base: int | None) -> None:
        """Show the minutes, and the lesson's own where they are others."""
        if self.isVisible() and minutes != self._minutes:
            announce(self, tr_n("{n} minute", "{n} minutes", minutes))
        self._minutes = minutes
        self.words.setText(tr_n("{n} minute", "{n} minutes", minutes))
        self.less.set_words("−", name=tr("One minute less than {n}", n=minutes))
        self.more.set_words("+", name=tr("One minute more than {n}", n=minutes))
        self.less.setEnabled(minutes > 0)
        self.more.setEnabled(minutes < MOST)
        self.base.setText(tr("Base lesson: {n}", n=base) if base is not None else "")
        for part in (self.base, self.reset_button):
            part.setVisible(base is not None)
        self.reset_button.set_words(tr("Reset"), name=tr("Reset the minutes to {n}", n=base or 0))

    def _reset(self) -> None:
        """The button goes with the change, so the one beside the number has the focus."""
        self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        self.picked.emit(None)
