"""How much a lesson loses that is killed: ``lost.most_s``, from three hundred kills at random moments.

The goal is that the last second at most is lost, and that never a file is left that does not load; a broken
one ends the benchmark. ``KILLS=20`` asks for fewer; ``lost.kills`` says how many it were.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.report import Figure, percentile
from tests.support.killed_lesson import kill_one

_KILLS = 300
_IN_ONE_HOME = 25


def measure() -> list[Figure]:
    kills = int(os.environ.get("KILLS", _KILLS))
    lost = []
    for first in range(0, kills, _IN_ONE_HOME):
        with tempfile.TemporaryDirectory() as home:
            for seed in range(first, min(kills, first + _IN_ONE_HOME)):
                killed = kill_one(seed, Path(home))
                if killed.broken or not killed.durable:
                    raise RuntimeError(f"kill {seed} left {killed}")
                lost.append(killed.lost_s)
                print(f"   kill {seed}: {killed.states} states, {killed.lost_s:.2f} s lost", flush=True)
    return [
        Figure("lost.most_s", max(lost), "s"),
        Figure("lost.p95_s", percentile(lost, 0.95), "s"),
        Figure("lost.kills", kills, "", better="higher"),
    ]
