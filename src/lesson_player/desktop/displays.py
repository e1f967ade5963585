"""Which screens there are."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from PySide6.QtGui import QGuiApplication

from lesson_player.desktop.cloned import screens_are_cloned
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from PySide6.QtCore import QRect
    from PySide6.QtGui import QScreen


@dataclass(frozen=True, slots=True)
class Display:
    """One screen as a teacher knows it."""

    name: str
    width: int
    """In device pixels."""
    height: int
    primary: bool
    maker: str = ""
    model: str = ""
    serial: str = ""
    """Maker, model and serial number are empty where the system does not tell them."""

    @property
    def words(self) -> str:
        """Its name and size, such as "HDMI-1, 1920 × 1080"."""
        return tr("{name}, {width} × {height}", name=self.name, width=self.width, height=self.height)

    @property
    def identity(self) -> str:
        """The same text for the same screen at the same resolution, in one line."""
        about = (self.name, f"{self.width}x{self.height}", self.maker, self.model, self.serial)
        return " ".join(" ".join(about).split())

    def is_again(self, other: Display) -> bool:
        """Whether *other* is this screen, perhaps at another resolution or another socket."""
        built = (self.maker, self.model, self.serial)
        if all(built) and built == (other.maker, other.model, other.serial):
            return True
        return self.name == other.name


def displays() -> tuple[Display, ...]:
    """All screens, the primary one first."""
    return tuple(display for _, display in screens_and_displays())


def screens_and_displays() -> tuple[tuple[QScreen, Display], ...]:
    """Qt's screens, each with what a teacher knows of it, the primary one first."""
    primary = QGuiApplication.primaryScreen()
    screens = sorted(QGuiApplication.screens(), key=lambda screen: screen is not primary)
    names = _names(screens)
    return tuple((screen, _display(screen, name)) for screen, name in zip(screens, names, strict=True))


def screen_named(name: str) -> QScreen | None:
    """Qt's screen of that name, or None when it is not connected."""
    return next((screen for screen, display in screens_and_displays() if display.name == name), None)


def mirrored() -> bool:
    """Whether two screens show the same picture: then the class would see all that the teacher sees."""
    places = [screen.geometry() for screen in QGuiApplication.screens()]
    return any(_share(*pair) for pair in combinations(places, 2)) or screens_are_cloned()


def room_of(screens: tuple[Display, ...]) -> str:
    """The room that a set of screens stands for, whatever their order: its name in the settings."""
    return "; ".join(sorted(screen.identity for screen in screens))


def _share(one: QRect, other: QRect) -> bool:
    """Whether two screens show the same part of the desktop, perhaps at different resolutions.

    With fractional scaling neighbours may overlap by a pixel, which is nothing.
    """
    both = one.intersected(other)
    smaller = min(one.width() * one.height(), other.width() * other.height())
    return not both.isEmpty() and both.width() * both.height() > smaller / 10


def _display(screen: QScreen, name: str) -> Display:
    size, ratio = screen.size(), screen.devicePixelRatio()
    return Display(
        name,
        round(size.width() * ratio),
        round(size.height() * ratio),
        screen is QGuiApplication.primaryScreen(),
        screen.manufacturer(),
        screen.model(),
        screen.serialNumber(),
    )


def _names(screens: list[QScreen]) -> list[str]:
    """A name for each; two screens of the same name are told apart by numbers, from left to right."""
    plain = [screen.name().removeprefix("\\\\.\\") or screen.model() or tr("screen") for screen in screens]
    places = [screen.geometry().x() for screen in screens]
    named = []
    for name, place in zip(plain, places, strict=True):
        same = sorted(other for other, at in zip(places, plain, strict=True) if at == name)
        number = same.index(place) + 1
        named.append(tr("{name} ({number})", name=name, number=number) if number > 1 else name)
    return named
