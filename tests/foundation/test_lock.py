"""A lock is held by one at a time, and goes with who held it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from lesson_player.foundation.lock import locked

HOLD = """
import sys
from pathlib import Path
from lesson_player.foundation.lock import locked
with locked(Path(sys.argv[1])) as held:
    print(held, flush=True)
    sys.stdin.readline()
"""


def test_a_lock_that_another_process_holds_cannot_be_had_until_it_ends(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    with subprocess.Popen(
        [sys.executable, "-c", HOLD, str(path)],
        env={"PYTHONPATH": ":".join(sys.path)},
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == "True\n"
        with locked(path) as held:
            assert not held
        other.kill()
        other.wait(timeout=60)
        with locked(path) as held:
            assert held


def test_a_lock_can_be_had_again_and_again(tmp_path: Path) -> None:
    for _ in range(3):
        with locked(tmp_path / "lock") as held:
            assert held
