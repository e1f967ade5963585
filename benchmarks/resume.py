"""How long until a teacher is back in the lesson after a power cut: ``resume.ready_s``. Whole processes.

From the start of the program, with a place kept in the middle of a film part, to the end of the first paint
of that step on the class screen: the library opens, *Carry on* is pressed as soon as it can be, and the
question where the class sees the lesson is answered with Enter.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.children import warm_environment
from benchmarks.report import Figure, median

_RUNS = 7


def measure() -> list[Figure]:
    with tempfile.TemporaryDirectory() as home:
        _child(Path(home), "keep")
        return [Figure("resume.ready_s", median(_run(Path(home)) for _ in range(_RUNS)), "s")]


def _run(home: Path) -> float:
    started = time.monotonic()
    return float(_child(home, "carry-on").split()[-1]) - started


def _child(home: Path, what: str) -> str:
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.resume_child", what],
        env=warm_environment()
        | {"LESSON_PLAYER_HOME": str(home), "PYTHONPATH": os.pathsep.join(("src", "."))},
        capture_output=True,
        text=True,
        check=True,
        timeout=180,
    )
    return child.stdout
