"""A lesson from end to end, both films included, with every system call about the network written down."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source_tree import REPOSITORY

_WATCH = ("strace", "-f", "-qq", "-e", "trace=network", "-o")
_LOCAL = {"AF_UNIX", "AF_NETLINK", "AF_UNSPEC"}
"""Screen, sound and desktop are reached by files of this computer; a network card's name by the kernel."""
_WRITTEN = re.compile(r"state/(places/[\w-]+\.json|library\.json|logs/lesson-player\.log)")
"""What the README says that a lesson writes, below the user's folder."""


def _why_not() -> str:
    for command in (["strace", "-V"], [*_WATCH, os.devnull, "true"]):
        try:
            subprocess.run(command, capture_output=True, check=True, timeout=30)
        except (OSError, subprocess.SubprocessError) as error:
            return f"system calls cannot be watched here: {error}"
    return ""


def _without_network() -> list[str]:
    """A name space without any network, where the system gives one; elsewhere the watching alone must do."""
    for command in (["unshare", "-n"], ["unshare", "-rn"]):
        if subprocess.run([*command, "true"], capture_output=True, check=False).returncode == 0:
            return command
    return []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is a tool of Linux")
def test_a_lesson_opens_no_network_and_writes_only_what_it_says(tmp_path: Path) -> None:
    if why_not := _why_not():
        pytest.skip(why_not)
    calls, home = tmp_path / "calls.txt", tmp_path / "user"
    environment = os.environ | {
        # Else a desktop bus is started for the occasion, and outlives the lesson.
        "DBUS_SESSION_BUS_ADDRESS": "disabled:",
        "LESSON_PLAYER_HOME": str(home),
        "PYTHONPATH": os.pathsep.join(("src", ".")),
        "QT_QPA_PLATFORM": "offscreen",
    }
    lesson = [sys.executable, "-m", "benchmarks.soak_child", "1"]
    done = subprocess.run(
        [*_without_network(), *_WATCH, str(calls), *lesson],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert '"lesson": 1' in done.stdout
    families = re.findall(r"\bAF_\w+", calls.read_text())
    assert families, "nothing was written down, so nothing was watched"
    assert set(families) <= _LOCAL
    written = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
    assert [name for name in written if not _WRITTEN.fullmatch(name)] == []
    assert any(name.startswith("state/places/") for name in written)
