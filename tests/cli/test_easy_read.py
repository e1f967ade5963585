"""``lesson-player easy-read``, as somebody who writes lessons meets it."""

from __future__ import annotations

import pytest

from lesson_player.cli.main import main


def test_both_wordings_of_the_sample_lesson_are_told_and_nothing_is_stopped(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["easy-read", "mayas-story"]) == 0
    told = capsys.readouterr().out
    assert "Standard wording: " in told
    assert "Easy read wording: " in told
    assert told.endswith("This is advice. Nothing of it stops the lesson.\n")


def test_one_wording_of_a_version_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    asked = ["easy-read", "mayas-story", "--wording", "standard", "--adaptation", "real-film"]
    assert main(asked) == 0
    told = capsys.readouterr().out
    assert "Easy read wording" not in told
    assert "again-what" in told


@pytest.mark.parametrize("asked", [["nothing"], ["mayas-story", "--adaptation", "nothing"]])
def test_what_is_not_there_is_answered_with_what_is(
    asked: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["easy-read", *asked]) == 2
    assert "There are: " in capsys.readouterr().out
