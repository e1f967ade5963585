"""Where a file stands in place of a command, it is opened: so file managers and Windows pass it."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from lesson_player.application import opening
from lesson_player.cli.main import main
from lesson_player.foundation.handover import Handover
from lesson_player.foundation.paths import standard_places

Asked = list[tuple[str | None, str]]


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> Asked:
    """What was opened; an empty name is the library alone."""
    found: Asked = []

    def note(engine: str | None, name: str = "") -> int:
        found.append((engine, name))
        return 0

    monkeypatch.setattr(opening, "open_file", note)
    monkeypatch.setattr(opening, "open_library", note)
    # Else the finder that spares this process searches is in the way of the tests after this one.
    monkeypatch.setattr("lesson_player.cli.opened.prepare_qt", lambda: None)
    return found


@pytest.mark.parametrize(
    ("arguments", "opened"),
    [
        (["open", "maya.lessonpack"], (None, "maya.lessonpack")),
        (["maya.lessonpack"], (None, "maya.lessonpack")),
        (["british.voicepack"], (None, "british.voicepack")),
        ([f"gone{os.sep}a file"], (None, f"gone{os.sep}a file")),
        (["--engine", "silent", "maya.lessonpack"], ("silent", "maya.lessonpack")),
        (["open"], (None, "")),
        ([], (None, "")),
        (["--engine", "silent"], ("silent", "")),
        (["open", "check"], (None, "check")),
    ],
)
def test_a_file_is_opened_and_nothing_opens_the_library(
    asked: Asked, arguments: list[str], opened: tuple[str | None, str]
) -> None:
    assert main(arguments) == 0
    assert asked == [opened]


def test_a_file_that_is_there_is_opened_whatever_it_is_called(
    asked: Asked, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "notes").write_text("something")
    assert main(["notes"]) == 0
    assert asked == [(None, "notes")]


@pytest.mark.parametrize("word", ["nonsense", "nonsense" * 100])
def test_a_word_that_is_neither_command_nor_file_is_refused(
    asked: Asked, capsys: pytest.CaptureFixture[str], word: str
) -> None:
    with pytest.raises(SystemExit):
        main([word])
    assert "nonsense" in capsys.readouterr().err
    assert asked == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="elsewhere there is always a screen")
def test_without_a_screen_that_is_said(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert main(["maya.lessonpack"]) == 2
    assert "There is no screen here" in capsys.readouterr().out


@pytest.mark.parametrize("name", ["maya's.lessonpack", "file:///a%20stick/maya.lessonpack"])
def test_where_the_program_runs_the_file_goes_to_it(monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    given: list[Path] = []

    def give(_self: Handover, path: Path) -> bool:
        given.append(path)
        return True

    monkeypatch.setattr(Handover, "give", give)
    running = Handover(standard_places().handed_over)
    assert running.be_first()
    try:
        assert opening.open_file("silent", name) == 0
    finally:
        running.close()
    expected = Path("/a stick/maya.lessonpack") if name.startswith("file:") else Path.cwd() / name
    assert given == [expected]
