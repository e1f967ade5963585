from __future__ import annotations

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from lesson_player.foundation.crash import last_crash

_PROGRAM = """
import os, signal, sys
from pathlib import Path
from lesson_player.foundation.crash import CrashNote
note = CrashNote(Path(sys.argv[1]))
how = sys.argv[2]
if how == "end":
    note.close()
elif how == "wait":
    print("here", flush=True)
    sys.stdin.read()
else:
    os.kill(os.getpid(), getattr(signal, how))
"""


def run(folder: Path, how: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", _PROGRAM, str(folder), how]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=60)


@pytest.mark.parametrize("how", ["SIGSEGV", "SIGABRT"])
def test_a_crash_is_told_at_the_next_start_and_only_once(tmp_path: Path, how: str) -> None:
    assert run(tmp_path, how).returncode == -getattr(signal, how)

    crash = last_crash(tmp_path)

    assert crash is not None
    assert "Fatal Python error" in crash.note.read_text()
    assert last_crash(tmp_path) is None
    assert crash.note.exists()


@pytest.mark.parametrize("how", ["end", "SIGKILL"])
def test_an_end_or_a_power_cut_is_no_crash_and_leaves_nothing(tmp_path: Path, how: str) -> None:
    run(tmp_path, how)

    assert last_crash(tmp_path) is None
    assert list(tmp_path.iterdir()) == []


def test_a_program_that_still_runs_has_not_crashed(tmp_path: Path) -> None:
    command = [sys.executable, "-c", _PROGRAM, str(tmp_path), "wait"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as running:
        assert running.stdout is not None
        running.stdout.readline()
        [note] = tmp_path.iterdir()
        note.write_text("it writes now")
        try:
            assert last_crash(tmp_path) is None
            assert note.exists()
        finally:
            running.communicate("")


def test_old_notes_do_not_heap_up(tmp_path: Path) -> None:
    for number in range(9):
        (tmp_path / f"crash-2026-01-0{number + 1}-120000.txt").write_text("x")

    last_crash(tmp_path)

    kept = sorted(path.name for path in tmp_path.iterdir())
    assert (kept[0], len(kept)) == ("crash-2026-01-05-120000.txt", 5)


def test_a_folder_that_cannot_be_written_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "file").touch()

    assert run(tmp_path / "file", "end").returncode == 0
    assert last_crash(tmp_path / "file") is None
