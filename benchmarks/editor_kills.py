"""How much an editor loses that is killed: ``editor.lost_most_s``, from a hundred kills at random moments.

Even kills hit the editor of a version, odd ones that of a lesson of one's own. Edits come every 20 ms, seven
in ten of them keys of somebody who types; every other edit is written when it is made. A file that does not
load whole, or one that has lost what was written before, ends the benchmark. ``KILLS=20`` asks for fewer.
"""

from __future__ import annotations

import os
import tempfile
from pathlib import Path

from benchmarks.report import Figure, percentile
from tests.support.killed_editor import kill_one

_KILLS = 100


def measure() -> list[Figure]:
    lost = []
    for seed in range(int(os.environ.get("KILLS", _KILLS))):
        with tempfile.TemporaryDirectory() as home:
            killed = kill_one(seed, Path(home))
        if not (killed.whole and killed.durable):
            raise RuntimeError(f"kill {seed} left {killed}")
        lost.append(killed.lost_s)
        print(f"   kill {seed}: {killed.states} edits, {killed.lost_s:.2f} s lost", flush=True)
    return [
        Figure("editor.lost_most_s", max(lost), "s"),
        Figure("editor.lost_p95_s", percentile(lost, 0.95), "s"),
        Figure("editor.kills", len(lost), "", better="higher"),
    ]
