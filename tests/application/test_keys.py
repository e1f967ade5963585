"""The user's keys from lesson to lesson, and the way to them from the library."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application.keys import OwnKeys
from lesson_player.control.dwelling import DwellChoice
from lesson_player.control.key_settings import KeyChoice, give
from lesson_player.control.switches import MOUSE, SwitchChoice
from lesson_player.foundation.settings import Settings
from lesson_player.teaching.switch_scanner import ScanTimes
from lesson_player.ui.library.window import LibraryWindow
from tests.support.probes import WindowProbe


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


@pytest.fixture
def library(qtbot: QtBot) -> Iterator[QWidget]:
    window = LibraryWindow()
    yield window
    window.hide()
    window.deleteLater()


def test_keys_hold_in_the_next_lesson_and_the_other_settings_stay(file: Path) -> None:
    file.write_text("[captions]\npercent = 150\n", encoding="utf-8")
    mine = give(KeyChoice(), "calm", ".")
    own = OwnKeys(Settings(file), pytest.fail)
    own.book.use(mine)
    again = OwnKeys(Settings(file), pytest.fail)
    assert (again.book.choice, again.trouble) == (mine, "")
    again.book.use(KeyChoice())
    kept = tomllib.loads(file.read_text(encoding="utf-8"))
    assert (kept["captions"], kept["keys"]) == ({"percent": 150}, {})


def test_switches_hold_in_the_next_lesson(file: Path) -> None:
    mine = SwitchChoice(ScanTimes(switches=1, scan_s=3.0), (MOUSE[0], "F7"))
    own = OwnKeys(Settings(file), pytest.fail)
    assert own.book.switches.times.switches == 0
    own.book.use_switches(mine)
    assert OwnKeys(Settings(file), pytest.fail).book.switches == mine


def test_a_resting_pointer_and_the_spoken_cue_hold_in_the_next_lesson(file: Path) -> None:
    own = OwnKeys(Settings(file), pytest.fail)
    assert not own.book.dwell.on
    own.book.use_dwell(DwellChoice(on=True, rest_s=2.0))
    own.book.use_switches(SwitchChoice(cue=True))
    again = OwnKeys(Settings(file), pytest.fail)
    assert (again.book.dwell, again.book.switches.cue) == (DwellChoice(on=True, rest_s=2.0), True)


def test_a_resting_pointer_that_makes_no_sense_is_said(file: Path) -> None:
    file.write_text("[resting-pointer]\nrest_s = 0.01\n", encoding="utf-8")
    own = OwnKeys(Settings(file), pytest.fail)
    assert own.book.dwell == DwellChoice()
    assert "rest_s" in own.trouble


def test_switches_that_make_no_sense_are_said(file: Path) -> None:
    file.write_text("[switches]\nscan_s = 99\n", encoding="utf-8")
    own = OwnKeys(Settings(file), pytest.fail)
    assert own.book.switches == SwitchChoice()
    assert "scan_s" in own.trouble


def test_keys_that_cannot_be_read_are_the_usual_ones_and_it_is_said(file: Path) -> None:
    file.write_text('[keys]\nhide = 3\ncalm = ["F5"]\n', encoding="utf-8")
    own = OwnKeys(Settings(file), pytest.fail)
    assert own.book.choice.keys("hide") == ("B", ".")
    assert own.book.choice.keys("calm") == ("F5",)
    assert "usual ones are used" in own.trouble
    assert "“hide”" in own.trouble


def test_keys_that_cannot_be_saved_hold_and_it_is_said(file: Path) -> None:
    told: list[str] = []
    own = OwnKeys(Settings(file / "settings.toml"), told.append)
    file.write_text("in the way", encoding="utf-8")
    own.book.use(give(KeyChoice(), "calm", "F5"))
    assert own.book.choice.owner("F5") == "calm"
    assert "could not be saved" in told[0]


def test_the_page_opens_over_the_library(file: Path, library: LibraryWindow) -> None:
    own, probe = OwnKeys(Settings(file), pytest.fail), WindowProbe(library)
    library.keys_asked.connect(lambda: own.open_page(library))
    probe.show(1366, 768)
    probe.press("Keys")
    assert "Choose what you want another key for" in probe.texts()
    assert probe.focus() is probe.button("Try a key or clicker…")
