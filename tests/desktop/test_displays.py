"""Screens as a teacher knows them, and rooms as the screens that are in them."""

from __future__ import annotations

import struct
from dataclasses import replace
from unittest.mock import create_autospec

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QGuiApplication, QScreen

from lesson_player.desktop import displays as module
from lesson_player.desktop.cloned import screens_are_cloned, shares_a_picture
from lesson_player.desktop.displays import Display, displays, mirrored, room_of, screen_named

LAPTOP = Display("eDP-1", 1366, 768, primary=True)
BOARD = Display("PJ", 1920, 1080, primary=False, maker="EPSON", model="EB", serial="42")


def screen(name: str, x: int, y: int = 0, width: int = 1920, height: int = 1080) -> QScreen:
    made = create_autospec(QScreen, instance=True)
    made.name.return_value = name
    made.model.return_value = made.manufacturer.return_value = made.serialNumber.return_value = ""
    made.geometry.return_value = QRect(x, y, width, height)
    made.size.return_value = QRect(x, y, width, height).size()
    made.devicePixelRatio.return_value = 2.0
    return made  # type: ignore[no-any-return]


@pytest.fixture
def connect(monkeypatch: pytest.MonkeyPatch) -> object:
    def connected(*screens: QScreen) -> None:
        application = create_autospec(QGuiApplication)
        application.screens.return_value = list(screens)
        application.primaryScreen.return_value = screens[0]
        monkeypatch.setattr(module, "QGuiApplication", application)

    return connected


def test_two_boards_of_one_name_are_told_apart_from_left_to_right(connect: object) -> None:
    right, left = screen("EPSON PJ", 3000), screen("EPSON PJ", 1000)
    connect(screen("\\\\.\\DISPLAY1", 0), right, left)  # type: ignore[operator]
    assert [each.name for each in displays()] == ["DISPLAY1", "EPSON PJ (2)", "EPSON PJ"]
    assert screen_named("EPSON PJ (2)") is right
    assert screen_named("EPSON PJ") is left
    assert screen_named("nowhere") is None


def test_sizes_are_in_device_pixels(connect: object) -> None:
    connect(screen("4K", 0))  # type: ignore[operator]
    assert displays()[0].words == "4K, 3840 × 2160"


def test_screens_at_one_place_show_one_picture(connect: object) -> None:
    connect(screen("a", 0), screen("b", 1920))  # type: ignore[operator]
    assert not mirrored()
    connect(screen("a", 0), screen("b", 1919))  # type: ignore[operator]
    assert not mirrored(), "fractional scaling lets neighbours overlap by a pixel"
    connect(screen("a", 0), screen("b", 0))  # type: ignore[operator]
    assert mirrored()
    connect(screen("a", 0), screen("b", 0, width=1366, height=768))  # type: ignore[operator]
    assert mirrored(), "one picture, on screens of two resolutions"


def test_a_room_is_the_set_of_its_screens() -> None:
    assert room_of((LAPTOP, BOARD)) == room_of((BOARD, LAPTOP))
    assert room_of((LAPTOP,)) == "eDP-1 1366x768"
    for other in (replace(BOARD, serial="43"), replace(BOARD, width=1280), replace(BOARD, name="HDMI-1")):
        assert room_of((LAPTOP, other)) != room_of((LAPTOP, BOARD))


def test_a_screen_is_known_again_by_its_name_or_by_its_number() -> None:
    assert BOARD.is_again(replace(BOARD, width=1280, height=720))
    assert BOARD.is_again(replace(BOARD, name="DP-3"))
    assert not BOARD.is_again(replace(BOARD, name="DP-3", serial="43"))
    assert not LAPTOP.is_again(replace(LAPTOP, name="DP-3")), "nothing is known of either but the name"


def path(card: int, picture: int, target: int) -> bytes:
    """A path as Windows lists it: from a picture on a graphics card to a screen."""
    return struct.pack("<QI", card, picture) + bytes(8) + struct.pack("<QI", card, target) + bytes(40)


def test_two_screens_with_one_picture_are_found_in_what_windows_says() -> None:
    assert not shares_a_picture(b"")
    assert not shares_a_picture(path(7, 0, 1) + path(7, 1, 2))
    assert shares_a_picture(path(7, 0, 1) + path(7, 0, 2))
    assert not shares_a_picture(path(7, 0, 1) + path(8, 0, 2)), "another graphics card"


def test_a_system_that_does_not_say_is_taken_at_its_word() -> None:
    assert not screens_are_cloned()
