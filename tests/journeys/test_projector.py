"""The board is pulled in the middle of the film: real windows on monitors that come and go."""

from __future__ import annotations

import json
import os
import subprocess
import sys

import pytest

from tests.support import pulled_projector, virtual_desktop

BACK_WITHIN_MS = 1000
"""Of the issue: the class window is back on the same frame within a second."""


def pulled(times: int, engine: str, scale: str) -> list[dict[str, object]]:
    with virtual_desktop.virtual_desktop(pulled_projector.WIDTH, pulled_projector.HEIGHT) as environment:
        own = {
            "PYTHONPATH": os.pathsep.join(sys.path),
            "DBUS_SESSION_BUS_ADDRESS": "disabled:",
            "QT_SCALE_FACTOR": scale,
        }
        found = subprocess.run(
            [sys.executable, "-m", "tests.support.pulled_projector", str(times), engine],
            env=environment | own,
            stdout=subprocess.PIPE,
            text=True,
            timeout=60 + 20 * times,
            check=True,
        )
    return [json.loads(line) for line in found.stdout.splitlines()]


@pytest.mark.skipif(bool(virtual_desktop.why_not()), reason=virtual_desktop.why_not() or "never")
@pytest.mark.parametrize(
    ("times", "engine", "scale"),
    [
        (2, "silent", "1"),
        pytest.param(50, "vlc", "1", marks=pytest.mark.slow),
        pytest.param(10, "qt", "1", marks=pytest.mark.slow),
        pytest.param(5, "silent", "1.5", marks=pytest.mark.slow),
        pytest.param(5, "silent", "3", marks=pytest.mark.slow),
    ],
)
def test_a_board_that_is_pulled_and_comes_back(times: int, engine: str, scale: str) -> None:
    found = pulled(times, engine, scale)
    assert len(found) == times
    for each in found:
        assert each["told"], "the teacher is told"
        assert not each["class_told"], "the class is not"
        assert each["resting"], "nothing begins again by itself"
        assert each["same_frame"]
        assert each["back"]
        assert (each["on"], each["fills"]) == ("board", True)
        assert each["seen_on_laptop"] == 0, "the class window never jumps onto the teacher's screen"
        assert (each["notes"], each["notes_again"]) == (True, True)
        assert float(str(each["return_ms"])) < BACK_WITHIN_MS
