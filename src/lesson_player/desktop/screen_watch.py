"""Tells when screens come, go or change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

from lesson_player.desktop.displays import Display, displays, mirrored, screen_named, screens_and_displays

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen


class ScreenWatch(QObject):
    """The screens of this computer, and what happens to them."""

    gone = Signal(Display)
    """A screen has gone. Qt is about to move its windows to another one: now is the time to hide them."""
    changed = Signal()
    """Screens have come, gone, or got another size, scale or place, and Qt knows all about it."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._closed = False
        # Several things change at once when a screen comes: all of them are told together.
        self._settle = QTimer(self, singleShot=True, interval=0)
        self._settle.timeout.connect(self._tell)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenAdded.connect(self._added)
            application.screenRemoved.connect(self._removed)
            application.primaryScreenChanged.connect(self._start)
        # A screen that goes is told by the name that it had while it was there.
        self._known = screens_and_displays()
        for screen, _ in self._known:
            self._follow(screen)

    def displays(self) -> tuple[Display, ...]:
        """All screens, the primary one first."""
        return displays()

    def mirrored(self) -> bool:
        """Whether two screens show the same picture."""
        return mirrored()

    def screen(self, display: Display) -> QScreen | None:
        """Qt's screen for a display, or None when it is not connected."""
        return screen_named(display.name)

    def look_again(self) -> None:
        """Tell soon that screens may have changed."""
        self._start()

    def close(self) -> None:
        """Tell nothing more."""
        self._closed = True
        self._settle.stop()
        self.deleteLater()

    def _follow(self, screen: QScreen) -> None:
        screen.geometryChanged.connect(self._start)
        screen.logicalDotsPerInchChanged.connect(self._start)

    def _added(self, screen: QScreen) -> None:
        self._follow(screen)
        self._start()

    def _removed(self, screen: QScreen) -> None:
        display = next((display for known, display in self._known if known is screen), None)
        if display is not None and not self._closed:
            self.gone.emit(display)
        self._start()

    def _start(self, *_what: object) -> None:
        if not self._closed:
            self._settle.start()

    def _tell(self) -> None:
        self._known = screens_and_displays()
        self.changed.emit()
