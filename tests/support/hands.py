"""Hands: people who reach the program in one way alone. Each sends real events and nothing else."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QInputDevice, QPointingDevice
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget

from lesson_player.ui.audience.window import AudienceWindow
from lesson_player.ui.widgets.class_picture import ClassPicture
from lesson_player.ui.widgets.dwell_access import DwellAccess
from lesson_player.ui.widgets.spots import ButtonSpot, CardSpot, Spot, area_in, spot_at
from lesson_player.ui.widgets.switch_access import SwitchAccess

_STEPS = 10
"""So many places a finger is told at on its way."""

Window = Callable[[], QWidget]
"""The window that somebody sees before them now."""


class Hand(Protocol):
    """One way to press what has a name on the screen."""

    def press(self, name: str) -> None: ...


def settle() -> None:
    """Let everything that was sent arrive."""
    for _ in range(3):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def spot_named(window: QWidget, name: str) -> Spot | None:
    """What has that name in the window, if it can be pressed now."""
    for button in window.findChildren(QAbstractButton):
        if name in {button.text(), button.accessibleName()} and button.isVisible() and button.isEnabled():
            return ButtonSpot(button)
    for picture in window.findChildren(ClassPicture):
        layout = picture.screen_layout() if picture.isVisible() else None
        for target in layout.targets if layout is not None else ():
            if target.name == name and target.role in ClassPicture.TOUCHED:
                return CardSpot(picture, target.id, target.name)
    return None


def seen_place(window: QWidget, name: str) -> QPoint:
    """The middle of what has that name, in pixels of the window, with nothing above it."""
    spot = spot_named(window, name)
    assert spot is not None, f"{name!r} is not there"
    place = area_in(window, spot).center()
    found = spot_at(window, place)
    assert found is not None, f"{name!r} is covered or scrolled away"
    assert found.owner is spot.owner, f"{name!r} is covered by {found.name!r}"
    return place


@dataclass
class Finger:
    """Touches, with one finger, and never hovers."""

    window: Window
    device: QPointingDevice = field(
        default_factory=lambda: QTest.createTouchDevice(QInputDevice.DeviceType.TouchScreen)
    )

    def press(self, name: str) -> None:
        """Touch what has that name; on the class screen a touch at its lower edge brings up the buttons."""
        window = self.window()
        if isinstance(window, AudienceWindow) and spot_named(window, name) is None:
            self.touch(QPoint(window.width() // 3, window.height() - 30))
        self.touch(seen_place(self.window(), name))

    def touch(self, place: QPoint) -> None:
        """Put the finger there, and lift it."""
        self.stroke(place, place)

    def stroke(self, start: QPoint, end: QPoint) -> None:
        """Put the finger down at one place and lift it at another."""
        handle = self.window().window().windowHandle()
        QTest.touchEvent(handle, self.device).press(0, start).commit()
        for step in range(1, _STEPS + 1) if start != end else ():
            QTest.touchEvent(handle, self.device).move(0, start + (end - start) * step / _STEPS).commit()
            settle()
        QTest.touchEvent(handle, self.device).release(0, end).commit()
        settle()


@dataclass
class Pointer:
    """Moves a pointer and lets it rest; there is no button to click with."""

    window: Window

    def press(self, name: str) -> None:
        """Go to what has that name and rest there; on the class screen, first to the lower edge."""
        window = self.window()
        if isinstance(window, AudienceWindow) and spot_named(window, name) is None:
            self.move(QPoint(window.width() // 3, window.height() - 2))
        self.rest_on(seen_place(window, name))

    def rest_on(self, place: QPoint) -> None:
        """Come from a place beside all that can be pressed, and stay for a little longer than is needed."""
        window = self.window()
        access = window.findChild(DwellAccess)
        assert access is not None
        self.move(QPoint(1, window.height() // 2))
        self.move(place)
        for _ in range(12):
            access.pass_time(0.1)
        settle()

    def move(self, place: QPoint) -> None:
        """Move the pointer, in pixels of the window."""
        QTest.mouseMove(self.window().window().windowHandle(), place)
        settle()


@dataclass
class OneSwitch:
    """Has one key, and waits for the light."""

    window: Window
    key: Qt.Key = Qt.Key.Key_Space

    def press(self, name: str) -> None:
        """Wait for the row with that name and press; wait for the name alone and press."""
        access = self.access()
        for _ in range(400):
            lit = [spot.name.removesuffix(", chosen") for spot in access.lit]
            if name in lit:
                self.hit()
                if len(lit) == 1:
                    return
                access = self.access()
            else:
                access.pass_time(0.5)
        raise AssertionError(f"{name!r} was never lit")

    def access(self) -> SwitchAccess:
        """What lights things in the window before them."""
        access = self.window().findChild(SwitchAccess)
        assert access is not None
        return access

    def hit(self) -> None:
        """Press the switch, and let it go."""
        window = self.window()
        holder: QWidget | None = window.focusWidget()
        QTest.keyClick(holder if holder is not None else window, self.key)
        settle()


@dataclass
class Keyboard:
    """Goes from control to control with Tab, and along chips with the arrows."""

    window: Window

    def press(self, name: str) -> None:
        """Tab to what has that name, or to its group, and press it."""
        for _ in range(200):
            holder = self.window().focusWidget()
            if isinstance(holder, QAbstractButton) and name in {holder.text(), holder.accessibleName()}:
                self.type(Qt.Key.Key_Space)
                return
            group = {chip.text() for chip in _group(holder)}
            self.type(Qt.Key.Key_Right if name in group else Qt.Key.Key_Tab)
        raise AssertionError(f"{name!r} was not reached")

    def type(self, *keys: Qt.Key) -> None:
        """Press keys where the focus is."""
        for key in keys:
            window = self.window()
            holder: QWidget | None = window.focusWidget()
            QTest.keyClick(holder if holder is not None else window, key)
            settle()


def _group(holder: QWidget | None) -> list[QAbstractButton]:
    button = holder if isinstance(holder, QAbstractButton) else None
    group = button.group() if button is not None else None
    return list(group.buttons()) if group is not None else []
