"""``check --machine``: what a technician's script is told about a computer."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lesson_player.application import machine_check
from lesson_player.application.machine_check import as_json, check_machine
from lesson_player.cli.main import main
from lesson_player.model.library import CheckLine, Readiness

IDS = {
    *("program", "policy", "own-folders", "lessons", "engine", "screens", "sound"),
    *("decodes-h264-aac", "decodes-vp9-opus", "drawing", "fonts", "system-voice"),
}
"""docs/it/check.md promises that these keep their meaning."""


def told(engine: str, policy: Path | None = None) -> tuple[int, dict[str, dict[str, str]]]:
    said: list[str] = []
    code = check_machine(engine, said.append, policy, json_wanted=True)
    [text] = said
    data = json.loads(text)
    assert (data["format"], data["exit_code"]) == (1, code)
    return code, {line["id"]: line for line in data["lines"]}


@pytest.mark.parametrize("engine", ["vlc", "qt"])
def test_a_computer_that_is_ready_ends_with_0_and_has_every_line(engine: str, home: Path) -> None:
    code, lines = told(engine)

    assert code == 0
    assert set(lines) == IDS
    assert lines["decodes-h264-aac"]["readiness"] == lines["decodes-vp9-opus"]["readiness"] == "good"


def test_without_a_film_engine_it_ends_with_1_and_says_what_to_do(home: Path) -> None:
    code, lines = told("silent")

    assert code == 1
    assert lines["engine"]["readiness"] == "problem"
    assert "decodes-h264-aac" not in lines


def test_a_kind_of_film_that_does_not_play_is_a_problem(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine_check, "plays_for", lambda *_asked: "No decoder.")

    code, lines = told("qt")

    assert code == 1
    assert "No decoder." in lines["decodes-vp9-opus"]["sentence"]
    assert lines["decodes-vp9-opus"]["remedy"]


def test_typefaces_that_did_not_load_are_named(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(machine_check, "family", lambda name: f"No such {name}")

    assert "No such lexend" in told("silent")[1]["fonts"]["sentence"]


def test_a_policy_that_cannot_be_used_is_a_problem(home: Path, tmp_path: Path) -> None:
    policy = tmp_path / "policy.toml"
    policy.write_text("adaptation = [", encoding="utf-8")

    lines = told("silent", policy)[1]

    assert lines["policy"]["readiness"] == "problem"


def test_what_could_not_be_found_out_ends_with_2() -> None:
    line = CheckLine(id="sound", readiness=Readiness.UNKNOWN, sentence="?")

    assert json.loads(as_json([line]))["exit_code"] == 2


def test_what_scripts_read_is_the_same_in_every_code_page() -> None:
    line = CheckLine(id="sound", readiness=Readiness.GOOD, sentence="“Sain”: Ŵyn")

    assert as_json([line]).isascii()
    assert json.loads(as_json([line]))["lines"][0]["sentence"] == line.sentence


def test_in_words_what_to_do_stands_below(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--engine", "silent", "check", "--machine"]) == 1

    words = capsys.readouterr().out
    assert "PROBLEM  Films cannot be shown" in words
    assert "{" not in words


@pytest.mark.parametrize("arguments", [["check", "mayas-story", "--machine"], ["check", "--json"]])
def test_what_does_not_go_together_is_said(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    assert main(arguments) == 2
    assert "--json goes with --machine" in capsys.readouterr().out
