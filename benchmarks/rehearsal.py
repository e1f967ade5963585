"""How long a rehearsal of the whole lesson takes, films included, as a whole process."""

from __future__ import annotations

import subprocess
import sys
import tempfile
import time

from benchmarks.children import warm_environment
from benchmarks.report import Figure, median

_RUNS = 3


def measure() -> list[Figure]:
    return [Figure("rehearse.s", median(_run() for _ in range(_RUNS)), "s")]


def _run() -> float:
    with tempfile.TemporaryDirectory() as folder:
        started = time.monotonic()
        subprocess.run(
            [sys.executable, "-m", "lesson_player", "rehearse", "mayas-story", "--out", folder],
            env=warm_environment(),
            capture_output=True,
            check=False,
            timeout=300,
        )
        return time.monotonic() - started
