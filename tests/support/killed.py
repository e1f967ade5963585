"""A process that says what it does, killed with SIGKILL after so many lines."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path


def lines_until_killed(module: str, seed: int, home: Path, wanted: int) -> tuple[list[str], float]:
    """What *module* printed with its files in *home*, and the monotonic second of the kill.

    It is killed once it has printed *wanted* lines. Raises RuntimeError where it ends by itself before.
    """
    environment = os.environ | {
        "LESSON_PLAYER_HOME": str(home),
        "QT_QPA_PLATFORM": "offscreen",
        "PYTHONPATH": os.pathsep.join(("src", ".", *sys.path)),
    }
    command = [sys.executable, "-m", module, str(seed)]
    lines: list[str] = []
    with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as child:
        assert child.stdout is not None
        while len(lines) < wanted and (line := child.stdout.readline()):
            lines.append(line)
        if len(lines) < wanted:
            raise RuntimeError(f"{module} ended by itself")
        child.send_signal(signal.SIGKILL)
        killed_s = time.monotonic()
        lines += child.stdout.readlines()
    return lines, killed_s
