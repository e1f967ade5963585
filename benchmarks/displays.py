"""How soon the class window is back when the board is: ``displays.return_ms``.

The board is pulled and plugged in again twenty times while the film plays; each time from the command that
plugs it in to the class window's paint there, on the same frame. The goal is a second.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys

from benchmarks.report import Figure, percentile
from tests.support import pulled_projector, virtual_desktop

_TIMES = 20


def measure() -> list[Figure]:
    if virtual_desktop.why_not():
        return []
    with virtual_desktop.virtual_desktop(pulled_projector.WIDTH, pulled_projector.HEIGHT) as environment:
        found = subprocess.run(
            [sys.executable, "-m", "tests.support.pulled_projector", str(_TIMES), "vlc"],
            env=environment | {"PYTHONPATH": os.pathsep.join(("src", "."))},
            stdout=subprocess.PIPE,
            text=True,
            check=True,
        )
    pulls = [json.loads(line) for line in found.stdout.splitlines()]
    if not all(pull["same_frame"] and pull["fills"] for pull in pulls):
        raise RuntimeError("the class window did not come back as it was")
    return [Figure("displays.return_ms", percentile([pull["return_ms"] for pull in pulls], 0.95), "ms")]
