"""Screens that come and go at a test's word, and windows that note where they are put."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import QObject, QRect, Signal
from PySide6.QtGui import QScreen
from PySide6.QtWidgets import QWidget

from lesson_player.desktop.displays import Display
from lesson_player.desktop.screen_watch import ScreenWatch
from lesson_player.ui.audience.window import AudienceWindow


class FakeScreen:
    """Stands for one of Qt's screens."""

    def __init__(self, display: Display, place: int) -> None:
        self.display = display
        self._place = QRect(place * 5000, 0, display.width, display.height)

    def geometry(self) -> QRect:
        return self._place

    def availableGeometry(self) -> QRect:  # noqa: N802 - Qt's name
        return self._place


class FakeScreens(QObject):
    """Has the surface of `ScreenWatch`; screens are set by the test."""

    gone = Signal(Display)
    changed = Signal()

    def __init__(self, *connected: Display) -> None:
        super().__init__()
        self._screens = [FakeScreen(display, place) for place, display in enumerate(connected)]
        self.cloned = False
        self.asked_again = 0

    def as_watch(self) -> ScreenWatch:
        return cast(ScreenWatch, self)

    def displays(self) -> tuple[Display, ...]:
        return tuple(screen.display for screen in self._screens)

    def mirrored(self) -> bool:
        return self.cloned

    def screen(self, display: Display) -> QScreen | None:
        found = (screen for screen in self._screens if screen.display.name == display.name)
        return cast("QScreen | None", next(found, None))

    def look_again(self) -> None:
        self.asked_again += 1

    def become(self, *connected: Display, cloned: bool = False) -> None:
        """Other screens, told as Qt tells of them: first what goes, then that all has settled."""
        former = {screen.display.name: screen for screen in self._screens}
        self._screens = [
            former[display.name]
            if display.name in former and former[display.name].display == display
            else FakeScreen(display, place)
            for place, display in enumerate(connected)
        ]
        names = {display.name for display in connected}
        for name, screen in former.items():
            if name not in names:
                self.gone.emit(screen.display)
        self.cloned = cloned
        self.changed.emit()


class FakeWindow(QObject):
    """Stands for a window: the class's or the teacher's."""

    screenChanged = Signal(object)  # noqa: N815 - Qt's name

    def __init__(self) -> None:
        super().__init__()
        self.at: FakeScreen | None = None
        self.visible = False
        self.alone = False
        self.shows = 0

    def as_board(self) -> AudienceWindow:
        return cast(AudienceWindow, self)

    def as_window(self) -> QWidget:
        return cast(QWidget, self)

    @property
    def on(self) -> str:
        """Name of the screen on which it is seen; empty when it is not."""
        return self.at.display.name if self.visible and self.at is not None else ""

    def show_on(self, screen: FakeScreen) -> None:
        self.at, self.visible = screen, True
        self.shows += 1

    def answer_alone(self, *, alone: bool) -> None:
        self.alone = alone

    def geometry(self) -> QRect:
        return self.at.geometry() if self.at is not None else QRect()

    def windowHandle(self) -> FakeWindow:  # noqa: N802 - Qt's name
        return self

    def hide(self) -> None:
        self.visible = False

    # What is asked of the teacher's window.

    def setScreen(self, screen: FakeScreen) -> None:  # noqa: N802 - Qt's name
        self.at = screen

    def screen(self) -> FakeScreen | None:
        return self.at

    def setGeometry(self, _place: QRect) -> None:  # noqa: N802 - Qt's name
        """Follows the screen."""

    def setWindowState(self, _state: object) -> None:  # noqa: N802 - Qt's name
        """Is taken as done."""

    def show(self) -> None:
        self.visible = True

    def activateWindow(self) -> None:  # noqa: N802 - Qt's name
        """Is taken as done."""
