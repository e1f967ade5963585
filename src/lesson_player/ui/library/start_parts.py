"""The lesser questions before a lesson: a second board, and the sound."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.desktop.displays import Display


class SecondScreen(QWidget):
    """Which other screen shows the class the same: seen only where one is left for the notes."""

    def __init__(self, displays: tuple[Display, ...], last: Display | None) -> None:
        """*displays* has the teacher's own screen first."""
        super().__init__()
        self._displays = displays[1:] if len(displays) > 2 else ()
        words = (tr("No other screen"), *(each.words for each in self._displays))
        first = self._displays.index(last) + 1 if last in self._displays else 0
        self.row = ChoiceRow(tr("Also show on"), tuple((each, "") for each in words), first=first)
        self._beside: Display | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.row)
        self.stand_beside(None)

    @property
    def display(self) -> Display | None:
        """The screen that was chosen; None for no other."""
        index = self.row.index
        return self._displays[index - 1] if self._beside is not None and index else None

    def stand_beside(self, display: Display | None) -> None:
        """*display* is the class screen, which cannot be chosen twice; None where the class has none."""
        self._beside = display
        self.setVisible(display is not None and bool(self._displays))
        for chip, each in zip(self.row.chips[1:], self._displays, strict=True):
            chip.setEnabled(each != display)
            if chip.isChecked() and each == display:
                self.row.chips[0].setChecked(True)


class SoundChoice(QWidget):
    """Which output the sound comes from, and a button that plays a soft sound there."""

    test_asked = Signal(str)

    def __init__(self, outputs: tuple[str, ...], last: str) -> None:
        """*outputs* has the one in use first."""
        super().__init__()
        self._names = ("", *outputs[1:])
        words = (tr("{output} (in use)", output=outputs[0]) if outputs else "", *outputs[1:])
        first = self._names.index(last) if last in self._names else 0
        self.row = ChoiceRow(tr("Sound"), tuple((each, "") for each in words), first=first)
        self.button = WordButton(tr("Play a soft sound"))
        self.button.clicked.connect(lambda: self.test_asked.emit(self.name))
        gone = last and last not in outputs
        self.words = label(_sound_words(outputs, last if gone else ""), role=Role.QUIET)
        self.words.setVisible(bool(self.words.text()))
        for part in (self.row, self.button):
            part.setVisible(bool(outputs))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(4))
        column.addWidget(self.row)
        column.addWidget(self.words)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)

    @property
    def name(self) -> str:
        """The output that was chosen; empty for the one that the computer uses."""
        return self._names[self.row.index]


def _sound_words(outputs: tuple[str, ...], gone: str) -> str:
    if not outputs:
        return tr(
            "No sound output was found. The film can be shown with captions. Plug in speakers to hear it."
        )
    if gone:
        return tr("“{output}”, which you chose here last, is not connected now.", output=gone)
    return ""
