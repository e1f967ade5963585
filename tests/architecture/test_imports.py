"""The import contracts of pyproject.toml hold, and each of them would notice if it were broken."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.source_tree import REPOSITORY


def lint_imports(folder: Path, source: Path) -> subprocess.CompletedProcess[str]:
    # A program of its own: inside the tests, lesson_player is always the real one.
    return subprocess.run(
        [
            Path(sys.executable).with_name("lint-imports"),
            "--no-logo",
            "--no-cache",
            "--config",
            "pyproject.toml",
        ],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(source), "COLUMNS": "200"},
        capture_output=True,
        text=True,
        check=False,
    )


def test_the_contracts_hold() -> None:
    result = lint_imports(REPOSITORY, REPOSITORY / "src")
    assert result.returncode == 0, result.stdout + result.stderr
    assert " 0 broken" in result.stdout


FLOORS = "A floor imports only floors below it"
QT = "Qt is used at the edges alone"
BREACHES = {
    "upwards": ({"model/a.py": "import lesson_player.ui.b", "ui/b.py": ""}, FLOORS),
    "next door": ({"formats/a.py": "import lesson_player.teaching.b", "teaching/b.py": ""}, FLOORS),
    "past the model": ({"foundation/a.py": "import lesson_player.model.b", "model/b.py": ""}, FLOORS),
    "the root from below": (
        {"control/a.py": "import lesson_player.application", "application.py": ""},
        FLOORS,
    ),
    "only for types": (
        {
            "model/a.py": "import typing\nif typing.TYPE_CHECKING:\n    import lesson_player.cli.b",
            "cli/b.py": "",
        },
        FLOORS,
    ),
    "package without a place": ({"cellar/a.py": ""}, FLOORS),
    "module without a place": ({"helpers.py": ""}, FLOORS),
    "libVLC elsewhere": ({"playback/a.py": "import vlc"}, "libVLC is spoken to in playback.vlc alone"),
    "PyAV elsewhere": ({"playback/a.py": "import av"}, "PyAV looks into films"),
    "YAML elsewhere": ({"model/a.py": "import yaml"}, "YAML is read and written in formats alone"),
    "typst elsewhere": ({"rendering/a.py": "import typst"}, "Pages are typeset in handouts alone"),
    "pydantic elsewhere": ({"teaching/a.py": "import pydantic"}, "Frozen values are declared with pydantic"),
    "Qt in a reader": ({"formats/a.py": "from PySide6.QtCore import QUrl"}, QT),
    "Qt in a value": ({"model/a.py": "import PySide6.QtGui"}, QT),
    "Qt in a use case": ({"operations/a.py": "import PySide6.QtGui"}, QT),
    "Qt in the command line": ({"cli/a.py": "import PySide6.QtGui"}, QT),
}


@pytest.mark.parametrize("breach", BREACHES)
def test_a_breach_is_noticed(breach: str, tmp_path: Path) -> None:
    files, contract = BREACHES[breach]
    shutil.copy(REPOSITORY / "pyproject.toml", tmp_path)
    for name in ["__init__.py", *files]:
        file = tmp_path / "src" / "lesson_player" / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.touch()
        (file.parent / "__init__.py").touch()
        file.write_text(files.get(name, ""), encoding="utf-8")

    result = lint_imports(tmp_path, tmp_path / "src")

    assert result.returncode == 1, result.stdout + result.stderr
    broken = [line for line in result.stdout.splitlines() if line.endswith("BROKEN")]
    assert any(line.startswith(contract) for line in broken), result.stdout + result.stderr
