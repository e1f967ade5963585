"""Records one line with a microphone: say it, listen to it, keep it or say it again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lesson_player.control.editing.recorder import Stage
from lesson_player.foundation.i18n import tr
from lesson_player.model.voice import LEAD_BREAK
from lesson_player.ui.film_import.progress import WorkBar
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label, short_label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from lesson_player.control.editing.recorder import TakeView


class RecordSheet(Sheet):
    """The words to say stand large at its head, and how loud they are heard below them."""

    record_asked = Signal()
    stop_asked = Signal()
    listen_asked = Signal()
    keep_asked = Signal()

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Record a line"), width=720)
        self._stage = Stage.READY
        self.words = label("", Type.LEAD)
        self.warning = label(
            tr(
                "Never record pupils. Record your own voice, or that of another adult who agrees. "
                "Say the words calmly, about a hand’s length from the microphone."
            ),
            Type.BODY,
            role=Role.WARM,
        )
        self.state = label("", Type.STRONG)
        self.meter = WorkBar(tr("How loud it is"))
        self.meter.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.loudness = short_label("", role=Role.INK)
        self.loudness.setMinimumWidth(px(110))
        self.record_button = WordButton("", kind=Kind.MAIN)
        self.listen_button, self.keep_button = WordButton(""), WordButton(tr("Keep"))
        self._put_together()

    def show_view(self, view: TakeView) -> None:
        """Show how far the recording is."""
        changed, self._stage = view.stage is not self._stage, view.stage
        hearing, taken = view.stage is Stage.HEARING, view.stage in {Stage.TAKEN, Stage.HEARD}
        self.words.setText(view.text.replace(LEAD_BREAK, ": ", 1))
        self.state.setText(view.why_not or _state(view))
        self.state.setForegroundRole((Role.WARM if view.why_not else Role.INK).value)
        record = tr("Record again") if taken else tr("Record")
        self.record_button.setText(tr("Stop") if hearing else record)
        self.record_button.setEnabled(view.stage is not Stage.WORKING and not view.why_not)
        self.listen_button.setText(tr("Stop") if view.stage is Stage.HEARD else tr("Listen"))
        self.listen_button.setVisible(taken)
        self.keep_button.setVisible(taken)
        for part in (self.meter, self.loudness):
            part.setVisible(view.stage in {Stage.READY, Stage.HEARING})
        if not hearing:
            self.show_loudness(0.0, "")
        if changed and self.isVisible():
            announce(self, self.state.text())
            if view.stage is Stage.TAKEN and not self.listen_button.hasFocus():
                self.listen_button.setFocus(Qt.FocusReason.OtherFocusReason)
            elif hearing:
                self.record_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self._refit()

    def show_loudness(self, level: float, words: str) -> None:
        """Show how loud the voice is, 0 to 1 and in words."""
        self.meter.set_share(level)
        self.loudness.setText(words)

    def show_told(self, words: str) -> None:
        """Say why something could not be done."""
        self.state.setText(words)
        self.state.setForegroundRole(Role.WARM.value)
        self._refit()
        announce(self, words, urgent=True)

    def open_sheet(self) -> None:
        """Show it, as tall as its lines ask for."""
        super().open_sheet()
        self._refit()

    def first_control(self) -> QWidget:
        """What records."""
        return self.record_button if self.record_button.isEnabled() else self.close_button

    def _put_together(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(px(10))
        row.addWidget(self.meter, 1)
        row.addWidget(self.loudness)
        for part in (self.words, self.warning, self.state):
            part.setContentsMargins(px(6), 0, 0, 0)
            self.lines.addWidget(part)
        self.lines.addLayout(row)
        self.lines.addWidget(
            ButtonRow((self.record_button, self.listen_button, self.keep_button), centred=False)
        )
        self.lines.addStretch(1)
        self.record_button.clicked.connect(self._press)
        self.listen_button.clicked.connect(self.listen_asked)
        self.keep_button.clicked.connect(self.keep_asked)

    def _press(self) -> None:
        (self.stop_asked if self._stage is Stage.HEARING else self.record_asked).emit()

    def _refit(self) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self, self._fit)  # once the lines have found their width


def _state(view: TakeView) -> str:
    match view.stage:
        case Stage.HEARING:
            return tr("Recording: {n} s. Say the words, then press Stop.", n=view.seconds)
        case Stage.WORKING:
            return tr("One moment…")
        case Stage.TAKEN:
            return tr(
                "{n} s were recorded. Listen, then keep it or record it again.", n=f"{view.length_s:.1f}"
            )
        case Stage.HEARD:
            return tr("This is how the class will hear it.")
        case _:
            return tr("Ready. Press Record, then say the words above.")
