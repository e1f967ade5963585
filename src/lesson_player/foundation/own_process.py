"""How the program starts itself again, for work that is better done in a process of its own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path


def program() -> list[str]:
    """The beginning of a command that starts this very program; its arguments follow."""
    if getattr(sys, "frozen", False):
        return [sys.executable]
    return [sys.executable, "-P", "-m", "lesson_player"]


def surroundings() -> dict[str, str]:
    """The environment in which it finds this very program, whatever was put on the path here."""
    root = str(Path(__file__).resolve().parents[2])
    former = os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join([root, former] if former else [root])}


NO_WINDOW: int = getattr(subprocess, "CREATE_NO_WINDOW", 0)
"""Keeps Windows from opening a black window for it."""
