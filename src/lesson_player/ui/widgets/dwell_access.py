"""A pointer that rests presses what it rests on: for people who point but do not click."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QMouseEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget

from lesson_player.teaching import dwell
from lesson_player.teaching.dwell import Dwell
from lesson_player.ui.widgets.rest_zone import RestZone
from lesson_player.ui.widgets.rings import DwellRing
from lesson_player.ui.widgets.spots import ButtonSpot, spot_at

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.control.key_book import KeyBook
    from lesson_player.ui.widgets.spots import Spot

TICK_MS = 40
"""So that the ring fills evenly."""
LONGEST_S = 0.2
"""No tick counts for more: while a computer is stuck nobody sees the ring fill."""
_POINTING = frozenset(
    {QEvent.Type.MouseMove, QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease, QEvent.Type.Leave}
)


class DwellAccess(QObject):
    """Watches the pointer over one window, and over the sheets on it, while it is on.

    Only a pointer that has moved begins to rest: what comes up beneath one that lies still is not pressed.
    What a click or a finger has pressed is not pressed again.
    """

    def __init__(
        self,
        window: QWidget,
        book: KeyBook,
        *,
        still: Callable[[], bool] | None = None,
        quiet: bool = False,
    ) -> None:
        """``still``: whether nothing shall move: the ring fills in steps. ``quiet``: the class sees it."""
        super().__init__(window)
        self._window, self._book = window, book
        self._still = still or (lambda: False)
        self._dwell = Dwell()
        self._place = QPoint()
        self._since = time.monotonic()
        self._watches = False
        self.zone = RestZone(window, quiet=quiet)
        self.ring = DwellRing(window)
        self._timer = QTimer(self, interval=TICK_MS)
        self._timer.timeout.connect(self._pass_time)
        self.zone.clicked.connect(self._show)
        book.changed.connect(self.settle)
        self.settle()

    def settle(self) -> None:
        """Begin or stop, as the user has chosen."""
        on = self._book.dwell.on
        if on and not self._watches:
            QApplication.instance().installEventFilter(self)  # type: ignore[union-attr] # there is one
        elif not on:
            self.stop()
        self._watches = on

    def close(self) -> None:
        """Press nothing more, whatever is chosen from now on."""
        self._book.changed.disconnect(self.settle)
        self.stop()

    def stop(self) -> None:
        """Press nothing until it is turned on again."""
        QApplication.instance().removeEventFilter(self)  # type: ignore[union-attr] # there is one
        self._watches = False
        self._dwell = Dwell()
        self.zone.put_away()
        self._show()

    def pass_time(self, seconds: float) -> None:
        """Let the pointer rest for that long."""
        spot = self._spot()
        if spot is None or spot != self._found():
            # It has gone from beneath the pointer: what came in its place is not meant.
            self._dwell = Dwell()
        self._dwell, presses = dwell.tick(self._dwell, self._book.dwell.rest_s, seconds)
        self._show()
        if presses and spot is not None:
            spot.press()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Follow the pointer; nothing is taken from anybody."""
        if event.type() in _POINTING:
            if event.type() is QEvent.Type.Leave:
                if watched is self._window:
                    self._move_to(None)
            elif isinstance(event, QMouseEvent) and self._is_of(watched):
                self._place = self._window.mapFromGlobal(event.globalPosition().toPoint())
                # What is dragged over something is not resting there.
                self._move_to(None if event.buttons() else self._found())
                if event.type() is not QEvent.Type.MouseMove and self._dwell.on is not None:
                    self._dwell = dwell.spent(self._dwell)
                self._show()
        return super().eventFilter(watched, event)

    def _move_to(self, spot: Spot | None) -> None:
        self.zone.look_for(self._place)
        self._dwell = dwell.moved(self._dwell, spot)
        if spot is not None and not self._timer.isActive():
            self._since = time.monotonic()
            self._timer.start()
        elif spot is None:
            self._timer.stop()
        self._show()

    def _pass_time(self) -> None:
        now = time.monotonic()
        seconds, self._since = now - self._since, now
        self.pass_time(min(seconds, LONGEST_S))

    def _found(self) -> Spot | None:
        """What the pointer is on, in this window and not behind a dialog; only the zone while it pauses."""
        modal = QApplication.activeModalWidget()
        if not self._window.isVisible() or modal not in {None, self._window}:
            return None
        spot = spot_at(self._window, self._place)
        return None if self.zone.pauses and spot != ButtonSpot(self.zone) else spot

    def _is_of(self, watched: QObject) -> bool:
        """Whether an event comes to this window: each mouse event comes to a window before its widgets."""
        return isinstance(watched, QWindow) and watched == self._window.window().windowHandle()

    def _spot(self) -> Spot | None:
        return cast("Spot | None", self._dwell.on)

    def _show(self) -> None:
        share = self._dwell.share(self._book.dwell.rest_s, steps=self._still())
        self.ring.fill(self._spot() if share else None, share)
        if self._dwell.on is None or self._dwell.spent:
            self._timer.stop()
