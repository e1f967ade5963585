"""The strip at the bottom edge of the class window: a few large buttons and no notes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from lesson_player.foundation.i18n import class_words, tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px, set_type
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.command_button import CommandButton
from lesson_player.ui.widgets.spots import Spot, usable
from lesson_player.ui.widgets.text import short_label
from lesson_player.ui.widgets.word_button import Kind, WordButton

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QHideEvent, QKeyEvent, QPaintEvent

    from lesson_player.control.commands import Command
    from lesson_player.teaching.views import TeacherView

STAYS_MS = 4000
"""How long the strip stays when nothing is done with it; while it holds the focus or the pointer it stays."""
_STANDARD_HEIGHT = 800
"""Height of a window in pixels at which buttons have their usual size; on a board they grow with it."""


class Strip(QWidget):
    """Comes up on demand and goes away by itself; may ask, in place of buttons, whether to end."""

    asked = Signal(str)
    """Id of a command."""
    end_agreed = Signal()
    moved = Signal()
    """It has come up, gone, or changed its height."""

    @class_words()
    def __init__(self, commands: tuple[Command, ...], view: TeacherView, parent: QWidget) -> None:
        super().__init__(parent)
        self._window = parent
        self._stays = QTimer(self, interval=STAYS_MS, singleShot=True)
        self._stays.timeout.connect(self._put_away_unless_used)
        self.hide()
        self.setAccessibleName(tr("Controls"))
        self.buttons = {command.id: CommandButton(command, view) for command in commands if command.in_strip}
        self.question = short_label(tr("End the lesson? Your place is kept."), Type.STRONG, role=Role.INK)
        self.end_button = WordButton(tr("End the lesson"), kind=Kind.MAIN)
        self.stay_button = WordButton(tr("Go on teaching"), hint=tr("Esc"))
        self._asking = False
        self._row = QHBoxLayout(self)
        self._row.setSpacing(px(4))
        for button in self.buttons.values():
            button.asked.connect(self.asked)
            self._row.addWidget(button)
        for part in (self.question, self.end_button, self.stay_button):
            self._row.addWidget(part, 0, Qt.AlignmentFlag.AlignVCenter)
        self.end_button.clicked.connect(self.end_agreed)
        self.stay_button.clicked.connect(self.put_away)
        self._ask_to_end(asking=False)
        self.show_view(view)

    @class_words()
    def show_view(self, view: TeacherView) -> None:
        """Show every command as it stands."""
        for button in self.buttons.values():
            button.show_view(view)
            if self._asking:
                button.hide()
        self.place()

    def switch_row(self) -> list[Spot]:
        """What switches can press: the buttons, Next first, or the answers while it asks."""
        moving = sorted(self.buttons.values(), key=lambda button: button.command.id != "next")
        return usable([*moving, self.end_button, self.stay_button])

    def bring_up(self, *, focus: bool = False) -> None:
        """Show the strip; with *focus*, its first button takes the keys."""
        self.place()
        self.show()
        self.raise_()
        self.moved.emit()
        self._stays.start()
        if focus:
            first = self.end_button if self._asking else self.buttons["next"]
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def step_focus(self, *, forward: bool) -> None:
        """Give the keys to the next control, or to the one before, round and round."""
        controls = [*self.buttons.values(), self.end_button, self.stay_button]
        free = [control for control in controls if control.isVisible() and control.isEnabled()]
        if not free:
            return
        holder = self._window.focusWidget()
        here = free.index(holder) if holder in free else (-1 if forward else 0)
        reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
        free[(here + (1 if forward else -1)) % len(free)].setFocus(reason)

    def ask_to_end(self) -> None:
        """Ask, in place of the buttons, whether the lesson shall end."""
        # First the focus: from a hidden control Qt moves it on, and there is none to go to.
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self._ask_to_end(asking=True)
        self.bring_up(focus=True)

    def put_away(self) -> None:
        """Let the strip go, and give the keys back to the lesson."""
        self._stays.stop()
        # First the focus: from a hidden control Qt moves it on, and the window would bring up the strip.
        self._window.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._ask_to_end(asking=False)

    def place(self) -> None:
        """Stand in the middle of the bottom edge, as large as the window asks for."""
        room = self._window.rect()
        larger = max(1.0, room.height() / px(_STANDARD_HEIGHT))
        for button in (*self.buttons.values(), self.end_button, self.stay_button):
            button.set_larger(larger)
        set_type(self.question, Type.STRONG, larger=larger)
        self.question.setContentsMargins(px(10 * larger), 0, px(10 * larger), 0)
        side = px(10 * larger)
        self._row.setContentsMargins(side, px(6 * larger), side, px(6 * larger))
        size = self._row.totalMinimumSize()
        width = min(size.width(), room.width())
        self.setGeometry((room.width() - width) // 2, room.height() - size.height(), width, size.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc puts the strip away; every other key is the window's."""
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
        else:
            event.ignore()

    def leaveEvent(self, event: QEvent) -> None:
        """Without the pointer it stays a little longer."""
        super().leaveEvent(event)
        self._stays.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Nothing is left running."""
        super().hideEvent(event)
        self._stays.stop()
        self.moved.emit()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        box = self.rect().adjusted(0, 0, 0, px(16))
        drawing.draw_box(
            painter, box, colour(self, Role.PAPER), colour(self, Role.LINE), width=px(2), corner=14
        )

    def _ask_to_end(self, *, asking: bool) -> None:
        self._asking = asking
        for button in self.buttons.values():
            button.setHidden(asking)
        for part in (self.question, self.end_button, self.stay_button):
            part.setVisible(asking)

    def _put_away_unless_used(self) -> None:
        # A question stays until it is answered.
        if self._asking or self.underMouse() or self.isAncestorOf(self._window.focusWidget()):
            self._stays.start()
        else:
            self.put_away()
