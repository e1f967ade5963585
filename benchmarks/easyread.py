"""How often the easy-read checker is right, on the labelled set, and how long it takes for a line.

``easyread.precision`` and ``.recall`` are of the half of the set that nobody looked at while rules were tuned
(to reach: 0.9 and 0.85); the tuned half and the small documents are measured beside it.
tests/data/easy_read/README.md says how the set was made.
"""

from __future__ import annotations

import time

from benchmarks.report import Figure, percentile
from lesson_player.adapting.easy_read.text import check_text
from tests.support.easy_read_documents import score_documents
from tests.support.easy_read_set import Score, labelled_lines, score_lines

_ROUNDS = 5


def measure() -> list[Figure]:
    return [
        *_shares("easyread.", score_lines("held_out")),
        *_shares("easyread.tuning_", score_lines("tuning")),
        *_shares("easyread.documents_", score_documents("held_out")),
        Figure("easyread.line_p95_ms", percentile(_line_times(), 0.95), "ms"),
    ]


def _shares(prefix: str, score: Score) -> list[Figure]:
    return [
        Figure(f"{prefix}precision", score.precision, "share", "higher"),
        Figure(f"{prefix}recall", score.recall, "share", "higher"),
    ]


def _line_times() -> list[float]:
    """Milliseconds of processor time for each line, the word lists read before."""
    texts = [line.text for line in labelled_lines("held_out")]
    check_text(texts[0])
    times = []
    for turn in range(_ROUNDS):
        for text in texts:
            # A blank more each time, so that nothing is remembered from the last round.
            asked = text + " " * turn
            started = time.process_time()
            check_text(asked)
            times.append((time.process_time() - started) * 1000)
    return times
