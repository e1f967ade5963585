"""What the school lays down: read with care, never in the way of a lesson."""

from __future__ import annotations

import os
import sys
from dataclasses import replace
from pathlib import Path
from types import TracebackType
from typing import Any, Self

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lesson_player.foundation.policy import HIDE, Policy, policy_from, read_policy
from lesson_player.foundation.policy_registry import registry_policy
from lesson_player.foundation.settings import Settings

GOOD = """
why = "Ask Mr Holt in room 4."
adaptation = "easy-read"
hide_export = true
hide_own_pictures = true
hide_own_voices = true
symbol_folders = ["/srv/school/symbols"]
lesson_folders = ["/srv/school/lessons"]
film_folders = ["/srv/school/films"]

[safeguarding]
name = "The office"
room = "12"

[locked.captions]
percent = 150
"""


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "policy.toml"


def _write(file: Path, content: str | bytes, mode: int = 0o644) -> Path:
    file.write_bytes(content.encode() if isinstance(content, str) else content)
    file.chmod(mode)
    return file


def test_all_that_a_school_can_lay_down(file: Path) -> None:
    policy = read_policy(_write(file, GOOD))

    assert policy == Policy(
        locked={"captions": {"percent": 150}, "safeguarding": {"name": "The office", "room": "12"}},
        lesson_folders=(Path("/srv/school/lessons"),),
        film_folders=(Path("/srv/school/films"),),
        adaptation="easy-read",
        hide_export=True,
        hide_own_pictures=True,
        hide_own_voices=True,
        symbol_folders=(Path("/srv/school/symbols"),),
        why="Ask Mr Holt in room 4.",
    )
    assert policy.holds("captions", "percent")
    assert not policy.holds("captions", "text")


def test_a_computer_without_a_policy_has_none(file: Path) -> None:
    assert read_policy(file) == Policy()
    assert read_policy(file / "below") == Policy()


@pytest.mark.parametrize(
    "content",
    [
        b"hide_export = maybe",
        b"\xff\xfe\x00",
        b"[locked]\n[locked]\n",
        b"a = " + b"[" * 20_000,
        b"# " + b"x" * 70_000,
    ],
    ids=["no TOML", "no text", "twice", "too deep", "too large"],
)
def test_a_policy_that_cannot_be_read_gives_the_safe_defaults(file: Path, content: bytes) -> None:
    policy = read_policy(_write(file, content))

    assert "could not be used" in policy.trouble
    assert "Ask your technician" in policy.trouble
    assert "\n" not in policy.trouble
    hidden = Policy(hide_export=True, hide_own_pictures=True, hide_own_voices=True)
    assert policy == replace(hidden, trouble=policy.trouble)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has other rights, and the registry")
@pytest.mark.parametrize("mode", [0o666, 0o664, 0o646])
def test_a_policy_that_others_can_write_is_not_the_schools(file: Path, mode: int) -> None:
    policy = read_policy(_write(file, GOOD, mode))

    assert policy.hide_export
    assert policy.locked == {}
    assert "can write it" in policy.trouble


def test_on_windows_a_policy_can_be_tried_from_a_file(file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delattr(os, "geteuid")
    monkeypatch.setattr(sys, "platform", "win32")
    policy = read_policy(_write(file, 'adaptation = "easy-read"', 0o666))

    assert (policy.adaptation, policy.trouble) == ("easy-read", "")


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no pipes among its files")
def test_a_pipe_is_not_waited_for(file: Path) -> None:
    os.mkfifo(file)

    assert "it is no file" in read_policy(file).trouble


def test_a_folder_in_its_place_is_told(file: Path) -> None:
    file.mkdir()

    assert "could not be used" in read_policy(file).trouble


@pytest.mark.parametrize(
    ("line", "name"),
    [
        ('lesson_folders = ["lessons"]', "lesson_folders"),
        ('lesson_folders = ["/srv/../etc"]', "lesson_folders"),
        ('film_folders = ["https://school.example/films"]', "film_folders"),
        ('film_folders = ["/srv/a\\u0000b"]', "film_folders"),
        ('film_folders = "/srv"', "film_folders"),
        (f"lesson_folders = {['/a'] * 17}", "lesson_folders"),
        ("adaptation = 3", "adaptation"),
        ('why = "\\u001b[31m"', "why"),
        ("colour = 1", "colour"),
        ("safeguarding = 1", "safeguarding"),
        ("locked.captions = [1]", "captions"),
        ("locked.captions.text.deep = 1", "captions"),
    ],
)
def test_what_makes_no_sense_is_left_out_and_told_and_the_rest_holds(
    file: Path, line: str, name: str
) -> None:
    policy = read_policy(_write(file, f'{line}\n[locked.signer]\nplace = "right"\n'))

    assert f"“{name}”" in policy.trouble
    assert policy.holds("signer", "place")
    assert (policy.lesson_folders, policy.film_folders, policy.adaptation, policy.why) == ((), (), "", "")
    assert not policy.hide_export


def test_locked_values_that_are_no_sections_are_told(file: Path) -> None:
    assert "“locked”" in read_policy(_write(file, "locked = 1")).trouble


@pytest.mark.parametrize("name", HIDE)
def test_a_misspelt_wish_to_hide_something_hides_it(file: Path, name: str) -> None:
    policy = read_policy(_write(file, f'{name} = "yes"'))
    assert getattr(policy, name)
    assert f"“{name}”" in policy.trouble
    assert not any(getattr(policy, other) for other in HIDE if other != name)


@given(st.binary(max_size=300))
def test_no_file_stops_the_program(tmp_path_factory: pytest.TempPathFactory, content: bytes) -> None:
    policy = read_policy(_write(tmp_path_factory.mktemp("policy") / "policy.toml", content))

    assert isinstance(policy, Policy)


_DATA = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inside: st.lists(inside, max_size=4) | st.dictionaries(st.text(max_size=8), inside, max_size=4),
    max_leaves=10,
)
_NAMES = st.sampled_from(
    ["why", "adaptation", "hide_export", "lesson_folders", "film_folders", "safeguarding", "locked", "other"]
)


