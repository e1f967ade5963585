"""The question before a lesson: class screen, a second board, sound; as in this room last time."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from lesson_player.desktop.displays import Display
from lesson_player.ui.library.start_dialog import Audience, StartChoice, StartDialog
from tests.support.probes import WindowProbe

LAPTOP = Display("laptop", 1366, 768, primary=True)
BOARD = Display("board", 1920, 1080, primary=False)
SMART = Display("smart", 3840, 2160, primary=False)
OUTPUTS = ("Speakers", "HDMI")


@pytest.fixture
def shown(windows: list[QWidget]) -> object:
    def show(*displays: Display, **more: object) -> tuple[StartDialog, WindowProbe]:
        dialog = StartDialog(displays, mirrored=False, **more)  # type: ignore[arg-type]
        windows.append(dialog)
        probe = WindowProbe(dialog)
        probe.show(640, 700)
        return dialog, probe

    return show


def test_what_was_chosen_in_this_room_is_marked_and_enter_starts(shown: object) -> None:
    last = StartChoice(Audience.OWN_SCREEN, SMART, BOARD, "HDMI")
    dialog, probe = shown(LAPTOP, BOARD, SMART, outputs=OUTPUTS, last=last)  # type: ignore[operator]
    assert dialog.choice == last
    assert probe.focus() is dialog.row.chips[1]
    probe.key(Qt.Key.Key_Return)
    assert dialog.result() == StartDialog.DialogCode.Accepted.value


def test_screens_have_names_and_sizes_and_the_teachers_own_says_so(shown: object) -> None:
    dialog, probe = shown(LAPTOP, BOARD, SMART)  # type: ignore[operator]
    words = [chip.text() for chip in dialog.row.chips]
    assert words == [
        "board, 1920 × 1080",
        "smart, 3840 × 2160",
        "The class sees this screen too",
        "I am preparing alone",
        "laptop, 1366 × 768 (this screen)",
    ]
    assert [chip.accessibleName() for chip in dialog.row.chips] == words
    assert "The class sees only the lesson there." in probe.texts()


def test_a_screen_that_is_not_here_any_more_is_not_chosen(shown: object) -> None:
    last = StartChoice(Audience.OWN_SCREEN, SMART, None, "HDMI")
    dialog, probe = shown(LAPTOP, BOARD, outputs=("Speakers",), last=last)  # type: ignore[operator]
    assert dialog.choice == StartChoice(Audience.OWN_SCREEN, BOARD)
    assert "“HDMI”, which you chose here last, is not connected now." in probe.texts()


def test_a_second_board_is_offered_only_where_a_screen_is_left_for_the_notes(shown: object) -> None:
    two, _ = shown(LAPTOP, BOARD)  # type: ignore[operator]
    assert not two.second.isVisible()
    three, probe = shown(LAPTOP, BOARD, SMART)  # type: ignore[operator]
    assert three.second.isVisible()
    probe.click(three.second.row.chips[2])
    assert three.choice == StartChoice(Audience.OWN_SCREEN, BOARD, SMART)
    probe.click(three.row.chips[1])
    assert three.choice == StartChoice(Audience.OWN_SCREEN, SMART), "no screen is chosen twice"
    probe.click(three.row.chips[2])
    assert three.choice == StartChoice(Audience.SHARED)
    assert not three.second.isVisible()


def test_the_sound_is_chosen_by_name_and_tried(shown: object) -> None:
    dialog, probe = shown(LAPTOP, BOARD, outputs=OUTPUTS)  # type: ignore[operator]
    asked: list[str] = []
    dialog.sound_test_asked.connect(asked.append)
    probe.press("Play a soft sound")
    probe.click(dialog.sound.row.chips[1])
    probe.press("Play a soft sound")
    assert asked == ["", "HDMI"]
    assert dialog.choice.sound == "HDMI"


def test_without_sound_it_is_said_and_nothing_can_be_pressed(shown: object) -> None:
    _, probe = shown(LAPTOP)  # type: ignore[operator]
    assert "No sound output was found." in probe.texts()
    assert [each.text() for each in probe.buttons()] == ["Start", "Not now"]


def test_all_of_it_is_reached_by_tab(shown: object) -> None:
    dialog, probe = shown(LAPTOP, BOARD, SMART, outputs=OUTPUTS)  # type: ignore[operator]
    stops = probe.tab_stops()
    for part in (dialog.row.chips[0], dialog.second.row.chips[0], dialog.sound.row.chips[0]):
        assert part in stops
    assert {dialog.sound.button, dialog.start_button, dialog.cancel_button} <= set(stops)
