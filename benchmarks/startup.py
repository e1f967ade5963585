"""How long until a window is there, and until a lesson stands on the class screen. Whole processes, warm.

Warm is what a second start on the same day is: files are in memory, and Python has kept what it compiled.
"""

from __future__ import annotations

import subprocess
import sys
import time

from benchmarks.children import warm_environment
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
    figures = []
    for name, asked in _ASKED.items():
        _run(*asked)  # compiles what was changed since the last start
        figures.append(Figure(name, median(_run(*asked) for _ in range(_RUNS)), "s"))
    return figures


def _run(window: str, arguments: list[str]) -> float:
    """Seconds from the start of a fresh process to the end of the first paint of its window."""
    started = time.monotonic()
    child = subprocess.run(
        [sys.executable, "-m", "benchmarks.first_paint", window, *arguments],
        env=warm_environment(),
        capture_output=True,
        text=True,
        check=True,
        timeout=180,
    )
    return float(child.stdout.split()[-1]) - started
