"""Somebody sets the screens to "duplicate" in the middle of the film, and to "extend" again: real windows."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support import pulled_projector, virtual_desktop


@pytest.mark.skipif(bool(virtual_desktop.why_not()), reason=virtual_desktop.why_not() or "never")
def test_no_notes_while_both_screens_show_the_same_and_the_film_rests() -> None:
    with virtual_desktop.virtual_desktop(pulled_projector.WIDTH, pulled_projector.HEIGHT) as environment:
        own = {"PYTHONPATH": os.pathsep.join(sys.path), "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
        run = subprocess.run(
            [sys.executable, "-m", "tests.support.changed_screens"],
            env=environment | own,
            stdout=subprocess.PIPE,
            text=True,
            timeout=120,
            check=True,
        )
    duplicated, extended = (json.loads(line) for line in run.stdout.splitlines())
    assert (duplicated["notes_on"], extended["notes_on"]) == ("", "laptop")
    assert extended["board_on"] == "board"
    assert duplicated["status"] == extended["status"] == "resting", "nothing begins again by itself"
    for each in (duplicated, extended):
        assert each["wrong"] == []
        assert each["class_told"] == []
        assert "has gone" not in each["told"], "it is there"
    assert extended["told"].count("is back and shows the same place") == 1
    assert "Your notes are back" in extended["told"]
