"""Two boards, the second a projector of 1280x720: both show the class the same, and no notes."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support import two_boards, virtual_desktop


@pytest.mark.skipif(bool(virtual_desktop.why_not()), reason=virtual_desktop.why_not() or "never")
def test_both_boards_show_the_same_and_the_lesson_goes_on_when_the_second_is_pulled() -> None:
    with virtual_desktop.virtual_desktop(two_boards.WIDTH, two_boards.HEIGHT) as environment:
        own = {"PYTHONPATH": os.pathsep.join(sys.path), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        run = subprocess.run(
            [sys.executable, "-m", "tests.support.two_boards"],
            env=environment | own,
            stdout=subprocess.PIPE,
            text=True,
            timeout=120,
            check=True,
        )
    found = [json.loads(line) for line in run.stdout.splitlines()]
    *taught, pulled, back = found
    assert len(taught) > len(two_boards.COMMANDS)
    for each in (*taught, back):
        assert each["seen"] == [True, True], each
        assert each["on"] == ["board", "projector"], each
        assert each["size"] == [1280, 720], each
    for each in found:
        assert (each["same_view"], each["same_words"], each["same_lines"]) == (True, True, True), each
        assert each["notes_on"] == "laptop", each
    assert all(each["painted"] for each in taught if each["done"] != "hide")
    assert (pulled["seen"], pulled["plays"]) == ([True, False], True), "the lesson goes on on the first board"
    assert "has gone" in pulled["told"]
    assert "is back" in back["told"]
