"""The progress bar, where there is a terminal and where Windows gives no stream at all."""

from __future__ import annotations

import io
import sys

import pytest

from lesson_player.cli.progress import ProgressBar


class _Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_program_without_a_console_works_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    monkeypatch.setattr(sys, "stdout", None)
    with ProgressBar() as bar:
        bar.at(0.5, "Drawing")
        bar.say("Done")


def test_on_a_terminal_the_line_is_drawn_over_again_and_cleared(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    terminal = _Terminal()
    monkeypatch.setattr(sys, "stderr", terminal)
    with ProgressBar() as bar:
        bar.at(0.5, "Drawing")
        bar.say("Done")
    drawn = terminal.getvalue().split("\r")
    assert "50% Drawing" in drawn[1]
    assert drawn[2].strip() == drawn[3] == ""
    assert capsys.readouterr().out == "Done\n"
