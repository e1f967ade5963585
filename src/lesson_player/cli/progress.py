"""A progress bar for a terminal."""

from __future__ import annotations

import sys
from typing import Self

_WIDTH = 30


class ProgressBar:
    """One line that is drawn over again; on something that is no terminal, nothing but what is said."""

    def __init__(self) -> None:
        # Windows gives a program without a console no such stream.
        self._live = sys.stderr is not None and sys.stderr.isatty()
        self._drawn = 0

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._clear()

    def at(self, share: float, words: str) -> None:
        """Show that a share of 0 to 1 is done."""
        if not self._live:
            return
        full = round(share * _WIDTH)
        line = f"[{'#' * full}{'.' * (_WIDTH - full)}] {share:4.0%} {words}"[:100]
        sys.stderr.write("\r" + line.ljust(self._drawn))
        sys.stderr.flush()
        self._drawn = len(line)

    def say(self, words: str) -> None:
        """Print a line that stays."""
        self._clear()
        print(words)

    def _clear(self) -> None:
        if self._live and self._drawn:
            sys.stderr.write("\r" + " " * self._drawn + "\r")
            sys.stderr.flush()
            self._drawn = 0
