"""The command line, as a user or a technician meets it."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from lesson_player.cli.main import main
from tests.support.example_lesson import copy_example

_DISPLAYS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")


def run(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    clean = {name: value for name, value in os.environ.items() if name not in _DISPLAYS}
    return subprocess.run(
        [sys.executable, "-m", "lesson_player", *arguments],
        env=clean | {"PYTHONPATH": os.pathsep.join(sys.path)} | environment,
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
@pytest.mark.parametrize("arguments", [(), ("teach", "mayas-story")])
def test_without_a_screen_there_is_one_plain_sentence(arguments: tuple[str, ...]) -> None:
    done = run(*arguments)

    assert done.returncode == 2
    assert "There is no screen here" in done.stdout
    assert "Traceback" not in done.stderr


def test_an_unknown_lesson_is_answered_with_those_that_are_there(
    qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    for arguments in (("check", "nothing"), ("rehearse", "nothing", "--out", "unused")):
        assert main(arguments) == 2
        assert "mayas-story" in capsys.readouterr().out
    done = run("teach", "nothing", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "mayas-story" in done.stdout
    assert not Path("unused").exists()


def test_a_lesson_is_checked_by_its_id_and_a_clash_is_said(home: Path) -> None:
    lessons = home / "data" / "lessons"
    example = copy_example(home / "made")
    for name in ("spring-term", "summer-term"):
        shutil.copytree(example.lesson, lessons / name)
    here = {"QT_QPA_PLATFORM": "offscreen", "LESSON_PLAYER_HOME": str(home)}
    done = run("--engine", "silent", "check", "asking-for-help", **here)

    assert "Lesson: spring-term" in done.stdout
    assert "summer-term. The first one is taken." in done.stdout


def test_an_unknown_sitting_is_answered_with_those_that_are_there() -> None:
    done = run("teach", "mayas-story", "--sitting", "nothing", QT_QPA_PLATFORM="offscreen")

    assert done.returncode == 2
    assert "getting-ready" in done.stdout


def test_an_unknown_adaptation_is_answered_with_those_that_are_there(
    qapp: object, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["rehearse", "mayas-story", "--out", "unused", "--adaptation", "nothing"]) == 2
    assert "easy-read" in capsys.readouterr().out
    done = run("teach", "mayas-story", "--adaptation", "nothing", QT_QPA_PLATFORM="offscreen")
    assert done.returncode == 2
    assert "easy-read" in done.stdout


def test_the_schema_is_json() -> None:
    assert json.loads(run("schema", "film").stdout)["$defs"]["FilmVersion"]


def test_a_reader_who_stops_reading_is_no_error() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "lesson_player", "schema"],
        env=os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    ) as program:
        assert program.stdout is not None
        assert program.stderr is not None
        program.stdout.readline()
        program.stdout.close()
        assert "Traceback" not in program.stderr.read()


def test_ctrl_c_ends_a_lesson_and_its_place_is_kept(home: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "lesson_player", "--engine", "silent", "teach", "mayas-story"],
        env=os.environ
        | {
            "PYTHONPATH": os.pathsep.join(sys.path),
            "QT_QPA_PLATFORM": "offscreen",
            "LESSON_PLAYER_HOME": str(home),
        },
    ) as program:
        places = home / "state" / "places"
        while not list(places.glob("*.json")):
            assert program.poll() is None
            time.sleep(0.02)
        program.send_signal(signal.SIGINT)
        assert program.wait(timeout=60) == -signal.SIGINT

    assert len(list(places.glob("*.json"))) == 1


def test_ctrl_c_ends_a_command_without_a_traceback(monkeypatch: pytest.MonkeyPatch) -> None:
    def stopped(*_: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr("lesson_player.application.commands.check", stopped)

    assert main(["check"]) == 130
