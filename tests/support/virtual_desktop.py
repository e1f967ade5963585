"""A screen in memory with a window manager, for tests that need real windows."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

_NEEDED = ("Xvfb", "openbox", "xrandr")


def why_not() -> str:
    """Why there can be none here; empty where there can."""
    missing = [name for name in _NEEDED if shutil.which(name) is None]
    return f"{', '.join(missing)} is not installed" if missing else ""


@contextmanager
def virtual_desktop(width: int, height: int) -> Iterator[dict[str, str]]:
    """Gives the environment of a program whose windows belong there."""
    read, write = os.pipe()
    screen = ["-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"]
    command = ["Xvfb", "-displayfd", str(write), *screen]
    with subprocess.Popen(command, pass_fds=[write], stderr=subprocess.DEVNULL) as server:
        os.close(write)
        try:
            with os.fdopen(read) as told:
                display = f":{told.readline().strip()}"
            environment = os.environ | {"DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
            with subprocess.Popen(
                ["openbox"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            ) as manager:
                try:
                    yield environment
                finally:
                    manager.terminate()
        finally:
            server.terminate()
