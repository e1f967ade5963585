"""Somebody with a screen reader teaches: real windows, worked through AT-SPI, with Orca speaking."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.support.source_tree import REPOSITORY
from tests.support.virtual_desktop import virtual_desktop
from tests.support.virtual_desktop import why_not as why_no_desktop

USER = REPOSITORY / "tests" / "support" / "screen_reader_user.py"
SPOKEN = REPOSITORY / "tests" / "reference" / "orca" / "getting-ready.txt"
SYSTEM_PYTHON = "/usr/bin/python3"
LIMIT_S = 220
"""Just below the time at which a test that hangs ends the whole run."""


def why_not() -> str:
    """Why nothing can be reached from outside here; empty where it can. Set-up installs all of it."""
    if reason := why_no_desktop():
        return reason
    missing = [name for name in ("dbus-run-session", "xdotool") if shutil.which(name) is None]
    if missing:
        return f"{', '.join(missing)} is not installed"
    asked = [SYSTEM_PYTHON, "-c", "import pyatspi"]
    reachable = (
        Path(SYSTEM_PYTHON).exists()
        and not subprocess.run(asked, capture_output=True, check=False).returncode
    )
    return "" if reachable else "python3-pyatspi is not installed"


def why_no_orca() -> str:
    """Why Orca cannot be heard here; empty where it can."""
    return why_not() or ("" if Path("/usr/bin/orca").exists() else "orca is not installed")


def taught(folder: Path, sitting: str, *options: str) -> dict[str, Any]:
    """What somebody found who taught *sitting*."""
    folder.chmod(0o700)
    with virtual_desktop(1366, 768) as screen:
        plain = {key: value for key, value in screen.items() if not key.startswith(("QT_", "LESSON_PLAYER"))}
        own = {
            "HOME": str(folder),
            "XDG_RUNTIME_DIR": str(folder),
            "QT_QPA_PLATFORM": "xcb",
            "PYTHONPATH": os.pathsep.join(sys.path),
            "LC_ALL": "C.UTF-8",
        }
        for variable in ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME"):
            plain.pop(variable, None)
        done = subprocess.run(
            [
                "dbus-run-session",
                "--",
                SYSTEM_PYTHON,
                str(USER),
                sys.executable,
                str(folder),
                sitting,
                *options,
            ],
            env=plain | own,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            timeout=LIMIT_S,
            check=False,
        )
    found: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1])
    assert "stuck" not in found, found
    return found


def missing_lines(wanted: list[str], said: list[str]) -> list[str]:
    """Those of *wanted* that were not said in their order; a line may go on where the wanted one ends."""
    rest = iter(said)
    return [line for line in wanted if not any(each.startswith(line) for each in rest)]


def taught_to_the_end(found: dict[str, Any]) -> bool:
    numbers = [int(name.split(",")[0].removeprefix("Step ")) for name in found["visited"]]
    return numbers == list(range(1, found["steps"] + 1))


@pytest.mark.skipif(bool(why_no_orca()), reason=why_no_orca() or "never")
def test_a_sitting_is_taught_with_orca_speaking(tmp_path: Path) -> None:
    found = taught(tmp_path, "Getting ready", "--orca")
    reference = SPOKEN.read_text(encoding="utf-8").splitlines()[1:]
    assert missing_lines(reference, found["spoken"]) == []
    assert taught_to_the_end(found)


@pytest.mark.skipif(bool(why_not()), reason=why_not() or "never")
@pytest.mark.parametrize(
    "sitting",
    [
        "Something is not right",
        pytest.param("Maya tells", marks=pytest.mark.slow),
        pytest.param("Block, report, tell", marks=pytest.mark.slow),
    ],
)
def test_a_sitting_is_taught_through_at_spi_alone(sitting: str, tmp_path: Path) -> None:
    assert taught_to_the_end(taught(tmp_path, sitting))


def test_a_line_that_is_not_said_or_comes_too_early_is_noticed() -> None:
    assert missing_lines(["a", "c"], ["a b", "b", "c."]) == []
    assert missing_lines(["a", "x"], ["a", "b"]) == ["x"]
    assert missing_lines(["b", "a"], ["a", "b"]) == ["a"]
