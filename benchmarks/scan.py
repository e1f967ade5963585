"""How long from the press of a switch that takes a button to its command made and painted.

The clock starts with the key event, goes through the filter that takes switches, the scanner and the command,
and stops when the class screen's picture has been painted. Measured once off screen, and once with real
windows on a virtual screen where there is one to be had (Xvfb).
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.report import Figure, median, percentile

SCREENS = {"": "offscreen", "_x11": "xcb"}
_LIMIT_S = 60


def measure() -> list[Figure]:
    figures = []
    for suffix, platform in SCREENS.items():
        times = _times(platform)
        if times:
            figures += [
                Figure(f"scan.command_ms{suffix}", median(times), "ms"),
                Figure(f"scan.command_p95_ms{suffix}", percentile(times, 0.95), "ms"),
            ]
    return figures


def _times(platform: str) -> list[float]:
    """Milliseconds of every press, from a process of its own; none where that platform is not here."""
    around: list[str] = []
    if platform == "xcb":
        if shutil.which("xvfb-run") is None:
            print("scan: no xvfb-run here, so real windows are not measured")
            return []
        around = ["xvfb-run", "-a", "-s", "-screen 0 1920x1080x24"]
    with tempfile.TemporaryDirectory() as home:
        places = {"HOME": home, "XDG_CONFIG_HOME": home, "XDG_DATA_HOME": home, "XDG_STATE_HOME": home}
        done = subprocess.run(
            [*around, sys.executable, "-m", "benchmarks.scan_child"],
            env={**os.environ, **places, "QT_QPA_PLATFORM": platform},
            cwd=Path(__file__).parents[1],
            capture_output=True,
            text=True,
            timeout=_LIMIT_S,
            check=True,
        )
    return [float(each) for each in json.loads(done.stdout.splitlines()[-1])]
