"""The program dies in the middle of a lesson: what it had written is there, and every file loads.

A slice of what `make bench-long` does three hundred times; that also measures how much is lost.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.support.killed_lesson import kill_one


@pytest.mark.parametrize("seed", range(5))
def test_a_lesson_that_is_killed_loses_nothing_that_was_written(seed: int, tmp_path: Path) -> None:
    killed = kill_one(seed, tmp_path)

    assert killed.states > 0
    assert killed.broken == ()
    assert killed.durable
