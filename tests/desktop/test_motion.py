from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from lesson_player.desktop.motion import wants_less_motion


@pytest.fixture(autouse=True)
def linux(monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
    """As on Linux, with a settings service that says that animations are on."""
    monkeypatch.setattr(sys, "platform", "linux")
    answer(monkeypatch, "true\n")


def answer(monkeypatch: pytest.MonkeyPatch, words: str) -> None:
    done = subprocess.CompletedProcess([], 0, stdout=words, stderr="")
    monkeypatch.setattr(shutil, "which", lambda name: f"/bin/{name}")
    monkeypatch.setattr(subprocess, "run", lambda *_args, **_more: done)


def test_a_system_that_asks_for_nothing_is_taken_at_its_word() -> None:
    assert not wants_less_motion()


def test_animations_that_are_off_ask_for_less_motion(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "false\n")

    assert wants_less_motion()


@pytest.mark.parametrize(
    ("words", "asks"),
    [
        ("[KDE]\nAnimationDurationFactor=0\n", True),
        ("[KDE]\nAnimationDurationFactor=0.5\n", False),
        ("[KDE]\nAnimationDurationFactor=none\n", False),
        ("no settings at all", False),
    ],
)
def test_plasma_says_it_in_its_own_file(home: Path, words: str, asks: bool) -> None:
    (home / ".config").mkdir(parents=True)
    (home / ".config" / "kdeglobals").write_text(words)

    assert wants_less_motion() is asks


def test_a_settings_service_that_is_not_there_or_hangs_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    def hang(*_args: object, **_more: object) -> None:
        raise subprocess.TimeoutExpired("gsettings", 2.0)

    monkeypatch.setattr(subprocess, "run", hang)
    assert not wants_less_motion()
    monkeypatch.setattr(shutil, "which", lambda _name: None)
    assert not wants_less_motion()
