"""Where built packages are: tests of what users install ask here, and are skipped where nothing was built."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from tests.support.source_tree import REPOSITORY


def dist_folder() -> Path:
    """The folder of built packages: ``dist/``, or what ``LESSON_PLAYER_DIST`` names."""
    return Path(os.environ.get("LESSON_PLAYER_DIST") or REPOSITORY / "dist").absolute()


def package(pattern: str) -> Path:
    """The newest file in :func:`dist_folder` that matches *pattern*; skips the test where there is none."""
    found = sorted(dist_folder().glob(pattern), key=lambda path: path.stat().st_mtime)
    if not found:
        pytest.skip(f"{pattern} is not in {dist_folder()}: run `make packages` first")
    return found[-1]
