"""How long until a window is there, and until a lesson stands on the class screen. Whole processes, warm."""

from __future__ import annotations

import os
import subprocess
import sys
import time

from benchmarks.report import Figure, median

_RUNS = 7
_ASKED = {
    "startup.window_s": ("LessonView", []),
    "startup.ready_s": (
        "ClassPicture",
        ["teach", "mayas-story", "--screens", "shared"],
    ),
}


def measure() -> list[Figure]:
    return [Figure(name, median(_run(*asked) for _ in range(_RUNS)), "s") for name, asked in _ASKED.items()]


def _run(window: str, arguments: list[str]) -> float:
    """Seconds from the start of a fresh process to the end of the first paint of its window."""
    started = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_paint", window, *arguments],
        env=os.environ | {"QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": "src"},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return float(child.stdout.split()[-1]) - started
