"""Keys that a user has chosen: whatever is pressed or read, there is a way on and a way out."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from lesson_player.control import key_file
from lesson_player.control.commands import table
from lesson_player.control.key_presses import known_name, name_of_press, why_not_a_command
from lesson_player.control.key_settings import (
    FIXED,
    MOST,
    NEEDED,
    NO_KEYS,
    KeyChoice,
    give,
    read_keys,
    take,
    why_not_give,
    why_not_take,
    with_keys,
)

COMMANDS = [command.id for command in table() if command.id not in NO_KEYS]
USUAL = sorted({key for command in table() for key in command.keys})
NAMES = st.sampled_from([*USUAL, "F5", ";", "Media Next", "Return", "5", "", "X"])
NONE = Qt.KeyboardModifier.NoModifier


def assert_sound(choice: KeyChoice) -> None:
    """No key twice, the ways out where they belong, and a key that goes on, in the film too."""
    commands = with_keys(choice)
    usual = [key for command in commands for key in command.keys]
    in_film = [
        key for each in commands for key in (each.keys if each.keys_in_film is None else each.keys_in_film)
    ]
    assert len(usual) == len(set(usual))
    assert len(in_film) == len(set(in_film))
    assert {key: choice.owner(key) for key in FIXED} == FIXED
    on = next(command for command in commands if command.id == NEEDED)
    assert on.keys
    assert on.keys_in_film is None or on.keys_in_film
    assert all(not why_not_a_command(key) for key in usual)


def test_without_a_choice_the_table_is_as_it_is() -> None:
    assert [(each.id, each.keys, each.keys_in_film) for each in with_keys(KeyChoice())] == [
        (each.id, each.keys, each.keys_in_film) for each in table()
    ]


@given(st.lists(st.tuples(st.booleans(), st.sampled_from(COMMANDS), NAMES), max_size=30))
def test_whatever_is_given_and_taken_there_is_a_way_on_and_out(changes: list[tuple[bool, str, str]]) -> None:
    choice = KeyChoice()
    for gives, command, key in changes:
        before = choice
        why_not = (why_not_give if gives else why_not_take)(choice, command, key)
        choice = (give if gives else take)(choice, command, key)
        assert not (why_not and choice != before), "what is refused changes nothing"
        if gives and not why_not:
            assert choice.owner(key) == command
        assert_sound(choice)
    assert read_keys({name: list(keys) for name, keys in choice.chosen.items()}) == (choice, ())


ROWS = st.one_of(
    st.lists(st.one_of(NAMES, st.text(max_size=3)), max_size=10), st.integers(), st.text(max_size=4)
)


@given(st.dictionaries(st.one_of(st.sampled_from(COMMANDS), st.text(max_size=5)), ROWS, max_size=8))
def test_whatever_stands_in_a_file_there_is_a_way_on_and_out(values: dict[str, object]) -> None:
    choice, _ = read_keys(values)
    assert_sound(choice)


def test_a_key_that_is_given_leaves_its_former_command() -> None:
    choice = give(KeyChoice(), "calm", ".")
    assert (choice.keys("calm"), choice.keys("hide")) == (("K", "."), ("B",))
    assert take(choice, "calm", ".").chosen == {"hide": ("B",)}


def test_space_rests_the_film_only_while_another_key_goes_on() -> None:
    choice = KeyChoice()
    for key in ("Right", "Down", "PgDown"):
        choice = take(choice, NEEDED, key)
    on, play = (next(each for each in with_keys(choice) if each.id == name) for name in (NEEDED, "play"))
    assert (on.keys, on.keys_in_film, play.keys_in_film) == (("Space",), None, None)
    assert "last key that goes on" in why_not_take(choice, NEEDED, "Space")
    assert "last key that goes on" in why_not_give(choice, "hide", "Space")


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("F1", "always a way out"),
        ("Esc", "always a way out"),
        ("7", "Digits"),
        ("Tab", "Tab and Enter"),
        ("Return", "Tab and Enter"),
        ("", "cannot be used"),
        ("B", "already"),
    ],
)
def test_what_cannot_be_a_key_is_said_in_words(key: str, words: str) -> None:
    assert words in why_not_give(KeyChoice(), "hide", key)


def test_a_command_has_so_many_keys_and_no_more() -> None:
    choice = KeyChoice({"hide": tuple(f"F{number}" for number in range(11, 11 + MOST))})
    assert "Take one away" in why_not_give(choice, "hide", "F5")


@pytest.mark.parametrize(
    ("key", "modifiers", "text", "name"),
    [
        (Qt.Key.Key_Period, NONE, ".", "."),
        (Qt.Key.Key_F5, NONE, "", "F5"),
        (Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier, "", "F5"),
        (Qt.Key.Key_PageDown, NONE, "", "PgDown"),
        (Qt.Key.Key_B, NONE, "b", "B"),
        (Qt.Key.Key_Space, NONE, " ", "Space"),
        (Qt.Key.Key_Delete, NONE, "\x7f", "Del"),
        (Qt.Key.Key_MediaNext, NONE, "", "Media Next"),
        (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, "\x02", ""),
        (Qt.Key.Key_Shift, Qt.KeyboardModifier.ShiftModifier, "", ""),
        (Qt.Key.Key_unknown, NONE, "", ""),
    ],
)
def test_keys_are_called_as_in_the_table(
    key: Qt.Key, modifiers: Qt.KeyboardModifier, text: str, name: str
) -> None:
    assert name_of_press(key.value, modifiers, text) == name


def test_every_key_of_the_table_is_known_by_its_name() -> None:
    assert [known_name(key) for key in USUAL] == USUAL


def test_a_clash_in_a_file_is_named() -> None:
    choice, problems = read_keys({"hide": ["Q"], "calm": ["q"]})
    assert problems == ("The key “Q” is there twice: for “hide” and “calm”.",)
    assert choice.owner("Q") in {"hide", "calm"}


def test_a_choice_comes_before_what_is_usual_for_another_command() -> None:
    choice, problems = read_keys({"hide": ["K"]})
    assert (choice.keys("hide"), choice.keys("calm"), problems) == (("K",), (), ())


def test_keys_go_to_another_computer_in_a_file(tmp_path: Path) -> None:
    choice, path = give(give(KeyChoice(), "calm", "."), "next", "F5"), tmp_path / "keys.toml"
    path.write_bytes(key_file.written(choice))
    assert key_file.read(path) == (choice, ())
    assert tomllib.loads(path.read_text(encoding="utf-8"))["keys"]["calm"] == ["K", "."]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "no part [keys]"),
        (b"keys = 3", "no part [keys]"),
        (b"[keys", "not written as a file of keys"),
        (b"\xff\xfe\x00", "not made of words"),
        (b"#" * (key_file.LARGEST + 1), "too large"),
        (b"format = 2\n[keys]\n", "another version"),
        (b"[keys]\nhide = ['Q']", "another version"),
        (b"format = 1\n[keys]\nfly = ['Q']", "no command “fly”"),
        (b"format = 1\n[keys]\nhide = 'Q'", "“hide” needs a list"),
        (b"format = 1\n[keys]\nhide = ['Ctrl+Q']", "cannot have the key “Ctrl+Q”"),
        (b"format = 1\n[keys]\nhide = ['Esc']", "cannot have the key “Esc”"),
        (b"format = 1\n[keys]\nnext = []", "No key goes on"),
        (b"format = 1\n[keys]\nhide = ['Q']\ncalm = ['Q']", "twice"),
        (b"a = " + b"[" * 20_000, "not written as a file of keys"),
    ],
)
def test_a_file_that_is_wrong_gives_no_keys_and_says_why(tmp_path: Path, content: bytes, words: str) -> None:
    path = tmp_path / "keys.toml"
    path.write_bytes(content)
    choice, problems = key_file.read(path)
    assert choice is None
    assert any(words in problem for problem in problems), problems


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    choice, problems = key_file.read(tmp_path / "none.toml")
    assert choice is None
    assert "could not be opened" in problems[0]
