"""A disk that is full, and a home that is read only: the teacher is told, and the lesson goes on."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from lesson_player.application.desk import Screens, Sitting
from lesson_player.application.program import Program
from lesson_player.foundation import files
from lesson_player.model.bundle import LessonBundle
from lesson_player.ui.theme.apply import apply_theme

Trouble = Callable[[], None]


def _mounted(folder: Path, options: str) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(folder)]
    try:
        return subprocess.run(command, capture_output=True, check=False).returncode == 0
    except FileNotFoundError:
        return False


def _refusing(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Where nothing can be mounted: the edge refuses as such a disk does."""

    def refuse(path: Path, _data: bytes) -> None:
        raise OSError(number, os.strerror(number), str(path))

    real = files.write_whole
    for name, module in list(sys.modules.items()):
        if name.startswith("lesson_player") and getattr(module, "write_whole", None) is real:
            monkeypatch.setattr(module, "write_whole", refuse)


@pytest.fixture(params=["full", "read only"])
def spoil(
    request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Trouble]:
    """Fills the disk of the home, or makes it read only, when it is called."""
    home = tmp_path / "home"
    home.mkdir()
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(home))
    mounted = _mounted(home, "size=256k")

    def fill() -> None:
        if not mounted:
            _refusing(monkeypatch, errno.ENOSPC)
            return
        with suppress(OSError), (home / "filler").open("wb", buffering=0) as filler:
            while filler.write(b"\0" * 4096):
                pass

    def lock() -> None:
        # A home whose log is open cannot be mounted anew.
        again = ["mount", "-o", "remount,ro", str(home)]
        if not mounted or subprocess.run(again, capture_output=True, check=False).returncode:
            _refusing(monkeypatch, errno.EROFS)

    yield fill if request.param == "full" else lock
    if mounted:
        subprocess.run(["umount", "-l", str(home)], check=True)


@pytest.fixture
def program(
    qtbot: QtBot, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Callable[[], Program]]:
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    apply_theme(qapp)
    made: list[Program] = []

    def start() -> Program:
        made.append(Program("silent"))
        return made[-1]

    yield start
    for each in made:
        each.close()


def _teach(program: Program, bundle: LessonBundle) -> None:
    program.teach(Sitting(bundle, "getting-ready", screens=Screens.ALONE))


def _told(program: Program) -> str:
    assert program.desk is not None
    return " ".join(program.desk.controller.view.messages)


def _to_the_end(program: Program) -> None:
    assert program.desk is not None
    control, window = program.desk.controller, program.desk.windows[-1]
    while control.view.can_go_on:
        before = control.state
        QTest.keyClick(window, Qt.Key.Key_PageDown)
        assert control.state != before


def test_the_disk_goes_in_the_middle_of_a_lesson(
    spoil: Trouble, program: Callable[[], Program], mayas_story: LessonBundle, qtbot: QtBot
) -> None:
    made = program()
    _teach(made, mayas_story)
    qtbot.waitUntil(lambda: bool(list(made.places.kept_places.glob("*.json"))), timeout=20_000)
    kept = next(made.places.kept_places.glob("*.json"))
    former = kept.read_bytes()
    spoil()
    assert made.desk is not None
    made.desk.controller.run("next")
    qtbot.waitUntil(lambda: "place cannot be saved" in _told(made), timeout=20_000)
    made.own_settings.book.choose("appearance", "theme", "dark")
    qtbot.waitUntil(lambda: made.own_settings.book.value("appearance", "theme") == "dark")
    _to_the_end(made)
    assert made.desk.controller.state.appearance.theme == "dark", "it holds until the program is closed"
    made.desk.controller.end()

    places, problems = made.journal.places()
    assert problems == ()
    assert kept.read_bytes() == former
    assert [place.key for place in places] == [kept.stem]


def test_the_program_starts_and_teaches_where_nothing_can_be_written(
    spoil: Trouble, program: Callable[[], Program], mayas_story: LessonBundle, qtbot: QtBot
) -> None:
    spoil()
    made = program()
    _teach(made, mayas_story)
    qtbot.waitUntil(lambda: "place cannot be saved" in _told(made), timeout=20_000)
    _to_the_end(made)
