from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from lesson_player.control.commands import Command, Group, table
from lesson_player.control.keys import KeyMap, StepNumber
from lesson_player.teaching import moves
from lesson_player.teaching.desk import teacher_view
from tests.support.small_lesson import at_step, begin, course, press_next

ASKS_A_WINDOW = {"keys", "end", "disclosure", "go-to", "caption-style", "transcript", "film-tools"}
ASKS_A_WINDOW |= {"jump", "where", "help", "tour"}
ASKS_A_WINDOW |= {"appearance", "reading-style"}
ASKS_A_WINDOW |= {"settings"}


@pytest.mark.parametrize("command", table(), ids=lambda command: command.id)
def test_every_row_of_the_table_is_whole(command: Command) -> None:
    view = teacher_view(course(), begin(course()))

    assert command.words(view)
    assert command.help.endswith(".")
    assert isinstance(command.group, Group)
    assert isinstance(command.enabled(view), bool)
    assert isinstance(command.visible(view), bool)
    assert command.keys or command.id == "go-to"


def test_every_command_does_something() -> None:
    asks = {command.id for command in table() if command.move is None}
    assert asks == ASKS_A_WINDOW


def test_no_key_is_asked_for_twice() -> None:
    keys = [key.lower() for command in table() for key in command.keys]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("key", "text", "command"),
    [
        (Qt.Key.Key_Space, " ", "next"),
        (Qt.Key.Key_Right, "", "next"),
        (Qt.Key.Key_PageDown, "", "next"),
        (Qt.Key.Key_PageUp, "", "back"),
        (Qt.Key.Key_Left, "", "back"),
        (Qt.Key.Key_Home, "", "first"),
        (Qt.Key.Key_End, "", "last"),
        (Qt.Key.Key_B, "b", "hide"),
        (Qt.Key.Key_B, "B", "hide"),
        (Qt.Key.Key_Period, ".", "hide"),
        (Qt.Key.Key_C, "c", "captions"),
        (Qt.Key.Key_S, "s", "version"),
        (Qt.Key.Key_F8, "", "caption-style"),
        (Qt.Key.Key_V, "v", "caption-look"),
        (Qt.Key.Key_E, "e", "caption-track"),
        (Qt.Key.Key_W, "w", "signer-place"),
        (Qt.Key.Key_Z, "z", "signer-size"),
        (Qt.Key.Key_K, "k", "calm"),
        (Qt.Key.Key_Plus, "+", "larger"),
        (Qt.Key.Key_Minus, "-", "smaller"),
        (Qt.Key.Key_P, "p", "play"),
        (Qt.Key.Key_Comma, ",", "again"),
        (Qt.Key.Key_M, "m", "mute"),
        (Qt.Key.Key_BracketLeft, "[", "quieter"),
        (Qt.Key.Key_BracketRight, "]", "louder"),
        (Qt.Key.Key_Escape, "", "end"),
        (Qt.Key.Key_F1, "", "keys"),
        (Qt.Key.Key_F9, "", "disclosure"),
        (Qt.Key.Key_A, "a", "pause-point"),
        (Qt.Key.Key_L, "l", "repeat"),
        (Qt.Key.Key_J, "j", "chapter-before"),
        (Qt.Key.Key_N, "n", "chapter-next"),
        (Qt.Key.Key_I, "i", "frame-back"),
        (Qt.Key.Key_O, "o", "frame-on"),
        (Qt.Key.Key_BraceLeft, "{", "slower"),
        (Qt.Key.Key_BraceRight, "}", "faster"),
        (Qt.Key.Key_U, "u", "usual-speed"),
        (Qt.Key.Key_F, "f", "transcript"),
        (Qt.Key.Key_G, "g", "film-tools"),
        (Qt.Key.Key_Q, "q", "where"),
        (Qt.Key.Key_F2, "", "jump"),
        (Qt.Key.Key_F3, "", "help"),
        (Qt.Key.Key_F4, "", "tour"),
    ],
)
def test_the_keys_of_the_lesson(key: Qt.Key, text: str, command: str | None) -> None:
    made = course()
    view = teacher_view(made, begin(made))
    assert KeyMap(table()).command_for(key.value, Qt.KeyboardModifier.NoModifier, text, view) == command


def test_in_the_middle_of_the_film_space_plays_and_rests_it_and_a_clicker_goes_on() -> None:
    made, keys = course(), KeyMap(table())
    ready = at_step(made, "watch")
    playing = press_next(made, ready)
    resting = moves.play_or_rest(made, playing)
    at_its_mark = press_next(made, playing)
    plain = Qt.KeyboardModifier.NoModifier
    states = {
        "ready": (ready, "next"),
        "playing": (playing, "play"),
        "resting": (resting, "play"),
        "hidden": (moves.hide(made, playing), "next"),
        "asking": (at_its_mark, "next"),
        "after": (at_step(made, "talk"), "next"),
    }
    for name, (state, command) in states.items():
        view = teacher_view(made, state)
        assert keys.command_for(Qt.Key.Key_Space.value, plain, " ", view) == command, name
        for clicked in (Qt.Key.Key_Right, Qt.Key.Key_PageDown, Qt.Key.Key_Down):
            assert keys.command_for(clicked.value, plain, "", view) == "next", name
        assert keys.command_for(Qt.Key.Key_P.value, plain, "p", view) == "play", name


def test_in_the_film_no_key_is_asked_for_twice_and_none_is_lost() -> None:
    usual = [key for command in table() for key in command.keys]
    in_film = [key for command in table() for key in command.keys_in_film or command.keys]

    assert sorted(usual) == sorted(in_film)


def test_chords_are_left_alone() -> None:
    for modifier in (Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier):
        view = teacher_view(course(), begin(course()))
        assert KeyMap(table()).command_for(Qt.Key.Key_C.value, modifier, "c", view) is None


def test_a_step_number_is_typed_digit_by_digit() -> None:
    number = StepNumber()

    assert number.type("1")
    assert number.type("2")
    assert number.enter() == 12
    assert number.enter() is None


def test_another_key_forgets_the_number() -> None:
    number = StepNumber()
    number.type("1")

    assert not number.type("x")
    assert not number.type("²")
    assert number.enter() is None


def test_film_buttons_join_only_in_a_film_step() -> None:
    made = course()
    table_by_id = {command.id: command for command in table()}
    outside, inside = (teacher_view(made, at_step(made, name)) for name in ("rules", "watch"))

    for name in ("play", "louder", "quieter", "mute"):
        assert not table_by_id[name].visible(outside)
        assert table_by_id[name].visible(inside)
    for name in ("captions", "version"):
        assert table_by_id[name].visible(outside), "captions and BSL stay on one level with play"


def test_what_is_for_the_teacher_alone_is_not_offered_on_a_shared_screen() -> None:
    shared = course(private=False)
    private = [command for command in table() if command.private]

    assert {"disclosure", "transcript", "film-tools"} <= {command.id for command in private}
    for step in ("rules", "watch"):
        view = teacher_view(shared, at_step(shared, step))
        assert [command.id for command in private if command.visible(view)] == []
