from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from lesson_player.control.settings_book import SettingsBook
from lesson_player.desktop.jobs import JobRunner
from lesson_player.foundation.policy import Policy
from lesson_player.foundation.settings import Settings
from tests.support.hand_jobs import AtOnce


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "settings.toml"


def _book(file: Path, policy: Policy | None = None) -> SettingsBook:
    return SettingsBook(Settings(file, policy), JobRunner(AtOnce()))


def test_a_choice_holds_at_once_is_told_and_written(file: Path, qtbot: QtBot) -> None:
    book = _book(file)
    with qtbot.waitSignal(book.changed) as told:
        book.choose("appearance", "theme", "dark")

    assert told.args == ["appearance", ("theme",)]
    assert book.value("appearance", "theme") == "dark"
    assert tomllib.loads(file.read_text()) == {"appearance": {"theme": "dark"}}
    book.forget("appearance", ("theme", "font"))
    assert book.value("appearance", "theme") is None
    assert tomllib.loads(file.read_text()) == {"appearance": {}}


def test_what_the_school_has_locked_cannot_be_changed(file: Path, qtbot: QtBot) -> None:
    book = _book(file, Policy(locked={"appearance": {"theme": "white"}}, why="Ask."))
    with qtbot.assertNotEmitted(book.changed):
        book.choose("appearance", "theme", "dark")
        book.forget("appearance", ("theme",))
        book.forget_all({"appearance": ("theme",)})

    assert book.value("appearance", "theme") == "white"
    assert (book.locked("appearance", "theme"), book.why_locked) == (True, "Ask.")
    assert not file.exists()


def test_all_as_usual_can_be_taken_back(file: Path, qtbot: QtBot) -> None:
    book = _book(file)
    book.choose("appearance", "theme", "dark")
    book.choose("notes", "percent", 145)
    former = book.forget_all({"appearance": ("theme", "font"), "notes": ("percent",)})

    assert (book.value("appearance", "theme"), book.value("notes", "percent")) == (None, None)
    book.restore(former)
    assert (book.value("appearance", "theme"), book.value("notes", "percent")) == ("dark", 145)


def test_a_disk_that_takes_nothing_is_told_and_the_choice_holds(file: Path, qtbot: QtBot) -> None:
    file.mkdir()
    book = _book(file)
    with qtbot.waitSignal(book.told) as told:
        book.choose("appearance", "theme", "dark")

    assert "cannot be saved" in told.args[0]
    assert book.value("appearance", "theme") == "dark"
    file.rmdir()
    with qtbot.waitSignal(book.told) as told:
        book.choose("notes", "percent", 145)
    assert told.args == [""]
    assert tomllib.loads(file.read_text()) == {"appearance": {"theme": "dark"}, "notes": {"percent": 145}}


def test_what_makes_no_sense_falls_back_and_is_told(file: Path, qtbot: QtBot) -> None:
    file.write_text('[appearance]\ntheme = "midnight"\ntext_percent = 130\n')
    book = _book(file, Policy(trouble="The policy is odd."))

    assert book.values("appearance") == {"text_percent": 130}
    assert book.troubles[0] == "The policy is odd."
    assert book.troubles[1:] == book.own_troubles
    assert "midnight" in book.own_troubles[0]


def test_what_waits_to_be_written_is_written_when_the_program_closes(file: Path, qtbot: QtBot) -> None:
    settings = Settings(file)
    settings.keep("notes", {"percent": 120}, later=True)
    assert not file.exists()
    SettingsBook(settings, JobRunner(AtOnce())).close()

    assert tomllib.loads(file.read_text()) == {"notes": {"percent": 120}}
