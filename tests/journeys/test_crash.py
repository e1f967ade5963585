"""The program dies below Python, as a driver or a decoder may make it, and is started again."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

_PROGRAM = """
import os, signal, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from lesson_player.application import opening
from lesson_player.ui.library.window import LibraryWindow

def look():
    [library] = [each for each in QApplication.topLevelWidgets() if isinstance(each, LibraryWindow)]
    if not library.views:
        QTimer.singleShot(50, look)
    elif sys.argv[1] == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    else:
        print("\\n".join(library.messages.messages))
        library.close()

QTimer.singleShot(0, look)
sys.exit(opening.open_library("silent"))
"""


def start(home: Path, how: str) -> subprocess.CompletedProcess[str]:
    environment = {"QT_QPA_PLATFORM": "offscreen", "LESSON_PLAYER_HOME": str(home), "PYTHONPATH": "src"}
    command = [sys.executable, "-c", _PROGRAM, how]
    return subprocess.run(
        command, env=os.environ | environment, capture_output=True, text=True, timeout=120, check=False
    )


def test_the_next_start_says_so_once_and_where_to_go_on(tmp_path: Path) -> None:
    assert start(tmp_path, "crash").returncode < 0

    told = start(tmp_path, "look")
    again = start(tmp_path, "look")

    assert (told.returncode, again.returncode) == (0, 0)
    assert "stopped by itself" in told.stdout
    assert "Carry on" in told.stdout
    assert again.stdout.strip() == ""
    [note] = (tmp_path / "state" / "logs").glob("*.txt")
    assert note.name.startswith("crash-")
    assert str(Path.home()) not in (tmp_path / "state" / "logs" / "lesson-player.log").read_text()
