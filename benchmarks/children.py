"""Programs measured from outside: a virtual screen for them, their figures, their processor time."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_ONLY_HERE = "PYTHONDONTWRITEBYTECODE"
SECONDS = 10.0
"""For so long processor time is counted."""
_TICKS = os.sysconf("SC_CLK_TCK")


def usual_environment() -> dict[str, str]:
    """The environment as users have it: Python keeps what it has compiled for the next start."""
    return {name: value for name, value in os.environ.items() if name != _ONLY_HERE} | {"PYTHONPATH": "src"}


def warm_environment() -> dict[str, str]:
    """The same for a program that draws off screen."""
    return usual_environment() | {"QT_QPA_PLATFORM": "offscreen"}


@contextmanager
def virtual_screen(width: int, height: int, *options: str) -> Iterator[dict[str, str]]:
    """A virtual screen of that many pixels; gives the environment of a program whose windows belong on it.

    *options* are more of the X server's own.
    """
    read, write = os.pipe()
    screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset", "-extension", "GLX"]
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), *screen, *options], pass_fds=[write], stderr=subprocess.DEVNULL
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            display = f":{told.readline().strip()}"
            yield usual_environment() | {
                "DISPLAY": display,
                "QT_QPA_PLATFORM": "xcb",
                "__EGL_VENDOR_LIBRARY_FILENAMES": os.devnull,
            }
    finally:
        server.terminate()
        server.wait()


def watch(arguments: list[str], environment: dict[str, str]) -> tuple[float, dict[str, list[float]]]:
    """Run a module that prints "name value" lines, among them the one word "playing".

    Gives its processor seconds in the ten seconds from then, and its values by name.
    """
    told: dict[str, list[float]] = {}
    with (
        tempfile.TemporaryFile() as complaints,
        subprocess.Popen(
            [sys.executable, "-m", *arguments],
            env=environment,
            stdout=subprocess.PIPE,
            stderr=complaints,
            text=True,
        ) as child,
    ):
        assert child.stdout is not None
        for line in child.stdout:
            if line.strip() == "playing":
                break
            name, value = line.split()
            told.setdefault(name, []).append(float(value))
        spent = spent_over(child.pid)
        for line in child.stdout:
            name, value = line.split()
            told.setdefault(name, []).append(float(value))
        if child.wait():
            complaints.seek(0)
            said = complaints.read().decode(errors="replace")
            raise RuntimeError(f"{arguments} ended with {child.returncode}: {said[-2000:]}")
    return spent, told


def spent_over(pid: int) -> float:
    """Processor seconds that a process spends in the next ten."""
    before = spent(pid)
    time.sleep(SECONDS)
    return spent(pid) - before


def spent(pid: int) -> float:
    """Processor seconds that a process has spent."""
    fields = Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / _TICKS
