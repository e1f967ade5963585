"""The voice of a version: its lines that nobody has spoken yet, and what can be done about each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.film_import.progress import WorkBar
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.panel import Panel
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from lesson_player.control.editing.voice import VoiceRow, VoiceView


class VoiceLineBox(Panel):
    """One line: its words, how its voice stands, and buttons."""

    record_asked = Signal(str)
    listen_asked = Signal(str)
    remove_asked = Signal(str)
    """The spoken text of the line."""

    def __init__(self, row: VoiceRow) -> None:
        super().__init__()
        self.row = row
        self.place = label("", Type.MINOR, role=Role.QUIET)
        self.words = label("", Type.BODY)
        self.state = label("", Type.MINOR, role=Role.QUIET)
        self.record_button, self.listen_button = WordButton(""), WordButton("")
        self.remove_button = WordButton(tr("Take away"))
        self.record_button.clicked.connect(lambda: self.record_asked.emit(self.row.text))
        self.listen_button.clicked.connect(lambda: self.listen_asked.emit(self.row.text))
        self.remove_button.clicked.connect(lambda: self.remove_asked.emit(self.row.text))
        column = QVBoxLayout(self)
        column.setContentsMargins(px(12), px(6), px(12), px(4))
        column.setSpacing(px(2))
        buttons = (self.listen_button, self.record_button, self.remove_button)
        for part in (self.place, self.words, self.state, ButtonRow(buttons, centred=False)):
            column.addWidget(part)

    def show_row(self, row: VoiceRow, *, heard: bool, free: bool, may_record: bool) -> None:
        """Show how the line stands; nothing can be changed while recordings are being made (*free*)."""
        self.row = row
        self.setAccessibleName(row.words)
        self.place.setText(row.place)
        self.place.setVisible(bool(row.place))
        self.words.setText(row.words)
        self.state.setText(row.state)
        record = tr("Record again…") if row.recorded else tr("Record…")
        listen = tr("Stop") if heard else tr("Listen")
        for button, words in (
            (self.record_button, record),
            (self.listen_button, listen),
            (self.remove_button, self.remove_button.text()),
        ):
            button.set_words(words, name=f"{words}: {row.words}")
        self.listen_button.setVisible(row.recorded)
        self.remove_button.setVisible(row.recorded)
        self.remove_button.setEnabled(free)
        self.record_button.setVisible(may_record)
        self.record_button.setEnabled(free)


class VoiceSheet(Sheet):
    """Says in its first line how many lines have no voice; makes them, and lists them."""

    make_asked = Signal()
    stop_asked = Signal()
    tidy_asked = Signal()
    """Take the recordings away that are out of date."""
    record_asked = Signal(str)
    listen_asked = Signal(str)
    remove_asked = Signal(str)
    """The spoken text of the line."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("The voice of this version"), width=820)
        self._may_record = True
        self.count = label("", Type.STRONG)
        self.about = label(_about(), Type.MINOR, role=Role.QUIET)
        self.maker_words = label("", Type.MINOR, role=Role.QUIET)
        self.record_words = label("", Type.MINOR, role=Role.QUIET)
        self.trouble = label("", Type.STRONG, role=Role.WARM)
        self.trouble.hide()
        self.make_button = WordButton("", kind=Kind.MAIN)
        self.bar, self.doing = WorkBar(tr("How far it is")), label("", Type.LABEL)
        self.stop_button = WordButton(tr("Stop"))
        self.old_words = label("", Type.BODY)
        self.old_button = WordButton("")
        self.more_words = label("", Type.MINOR, role=Role.QUIET)
        self.boxes: list[VoiceLineBox] = []
        self._put_together()

    def show_microphone(self, why_not: str) -> None:
        """Offer to record, or say why that cannot be done."""
        self._may_record = not why_not
        self.record_words.setText(why_not)
        self.record_words.setVisible(bool(why_not))

    def show_view(self, view: VoiceView) -> None:
        """Show how the voice of the version stands."""
        busy = view.share is not None
        self.count.setText(_count(view))
        self.make_button.setText(tr_n("Make {n} recording", "Make {n} recordings", view.missing))
        can = bool(view.missing) and not view.maker_why_not
        self.make_button.setVisible(can and not busy)
        self.maker_words.setText(view.maker_why_not)
        self.maker_words.setVisible(bool(view.maker_why_not))
        self._show_work(view, busy=busy)
        old = bool(view.out_of_date) and not busy
        self.old_words.setText(_old(view.out_of_date))
        self.old_words.setVisible(old)
        self.old_button.setText(tr_n("Take it away", "Take them away", view.out_of_date))
        self.old_button.setVisible(old)
        self.more_words.setText(
            tr_n("{n} more line is not listed yet.", "{n} more lines are not listed yet.", view.more)
        )
        self.more_words.setVisible(bool(view.more))
        self._show_rows(view, busy=busy)
        self._refit()

    def show_told(self, words: str) -> None:
        """Say why something could not be done; an empty text takes it away."""
        self.trouble.setText(words)
        self.trouble.setVisible(bool(words))
        self._refit()
        if words:
            self.reveal(self.trouble)
            announce(self, words, urgent=True)

    def open_sheet(self) -> None:
        """Show it, as tall as its lines ask for."""
        super().open_sheet()
        self._refit()

    def go_on_after(self, text: str) -> None:
        """Put the focus on the next line that nobody has spoken, after a line was recorded."""
        texts = [box.row.text for box in self.boxes]
        place = texts.index(text) + 1 if text in texts else 0
        following = (box for box in self.boxes[place:] if not box.row.recorded)
        box = next(following, None)
        if box is not None and self._may_record:
            box.record_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def first_control(self) -> QWidget:
        """What makes all recordings, or stops that; where neither is offered, the first line's button."""
        if not self.stop_button.isHidden():
            return self.stop_button
        if not self.make_button.isHidden():
            return self.make_button
        if self._may_record and self.boxes:
            return self.boxes[0].record_button
        return self.close_button

    def _show_work(self, view: VoiceView, *, busy: bool) -> None:
        began = busy and self.bar.isHidden()
        ended = not busy and not self.bar.isHidden()
        for part in (self.bar, self.doing, self.stop_button):
            part.setVisible(busy)
        self.bar.set_share(view.share or 0.0)
        self.doing.setText(view.doing)
        if began and self.isVisible():
            self.show_told("")
            self.stop_button.setFocus(Qt.FocusReason.OtherFocusReason)
        elif ended and self.isVisible():
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.count.text())

    def _show_rows(self, view: VoiceView, *, busy: bool) -> None:
        while len(self.boxes) > len(view.rows):
            box = self.boxes.pop()
            box.hide()
            box.deleteLater()
        while len(self.boxes) < len(view.rows):
            box = VoiceLineBox(view.rows[len(self.boxes)])
            box.record_asked.connect(self.record_asked)
            box.listen_asked.connect(self.listen_asked)
            box.remove_asked.connect(self.remove_asked)
            self._rows.addWidget(box)
            self.boxes.append(box)
        for box, row in zip(self.boxes, view.rows, strict=True):
            box.show_row(row, heard=row.text == view.heard, free=not busy, may_record=self._may_record)

    def _put_together(self) -> None:
        work = QHBoxLayout()
        work.setSpacing(px(8))
        work.addWidget(self.bar, 1)
        work.addWidget(self.stop_button)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(px(8))
        for part in (self.doing, self.old_words, self.more_words):
            part.setContentsMargins(px(6), 0, 0, 0)
        for part in (self.count, self.about, self.trouble, self.maker_words, self.record_words):
            part.setContentsMargins(px(6), 0, 0, 0)
            self.lines.addWidget(part)
        self.lines.addWidget(ButtonRow((self.make_button,), centred=False))
        self.lines.addLayout(work)
        self.lines.addWidget(self.doing)
        self.lines.addWidget(self.old_words)
        self.lines.addWidget(ButtonRow((self.old_button,), centred=False))
        self.lines.addLayout(self._rows)
        self.lines.addWidget(self.more_words)
        self.lines.addStretch(1)
        self.make_button.clicked.connect(self.make_asked)
        self.stop_button.clicked.connect(self.stop_asked)
        self.old_button.clicked.connect(self.tidy_asked)

    def _refit(self) -> None:
        if self.isVisible():
            QTimer.singleShot(0, self, self._fit)  # once the lines have found their width


def _count(view: VoiceView) -> str:
    if not view.missing:
        return tr("Every line of this version has a voice.")
    return tr_n(
        "{n} line of this version has no recorded voice.",
        "{n} lines of this version have no recorded voice.",
        view.missing,
    )


def _old(count: int) -> str:
    return tr_n(
        "{n} recording is out of date: its line has other words now, so it is not played.",
        "{n} recordings are out of date: their lines have other words now, so they are not played.",
        count,
    )


def _about() -> str:
    return tr(
        "A line without a recording is read by the computer’s own voice while teaching, where it has one, "
        "or by you. Recordings belong to the version and are shared with it."
    )
