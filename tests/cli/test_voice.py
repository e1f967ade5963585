"""``lesson-player voice-pack`` from a terminal: plain words and exit codes, whatever it is given."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from lesson_player.cli.main import CANNOT, main


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("LESSON_PLAYER_HOME", str(tmp_path / "home"))
    return tmp_path


def test_without_a_pack_that_is_what_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["voice-pack", "list"]) == 0
    assert main(["voice-pack", "uninstall"]) == 0
    assert capsys.readouterr().out.splitlines() == ["No voice pack was installed here."] * 2
    assert main(["speak-lines"]) == CANNOT
    assert json.loads(capsys.readouterr().out) == {"stopped": "No voice pack is installed."}


def test_what_cannot_be_built_or_installed_is_told_and_nothing_is_written(
    home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (home / "inputs").mkdir()
    pack = home / "new.voicepack"
    for platform in ("linux-x86_64-cp311", "linux-mips-cp27"):
        made = ["--inputs", str(home / "inputs"), "--out", str(pack), "--platform", platform]
        assert main(["voice-pack", "build", *made]) == CANNOT
    told = capsys.readouterr().out
    assert "fetch_pack_inputs.py" in told
    assert "and not for “linux-mips-cp27”" in told
    assert not pack.exists()
    assert main(["voice-pack", "install", str(home / "gone.voicepack")]) == CANNOT
    assert "could not be read" in capsys.readouterr().out
    pack.write_bytes(b"PK\x03\x04 and no more")
    assert main(["voice-pack", "install", str(pack)]) == CANNOT
    assert "is not whole" in capsys.readouterr().out


def test_a_voice_pack_is_not_taken_for_a_lesson(home: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["install", str(home / "british.voicepack")]) == CANNOT
    assert "lesson-player voice-pack install" in capsys.readouterr().out
