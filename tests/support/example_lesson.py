"""The example of docs/lesson-format, copied to a folder of the test's own, with empty film files."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import NamedTuple

EXAMPLE = Path(__file__).parents[2] / "docs" / "lesson-format" / "example"
LESSON = "lessons/asking-for-help"
FILM = "media/sam-asks"


class Example(NamedTuple):
    """Where the copy is."""

    root: Path
    lesson: Path
    films: list[Path]


def copy_example(target: Path) -> Example:
    """Copy the example below *target*. The loader does not look into film files, so empty ones do."""
    root = target / "example"
    shutil.copytree(EXAMPLE, root)
    for name in ("sam-asks.webm", "sam-asks-bsl.webm"):
        (root / FILM / name).touch()
    return Example(root, root / LESSON, [root / "media"])
