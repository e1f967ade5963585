"""Which screens there are."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtGui import QScreen


@dataclass(frozen=True, slots=True)
class Display:
    """One screen as a teacher knows it."""

    name: str
    width: int
    """In device pixels."""
    height: int
    primary: bool

    @property
    def words(self) -> str:
        """Its name and size, such as "HDMI-1, 1920 × 1080"."""
        return tr("{name}, {width} × {height}", name=self.name, width=self.width, height=self.height)


def displays() -> tuple[Display, ...]:
    """All screens, the primary one first."""
    primary = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not primary)
    return tuple(_display(screen, is_primary=screen is primary) for screen in screens)


def screen_named(name: str) -> QScreen | None:
    """Qt's screen of that name, or None when it is not connected."""
    return next((screen for screen in QGuiApplication.screens() if _name(screen) == name), None)


def mirrored() -> bool:
    """Whether two screens show the same picture: then the class would see all that the teacher sees."""
    places = [screen.geometry().getRect() for screen in QGuiApplication.screens()]
    return len(places) > len(set(places))


def _display(screen: QScreen, *, is_primary: bool) -> Display:
    size, ratio = screen.size(), screen.devicePixelRatio()
    return Display(_name(screen), round(size.width() * ratio), round(size.height() * ratio), is_primary)


def _name(screen: QScreen) -> str:
    return screen.name() or screen.model() or tr("screen")
