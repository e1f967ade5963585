from __future__ import annotations

import getpass
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.foundation.person import patterns_for, without_person


def cleaned(text: str, home: str, name: str) -> str:
    for pattern, instead in patterns_for(home, name):
        text = pattern.sub(instead, text)
    return text


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("/home/jsmith/.local/share/lesson-player", "~/.local/share/lesson-player"),
        ("cannot read '/home/jsmith'", "cannot read '~'"),
        (r"\\srv\staff\JSmith\films", r"\\srv\staff\(user)\films"),
        ("/home/jsmithson/films", "/home/jsmithson/films"),
        ("blacksmith", "blacksmith"),
    ],
)
def test_folder_and_name_are_taken_out_and_nothing_else(text: str, left: str) -> None:
    assert cleaned(text, "/home/jsmith", "jsmith") == left


@pytest.mark.parametrize("text", [r"C:\Users\jsmith\x", r"C:\\Users\\jsmith\\x", "c:/users/jsmith/x"])
def test_a_folder_of_windows_is_known_however_it_is_written(text: str) -> None:
    assert cleaned(text, r"C:\Users\jsmith", "jsmith").startswith("~")
    assert "jsmith" not in cleaned(text, r"C:\Users\jsmith", "jsmith")


@pytest.mark.parametrize("name", ["", "jo", "Teacher", "root"])
def test_a_name_that_is_a_word_of_any_text_stays(name: str) -> None:
    text = "the teacher is not at the root of jo's text"
    assert cleaned(text, "/", name) == text


@given(st.text())
def test_without_this_user_no_text_has_the_folder(text: str) -> None:
    assert str(Path.home()) not in without_person(f"{text} {Path.home()}/x {text}")


def test_this_computer_can_be_asked() -> None:
    assert without_person(f"{Path.home()}/films") == "~/films"
    assert getpass.getuser()
