"""Drives a window with one or two switches: lights what can be pressed in turn, presses what is taken."""

from __future__ import annotations

import time
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QInputDevice, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from lesson_player.control.key_presses import name_of_press
from lesson_player.control.switches import MOUSE
from lesson_player.teaching import switch_scanner
from lesson_player.teaching.switch_scanner import Rows, Scan
from lesson_player.ui.widgets.rings import ScanRing

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.control.key_book import KeyBook
    from lesson_player.ui.widgets.spot_rows import SpotRows
    from lesson_player.ui.widgets.spots import Spot

TICK_MS = 50
"""Fine enough for the shortest scan, 0.5 s."""
LONGEST_S = 0.2
"""No tick counts for more: while a computer is stuck nobody sees the light, nor can press."""
_KEYS = frozenset({QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride})
_CLICKS = {QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.MouseButtonDblClick}
_BUTTONS = dict(
    zip(
        (Qt.MouseButton.LeftButton, Qt.MouseButton.RightButton, Qt.MouseButton.MiddleButton),
        MOUSE,
        strict=True,
    )
)


class SwitchAccess(QObject):
    """While it is on, the switches' keys and mouse buttons belong to it wherever the focus is.

    Repeats of a held key are dropped. A key that is being learnt, and a dialog of the system, come first.
    """

    lit_changed = Signal(object)
    """Other spots are lit: a tuple of them."""

    def __init__(
        self,
        window: QWidget,
        book: KeyBook,
        rows: Callable[[], SpotRows],
        *,
        speaks: Callable[[], bool] | None = None,
    ) -> None:
        """``rows``: what can be pressed in *window* now, row by row. ``speaks``: whether a voice is heard."""
        super().__init__(window)
        self._window, self._book, self._find_rows = window, book, rows
        self._speaks = speaks or (lambda: False)
        self._scan = Scan()
        self._lit: tuple[Spot, ...] = ()
        self._said: tuple[Spot, ...] = ()
        self._since = time.monotonic()
        self.ring = ScanRing(window)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._pass_time)
        book.changed.connect(self.settle)
        self.settle()

    @property
    def lit(self) -> tuple[Spot, ...]:
        """What is highlighted now."""
        return _spots(self._scan, self._rows())

    def settle(self) -> None:
        """Begin or stop, as the user has chosen."""
        on = bool(self._book.switches.times.switches)
        if on and not self._timer.isActive():
            self._since = time.monotonic()
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one
            self._timer.start()
        elif not on:
            self.stop()

    def close(self) -> None:
        """Give the keys back, whatever is chosen from now on."""
        self._book.changed.disconnect(self.settle)
        self.stop()

    def stop(self) -> None:
        """Give the keys back until it is turned on again."""
        self._timer.stop()
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one
        if self._lit and self._book.cue is not None:
            self._book.cue.stop()
        self._scan = Scan()
        self._show(())

    def pass_time(self, seconds: float) -> None:
        """Let the highlight go on; it waits while a voice speaks, and until the cue has been said."""
        rows, choice, cue = self._rows(), self._book.switches, self._book.cue
        voice = self._speaks()
        waits = voice or (choice.cue and cue is not None and cue.speaking) or self._learning()
        self._scan = self._follow(rows)
        scan, chosen = switch_scanner.tick(choice.times, _names(rows), self._scan, seconds, waits=waits)
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
            if event.pointingDevice().type() == QInputDevice.DeviceType.TouchScreen:
                # A finger on the screen presses what it touches.
                return False
            down = kind is not QEvent.Type.MouseButtonRelease
            return self._take(_BUTTONS.get(event.button(), ""), event, down=down, repeated=False)
        return super().eventFilter(watched, event)

    def _take(self, name: str, event: QEvent, *, down: bool, repeated: bool) -> bool:
        switch = self._book.switches.switch(name)
        if not switch or self._learning():
            return False
        rows = self._rows()
        if not rows:
            # Another window is the one that is driven.
            return False
        event.accept()
        if repeated:
            return True
        if not down:
            self._become(switch_scanner.release(self._scan, switch), "", rows)
            return True
        times, here = self._book.switches.times, self._follow(rows)
        if self._lit and not set(self._lit) & set(_spots(here, rows)):
            # What was lit has gone in this moment: nothing that nobody saw is pressed.
            self._become(here, "", rows)
            return True
        self._become(*switch_scanner.press(times, _names(rows), here, switch), rows)
        return True

    def _pass_time(self) -> None:
        now = time.monotonic()
        seconds, self._since = now - self._since, now
        self.pass_time(min(seconds, LONGEST_S))

    def _rows(self) -> SpotRows:
        modal = QApplication.activeModalWidget()
        driven = self._window.isVisible() and modal in {None, self._window}
        return [row for row in self._find_rows() if row.spots] if driven else []

    def _follow(self, rows: SpotRows) -> Scan:
        """Where what is lit stands now: rows come and go with the lesson, and nothing else may be taken."""
        scan = self._scan
        if not self._lit or _spots(scan, rows) == self._lit:
            return scan
        for number, row in enumerate(rows):
            here = [row.spots.index(spot) for spot in self._lit if spot in row.spots]
            if here:
                return replace(scan, row=number, item=None if scan.item is None else here[0])
        return replace(Scan(), deaf_s=scan.deaf_s)

    def _become(self, scan: Scan, chosen: str, rows: SpotRows) -> None:
        self._scan = scan
        self._show(_spots(scan, rows))
        if chosen:
            row, item = map(int, chosen.split())
            rows[row].spots[item].press()
            # What was pressed may have brought up other things, or the end of all this.
            if self._timer.isActive():
                rows = self._rows()
                self._show(_spots(self._scan, rows))
        self._say(rows)

    def _show(self, lit: tuple[Spot, ...]) -> None:
        if lit != self._lit:
            self._lit = lit
            if lit:
                lit[0].reveal()
            self.lit_changed.emit(lit)
        self.ring.surround(lit)

    def _say(self, rows: SpotRows) -> None:
        cue = self._book.cue
        if cue is None or not self._book.switches.cue:
            self._said = ()
        elif self._lit != self._said and not self._speaks():
            self._said = self._lit
            row = next((row for row in rows if self._lit and self._lit[0] in row.spots), None)
            if row is None:
                cue.stop()
            else:
                cue.say(row.name if self._scan.item is None else self._lit[0].name)

    @staticmethod
    def _learning() -> bool:
        holder = QApplication.focusWidget()
        return holder is not None and holder.property("learns_keys") is True


def _names(rows: SpotRows) -> Rows:
    """Places as names, which are all that the scanner needs to know."""
    return tuple(tuple(f"{row} {item}" for item in range(len(each.spots))) for row, each in enumerate(rows))


def _spots(scan: Scan, rows: SpotRows) -> tuple[Spot, ...]:
    places = (map(int, name.split()) for name in scan.lit(_names(rows)))
    return tuple(rows[row].spots[item] for row, item in places)
