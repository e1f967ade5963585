"""What a teacher chose in a room is there again in that room, and in no other."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from lesson_player.application.rooms import RoomChoice, Rooms
from lesson_player.desktop.displays import Display
from lesson_player.foundation.settings import Settings

LAPTOP = Display("laptop", 1366, 768, primary=True)
BOARD = Display("board", 1920, 1080, primary=False, maker="EPSON", serial="1")
TWO = RoomChoice("two", "board", "second", "HDMI")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def rooms(file: Path) -> Rooms:
    return Rooms(Settings(file))


def test_the_same_screens_bring_the_same_choice_whatever_their_order(file: Path) -> None:
    rooms(file).keep((LAPTOP, BOARD), TWO, several=True)
    again = rooms(file)
    assert again.choice((BOARD, LAPTOP)) == TWO
    assert again.choice((LAPTOP,)) == RoomChoice()
    assert again.choice((LAPTOP, replace(BOARD, serial="2"))) == RoomChoice(), "the same board elsewhere"


def test_each_room_has_its_own(file: Path) -> None:
    rooms(file).keep((LAPTOP, BOARD), TWO, several=True)
    other = (LAPTOP, replace(BOARD, serial="2"))
    rooms(file).keep(other, RoomChoice("shared"), several=True)
    assert rooms(file).choice((LAPTOP, BOARD)) == TWO
    assert rooms(file).choice(other) == RoomChoice("shared")


def test_with_one_picture_only_the_sound_is_remembered(file: Path) -> None:
    """Else "I am preparing alone" from home would bring up the notes in class, on a duplicated screen."""
    rooms(file).keep((LAPTOP,), RoomChoice("alone", sound="HDMI"), several=False)
    assert rooms(file).choice((LAPTOP,)) == RoomChoice(sound="HDMI")


def test_an_unchanged_choice_is_not_written_again(file: Path) -> None:
    rooms(file).keep((LAPTOP,), RoomChoice(), several=False)
    assert not file.exists()


@pytest.mark.parametrize("entry", ['"text"', "{ screens = 5, class_screen = [], new = 1 }", "[1]"])
def test_an_entry_that_makes_no_sense_is_nothing_chosen(entry: str, file: Path) -> None:
    file.write_text(f'[rooms]\n"laptop 1366x768" = {entry}\n')
    assert rooms(file).choice((LAPTOP,)) == RoomChoice()
