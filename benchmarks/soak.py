"""Memory over a day of lessons: ``soak.rss_growth_mb``.

Two hundred lessons in one process, each from its first step to its last; each part of the film is opened,
played, swapped and played again. The first ten fill what the program keeps on purpose (typefaces, laid-out
slides, pictures) and do not count. ``SOAK_LESSONS=20`` asks for fewer; ``soak.lessons`` says how many.
The goal is 10 MB over 200.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.report import Figure, median

_LESSONS = 200
_WARM = 10
_AROUND = 5
"""So many lessons at each end give one value, their median: a decoder thread more or less is some MB."""
_SCREENS = [
    {"name": "laptop", "x": 0, "y": 0, "width": 1366, "height": 768},
    {"name": "board", "x": 1366, "y": 0, "width": 1920, "height": 1080},
]


def measure() -> list[Figure]:
    lessons = int(os.environ.get("SOAK_LESSONS", _LESSONS))
    if lessons < _WARM + 2 * _AROUND:
        raise SystemExit(f"SOAK_LESSONS: {_WARM + 2 * _AROUND} or more")
    with tempfile.TemporaryDirectory() as home:
        found = _teach(lessons, Path(home))[_WARM:]
    growth = median(found[-_AROUND:]) - median(found[:_AROUND])
    return [Figure("soak.rss_growth_mb", growth, "MB"), Figure("soak.lessons", lessons, "", better="higher")]


def _teach(lessons: int, home: Path) -> list[float]:
    """Resident memory after each lesson, in MB."""
    screens = home / "screens.json"
    every = {"logicalDpi": 96, "logicalBaseDpi": 96, "dpr": 1}
    screens.write_text(json.dumps({"screens": [screen | every for screen in _SCREENS]}))
    environment = os.environ | {
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "LESSON_PLAYER_HOME": str(home / "user"),
        "PYTHONPATH": os.pathsep.join(("src", ".")),
    }
    command = [sys.executable, "-m", "benchmarks.soak_child", str(lessons)]
    found = []
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        for line in child.stdout:
            lesson = json.loads(line)
            found.append(lesson["rss_mb"])
            print(f"   lesson {lesson['lesson']}: {lesson['rss_mb']} MB", flush=True)
    if child.returncode:
        raise RuntimeError(f"the lessons ended with {child.returncode}")
    return found
