"""Waits for one key or one button of a clicker, whatever it sends."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel

from lesson_player.control.key_presses import HELD, name_of_press
from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px, set_type
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

_LEAVES = frozenset({Qt.Key.Key_Escape, Qt.Key.Key_Tab, Qt.Key.Key_Backtab})


class KeyListener(QLabel):
    """While it has the focus every key is its own. Esc and Tab leave, so that nobody is caught in it."""

    pressed = Signal(str)
    """What the command table calls the key; empty for one that no command can have."""
    left = Signal()
    """Nobody waits for a key any more."""

    def __init__(self) -> None:
        words = tr("Press the key, or the button of your clicker. Esc leaves.")
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setAccessibleName(words)
        self.setWordWrap(True)
        # A switch that is being learnt is not pressed (ui/widgets/switch_access.py).
        self.setProperty("learns_keys", True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setForegroundRole(Role.INK.value)
        set_type(self, Type.LEAD)
        self.setContentsMargins(px(16), px(14), px(16), px(14))

    def event(self, event: QEvent) -> bool:
        """Before Qt makes a shortcut of the key, or a step to the next control."""
        if event.type() is QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            self._hear(event)
            return True
        if event.type() is QEvent.Type.FocusOut:
            self.left.emit()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        room = drawing.ring_room()
        box = self.rect().adjusted(room, room, -room, -room)
        drawing.draw_box(painter, box, colour(self, Role.SOFT), colour(self, Role.ACCENT), width=px(2))
        if self.hasFocus():
            drawing.draw_ring(painter, self.rect(), colour(self, Role.ACCENT))
        painter.end()
        super().paintEvent(event)

    def _hear(self, event: QKeyEvent) -> None:
        if event.isAutoRepeat() or event.key() in HELD:
            return
        if event.key() in _LEAVES:
            self.left.emit()
        else:
            self.pressed.emit(name_of_press(event.key(), event.modifiers(), event.text()))
