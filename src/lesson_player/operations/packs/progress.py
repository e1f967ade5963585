"""How far a piece of work is, told often enough to be stopped, and not so often that telling takes long."""

from __future__ import annotations

from collections.abc import Callable

Say = Callable[[float, str], None]
"""Is told the share done, 0 to 1, and what is being done; what it raises ends the work."""
_STEP = 0.01


class Counted:
    """Counts bytes towards a total, and tells each hundredth of it."""

    def __init__(self, say: Say, total: int) -> None:
        self._say = say
        self._total = total or 1
        self._done = 0
        self._told = -1.0

    def more(self, count: int, words: str) -> None:
        """*count* more bytes are done."""
        self._done += count
        share = min(self._done / self._total, 1.0)
        if share - self._told >= _STEP:
            self._told = share
            self._say(share, words)
