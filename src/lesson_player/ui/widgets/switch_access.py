"""Drives a lesson's window with one or two switches: lights buttons in turn, presses what is taken."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QRect, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from lesson_player.control.key_presses import name_of_press
from lesson_player.control.switches import MOUSE
from lesson_player.teaching import switch_scanner
from lesson_player.teaching.switch_scanner import Rows, Scan
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QPaintEvent

    from lesson_player.control.teaching import TeachingController
    from lesson_player.ui.widgets.word_button import WordButton

TICK_MS = 50
"""Fine enough for the shortest scan, 0.5 s."""
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
_BUTTONS = dict(
    zip(
        (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton),
        MOUSE,
        strict=True,
    )
)

ButtonRows = list[list["WordButton"]]


class ScanRing(QWidget):
    """A double ring with a gap around what is lit: seen in every theme, and not by its colour alone."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def surround(self, buttons: list[WordButton]) -> None:
        """Stand around *buttons*; around none it goes."""
        room, window = QRect(), self._window
        for button in buttons:
            room = room.united(QRect(button.mapTo(window, button.rect().topLeft()), button.size()))
        self.setVisible(bool(buttons))
        side = px(5)
        place = room.adjusted(-side, -side, side, side).intersected(window.rect())
        if buttons and place != self.geometry():
            self.setGeometry(place)
        self.raise_()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        width = px(4)
        outer = self.rect()
        inner = outer.adjusted(width, width, -width, -width)
        drawing.draw_box(painter, outer, None, colour(self, Role.WARM), width=width, corner=14)
        drawing.draw_box(painter, inner, None, colour(self, Role.PAPER), width=px(2), corner=11)


class SwitchAccess(QObject):
    """While it is on, the switches' keys and mouse buttons belong to it wherever the focus is.

    Repeats of a held key are dropped. A key that is being learnt, and a dialog of the system, come first.
    """

    def __init__(
        self, window: QWidget, controller: TeachingController, rows: Callable[[], ButtonRows]
    ) -> None:
        """``rows``: the window's buttons that can be pressed now, row by row."""
        super().__init__(window)
        self._controller, self._find_rows = controller, rows
        self._scan = Scan()
        self._shown: list[WordButton] = []
        self._since = time.monotonic()
        self.ring = ScanRing(window)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._pass_time)
        controller.keys.changed.connect(self.settle)
        controller.finished.connect(self.stop)
        self.settle()

    @property
    def lit(self) -> list[WordButton]:
        """What is highlighted now."""
        return self._lit(self._find_rows())

    def settle(self) -> None:
        """Begin or stop, as the user has chosen."""
        on = bool(self._controller.keys.switches.times.switches)
        if on and not self._timer.isActive():
            self._since = time.monotonic()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one
            self._timer.start()
        elif not on:
            self.stop()

    def stop(self) -> None:
        """Give the keys back."""
        self._timer.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one
        self.ring.surround([])
        self._scan = Scan()

    def pass_time(self, seconds: float) -> None:
        """Let the highlight go on; it waits while a voice speaks."""
        rows, times = self._find_rows(), self._controller.keys.switches.times
        waits = self._controller.state.film.telling is not None
        scan, chosen = switch_scanner.tick(times, _names(rows), self._scan, seconds, waits=waits)
        self._become(scan, chosen, rows)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Take what the switches send, before anything else does."""
        kind = event.type()
        if kind in _KEYS and isinstance(event, QKeyEvent):
            name = name_of_press(event.key(), event.modifiers(), event.text())
            name = "Enter" if name == "Return" else name
            repeated = event.isAutoRepeat() or kind is QEvent.Type.ShortcutOverride
            return self._take(name, event, down=kind is QEvent.Type.KeyPress, repeated=repeated)
        if kind in _CLICKS and isinstance(event, QMouseEvent):
            down = kind is not QEvent.Type.MouseButtonRelease
            return self._take(_BUTTONS.get(event.button(), ""), event, down=down, repeated=False)
        return super().eventFilter(watched, event)

    def _take(self, name: str, event: QEvent, *, down: bool, repeated: bool) -> bool:
        switch = self._controller.keys.switches.switch(name)
        if not switch or self._others_have_it():
            return False
        rows = self._find_rows()
        if not any(rows):
            # Another window of the lesson is the one that is driven.
            return False
        event.accept()
        if not repeated:
            self._scan, chosen = (
                switch_scanner.press(self._controller.keys.switches.times, _names(rows), self._scan, switch)
                if down
                else (switch_scanner.release(self._scan, switch), "")
            )
            self._become(self._scan, chosen, rows)
        return True

    def _pass_time(self) -> None:
        now = time.monotonic()
        seconds, self._since = now - self._since, now
        self.pass_time(seconds)

    def _become(self, scan: Scan, chosen: str, rows: ButtonRows) -> None:
        self._scan = scan
        lit = self._lit(rows)
        if lit[:1] != self._shown:
            self._shown = lit[:1]
            for button in self._shown:
                _bring_into_view(button)
        self.ring.surround(lit)
        if chosen:
            row, item = map(int, chosen.split())
            rows[row][item].click()

    def _lit(self, rows: ButtonRows) -> list[WordButton]:
        places = (map(int, name.split()) for name in self._scan.lit(_names(rows)))
        return [rows[row][item] for row, item in places]

    @staticmethod
    def _others_have_it() -> bool:
        holder = QApplication.focusWidget()
        learning = holder is not None and holder.property("learns_keys") is True
        return learning or QApplication.activeModalWidget() is not None


def _names(rows: ButtonRows) -> Rows:
    return tuple(
        tuple(f"{number} {item}" for item in range(len(row))) for number, row in enumerate(rows) if row
    )


def _bring_into_view(button: QWidget) -> None:
    above = button.parentWidget()
    while above is not None:
        if isinstance(above, QScrollArea):
            above.ensureWidgetVisible(button)
        above = above.parentWidget()


def usable(buttons: Iterable[WordButton]) -> list[WordButton]:
    """Those that can be pressed now."""
    return [button for button in buttons if button.isVisible() and button.isEnabled()]
