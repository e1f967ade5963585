"""A lesson from end to end, both films included, with every system call about the network written down."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support import system_calls
from tests.support.source_tree import REPOSITORY

_WRITTEN = re.compile(r"state/(places/[\w-]+\.json|library\.json|logs/lesson-player\.log)")
"""What the README says that a lesson writes, below the user's folder."""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="strace is a tool of Linux")
def test_a_lesson_opens_no_network_and_writes_only_what_it_says(tmp_path: Path) -> None:
    if why_not := system_calls.why_not():
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
        [*system_calls.without_network(), *system_calls.watching(calls, lesson)],
        cwd=REPOSITORY,
        env=environment,
        capture_output=True,
        text=True,
        timeout=200,
        check=False,
    )

    assert done.returncode == 0, done.stderr[-2000:]
    assert '"lesson": 1' in done.stdout
    families = system_calls.families(calls)
    assert families, "nothing was written down, so nothing was watched"
    assert families <= system_calls.LOCAL_FAMILIES
    written = [path.relative_to(home).as_posix() for path in home.rglob("*") if path.is_file()]
    assert [name for name in written if not _WRITTEN.fullmatch(name)] == []
    assert any(name.startswith("state/places/") for name in written)
