"""The report for the technician: from the settings page to the file, and from a terminal."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from lesson_player.application.it_report import ReportDesk
from lesson_player.cli.main import main
from lesson_player.foundation.paths import standard_places
from lesson_player.foundation.settings import Settings
from lesson_player.playback.engines import choose_engine


@pytest.fixture
def desk(home: Path, qtbot: QtBot) -> ReportDesk:
    window = QWidget()
    window.resize(1000, 700)
    qtbot.addWidget(window)
    window.show()
    places = standard_places()
    return ReportDesk(window, places, Settings(places.settings), lambda: choose_engine("silent"))


def test_all_is_shown_before_it_can_be_saved(desk: ReportDesk, qtbot: QtBot, tmp_path: Path) -> None:
    desk.open()
    assert not desk.sheet.save_button.isEnabled()

    qtbot.waitUntil(desk.sheet.save_button.isEnabled)
    shown = desk.sheet.contents.toPlainText()
    desk.sheet.save_asked.emit(tmp_path / "report.zip")

    with zipfile.ZipFile(tmp_path / "report.zip") as archive:
        assert json.loads(archive.read("computer.json"))["format"] == 1
        assert all(archive.read(name).decode().strip() in shown for name in archive.namelist())
    assert "report.zip" in desk.sheet.state.text()


def test_where_it_cannot_be_saved_the_sheet_says_so_and_stays(
    desk: ReportDesk, qtbot: QtBot, tmp_path: Path
) -> None:
    desk.open()
    qtbot.waitUntil(desk.sheet.save_button.isEnabled)
    (tmp_path / "file").touch()

    desk.sheet.save_asked.emit(tmp_path / "file" / "report.zip")

    assert "Choose another folder" in desk.sheet.state.text()
    assert desk.sheet.save_button.isEnabled()


def test_a_sheet_that_is_closed_looks_at_nothing_more(desk: ReportDesk, qtbot: QtBot) -> None:
    desk.open()
    desk.sheet.close_sheet()
    qtbot.wait(50)

    assert desk.sheet.contents.toPlainText() == ""


def test_a_terminal_writes_the_same(home: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "report.zip"

    assert main(["--engine", "silent", "report", "--out", str(out), "--show"]) == 0
    assert "computer.json" in capsys.readouterr().out
    assert zipfile.is_zipfile(out)
    assert main(["--engine", "silent", "report", "--out", str(out / "x.zip")]) == 2
    assert "Choose another folder" in capsys.readouterr().out
