"""The program dies while a version or a lesson is edited: what was written is there, and loads.

A slice of what `make bench-long` does a hundred times; that also measures how much is lost.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.killed_editor import kill_one


@pytest.mark.parametrize("seed", range(4))
def test_an_editor_that_is_killed_loses_nothing_that_was_written(seed: int, tmp_path: Path) -> None:
    killed = kill_one(seed, tmp_path)

    assert killed.whole
    assert killed.durable