@given(st.dictionaries(_NAMES, _DATA, max_size=6))
def test_no_value_stops_the_program(data: dict[str, Any]) -> None:
    policy = policy_from(data)

    assert all(folder.is_absolute() for folder in (*policy.lesson_folders, *policy.film_folders))
    assert policy.trouble or set(data) <= {"why", "adaptation", "hide_export", "lesson_folders"} | {
        "film_folders",
        "safeguarding",
        "locked",
    }


def test_the_school_wins_over_the_user_and_the_users_own_value_is_kept(tmp_path: Path) -> None:
    own = tmp_path / "settings.toml"
    Settings(own).keep("captions", {"percent": 75, "text": "#FFFF00"})
    settings = Settings(own, Policy(locked={"captions": {"percent": 150}}))

    assert settings.section("captions") == {"percent": 150, "text": "#FFFF00"}
    settings.keep("captions", {"percent": 200, "text": "#FFFFFF"})
    settings.replace("captions", {"percent": 200, "text": "#00FFFF"})
    assert settings.section("captions") == {"percent": 150, "text": "#00FFFF"}
    assert Settings(own).section("captions") == {"percent": 75, "text": "#00FFFF"}


class Key:
    """A key of a registry of the test's own."""

    def __init__(self, values: dict[str, Any], keys: dict[str, Key] | None = None) -> None:
        self.values, self.keys = values, keys or {}

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        pass


class FakeRegistry:
    """Answers as `winreg` does."""

    def __init__(self, machine: Key) -> None:
        self.HKEY_LOCAL_MACHINE = machine

    def OpenKey(self, key: Key, sub_key: str) -> Key:  # noqa: N802 - winreg's own
        try:
            return key.keys[sub_key]
        except KeyError:
            raise FileNotFoundError(sub_key) from None

    def EnumValue(self, key: Key, index: int) -> tuple[str, Any, int]:  # noqa: N802 - winreg's own
        try:
            return (*list(key.values.items())[index], 1)
        except IndexError:
            raise OSError("no more") from None

    def EnumKey(self, key: Key, index: int) -> str:  # noqa: N802 - winreg's own
        try:
            return list(key.keys)[index]
        except IndexError:
            raise OSError("no more") from None


def test_the_registry_says_the_same_as_the_file() -> None:
    locked = Key({}, {"captions": Key({"percent": 150})})
    school = Key(
        {"hide_export": 1, "adaptation": "easy-read", "lesson_folders": ["/srv/lessons"]},
        {"locked": locked, "safeguarding": Key({"name": "The office"})},
    )
    policy = registry_policy("school", FakeRegistry(Key({}, {"school": school})))

    assert policy == Policy(
        locked={"captions": {"percent": 150}, "safeguarding": {"name": "The office"}},
        lesson_folders=(Path("/srv/lessons"),),
        adaptation="easy-read",
        hide_export=True,
    )
    assert registry_policy("nowhere", FakeRegistry(Key({}))) == Policy()


def test_a_registry_that_cannot_be_read_gives_the_safe_defaults() -> None:
    class Refusing(FakeRegistry):
        def OpenKey(self, key: Key, sub_key: str) -> Key:  # noqa: N802 - winreg's own
            raise PermissionError(sub_key)

    assert registry_policy("school", Refusing(Key({}))).hide_export
