"""What the check says of screens and sound, in the room that the computer stands in."""

from __future__ import annotations

import pytest

from lesson_player.application.machine import screens_line, sound_line
from lesson_player.application.rooms import RoomChoice
from lesson_player.desktop.displays import Display
from lesson_player.model.library import Readiness

LAPTOP = Display("laptop", 1366, 768, primary=True)
BOARD = Display("board", 1920, 1080, primary=False)
SMART = Display("smart", 3840, 2160, primary=False)
NEW = RoomChoice()


@pytest.mark.parametrize(
    ("connected", "room", "words"),
    [
        ((LAPTOP, BOARD), NEW, "Class screen: board, 1920 × 1080. Yours: laptop, 1366 × 768"),
        (
            (LAPTOP, BOARD),
            RoomChoice(class_screen="laptop", second_screen="board"),
            "Class screen: laptop, 1366 × 768. Yours: board, 1920 × 1080",
        ),
        (
            (LAPTOP, BOARD, SMART),
            RoomChoice(class_screen="smart", second_screen="board"),
            f"Class screen: {SMART.words}. Yours: {LAPTOP.words}. The same also on: {BOARD.words}",
        ),
    ],
)
def test_it_says_which_screen_is_whose(connected: tuple[Display, ...], room: RoomChoice, words: str) -> None:
    line = screens_line(connected, room, cloned=False)
    assert (line.sentence, line.readiness) == (words, Readiness.GOOD)


def test_one_picture_is_a_warning_with_a_way_out() -> None:
    for line in (screens_line((LAPTOP,), NEW, cloned=False), screens_line((LAPTOP, BOARD), NEW, cloned=True)):
        assert line.readiness is Readiness.WARNING
        assert "The class sees this screen too" in line.remedy


def test_the_sound_is_that_of_the_room() -> None:
    outputs = ("Speakers", "HDMI")
    assert sound_line(outputs, NEW).sentence == "Sound: Speakers"
    assert sound_line(outputs, RoomChoice(sound="HDMI")).sentence == "Sound: HDMI"
    missing = sound_line(outputs, RoomChoice(sound="Loop"))
    assert "“Loop”" in missing.sentence
    assert missing.remedy.endswith("Speakers")
    assert missing.readiness is sound_line((), NEW).readiness is Readiness.WARNING
