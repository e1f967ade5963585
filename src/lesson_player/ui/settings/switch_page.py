"""The page of switches and of the resting pointer: how many, which, how fast, and what is said."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from lesson_player.control.switches import MOUSE, SwitchChoice, why_no_switch, with_key, with_time
from lesson_player.foundation.i18n import tr
from lesson_player.ui.settings.dwell_choices import DwellChoices
from lesson_player.ui.settings.key_listener import KeyListener
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.key_names import key_name
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.key_book import KeyBook

_TIMES = {
    "scan_s": (0.5, 1.0, 1.5, 2.0, 3.0, 5.0, 7.0, 10.0),
    "first_s": (0.0, 0.5, 1.0, 2.0, 5.0),
    "hold_s": (0.0, 0.3, 0.5, 1.0, 2.0),
    "accept_s": (0.0, 0.3, 0.5, 1.0, 2.0),
}
"""Times to choose from, in seconds."""


class SwitchPage(Sheet):
    """For people who press one or two things, or only point. Off at first; every answer holds at once."""

    def __init__(self, over: QWidget, book: KeyBook) -> None:
        super().__init__(over, tr("Switches and resting pointer"), width=900)
        self._book = book
        self._learns = 1
        now = book.switches
        words = (tr("Off"), tr("One switch"), tr("Two switches"))
        count = tuple((each, "") for each in words)
        self.count = ChoiceRow(tr("How many"), count, first=now.times.switches)
        self.said = label(step=Type.LEAD)
        self.listener = KeyListener()
        self.which = [label(step=Type.STRONG), label(step=Type.STRONG)]
        self.choosing = [self._buttons(1), self._buttons(2)]
        self.times = {name: self._time(name) for name in _TIMES}
        self.cue = ChoiceRow(tr("Say what is lit"), ((tr("No"), ""), (tr("Yes"), "")), first=int(now.cue))
        self.dwell = DwellChoices(book)
        self._put_together()
        self.cue.chosen.connect(self._speak)
        self.count.chosen.connect(self._count)
        self.listener.pressed.connect(self._hear)
        self.listener.left.connect(self._stop_listening)
        self._show()

    def open_sheet(self) -> None:
        """Show what holds now: it may have been chosen in another window."""
        now = self._book.switches.times
        self.count.chips[now.switches].setChecked(True)
        for name, row in self.times.items():
            row.chips[_nearest(_TIMES[name], getattr(now, name))].setChecked(True)
        self.cue.chips[self._book.switches.cue].setChecked(True)
        self.dwell.show_choice()
        # A time in the settings that lies between two of these stays as it is until somebody chooses.
        self._book.use_switches(replace(self._book.switches, times=now))
        self._show()
        super().open_sheet()

    def first_control(self) -> QWidget:
        """The chip that is chosen."""
        return self.count.chips[self.count.index]

    def _put_together(self) -> None:
        self._column.insertWidget(1, self.said)
        about = tr(
            "Everything that can be pressed is lit in turn, first row by row. A press takes the row, then "
            "what is in it. With two switches the first goes on, and the second takes. The light "
            "waits while a voice speaks."
        )
        self.lines.addWidget(label(about))
        self.lines.addWidget(self.count)
        for words, buttons in zip(self.which, self.choosing, strict=True):
            self.lines.addWidget(words)
            self.lines.addWidget(buttons)
        self.lines.addWidget(self.listener)
        for row in (*self.times.values(), self.cue, self.dwell):
            self.lines.addWidget(row)
        self.lines.addStretch(1)
        self.listener.hide()
        self.said.hide()

    def _buttons(self, switch: int) -> ButtonRow:
        key = WordButton(tr("Press a key or switch…"))
        key.clicked.connect(lambda: self._listen(switch))
        left, right = WordButton(tr("Left mouse button")), WordButton(tr("Right mouse button"))
        left.clicked.connect(lambda: self._take(switch, MOUSE[0]))
        right.clicked.connect(lambda: self._take(switch, MOUSE[1]))
        return ButtonRow((key, left, right), centred=False)

    def _time(self, name: str) -> ChoiceRow:
        title = {
            "scan_s": tr("The light stays for"),
            "first_s": tr("Longer on the first one by"),
            "hold_s": tr("Hold the switch for"),
            "accept_s": tr("After a press no other one counts for"),
        }[name]
        values = _TIMES[name]
        first = _nearest(values, getattr(self._book.switches.times, name))
        row = ChoiceRow(title, tuple((tr("{n} s", n=f"{value:g}"), "") for value in values), first=first)
        row.chosen.connect(lambda index: self._set_time(name, values[index]))
        return row

    def _speak(self, index: int) -> None:
        cue = self._book.cue
        why_not = cue.try_again() if index and cue is not None else ""
        if why_not:
            self._say(why_not)
            self.cue.chips[0].setChecked(True)
        else:
            self._use(replace(self._book.switches, cue=bool(index)))

    def _count(self, switches: int) -> None:
        self._use(replace(self._book.switches, times=replace(self._book.switches.times, switches=switches)))

    def _set_time(self, name: str, value: float) -> None:
        self._use(replace(self._book.switches, times=with_time(self._book.switches.times, name, value)))

    def _take(self, switch: int, key: str) -> None:
        self._use(with_key(self._book.switches, switch, key))
        self._say(tr("Switch {n} is “{key}” from now on.", n=switch, key=key_name(key)))

    def _use(self, choice: SwitchChoice) -> None:
        self._book.use_switches(choice)
        self._show()

    def _show(self) -> None:
        choice = self._book.switches
        for number, (words, buttons) in enumerate(zip(self.which, self.choosing, strict=True), start=1):
            words.setText(tr("Switch {n}: {key}", n=number, key=key_name(choice.keys[number - 1])))
            for part in (words, buttons):
                part.setVisible(choice.times.switches >= number)

    def _listen(self, switch: int) -> None:
        self._learns = switch
        self.listener.show()
        self.listener.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, key: str) -> None:
        key = "Enter" if key == "Return" else key
        why_not = why_no_switch(key)
        if why_not:
            self._say(why_not)
            return
        self._take(self._learns, key)
        self._stop_listening()

    def _stop_listening(self) -> None:
        if self.listener.isVisible():
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)
            self.listener.hide()

    def _say(self, words: str) -> None:
        self.said.setText(words)
        self.said.show()
        announce(self, words, urgent=True)


def _nearest(values: tuple[float, ...], value: float) -> int:
    return min(range(len(values)), key=lambda index: abs(values[index] - value))
