"""A crash of the program itself, below Python, leaves a note that the next start explains.

Python's ``faulthandler`` writes the note while the process dies: where each thread of ours stood, and nothing
of what it worked on. A power cut or the task manager leaves an empty note: nothing has crashed then.
"""

from __future__ import annotations

import contextlib
import faulthandler
import os
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from lesson_player.foundation.lock import take

if TYPE_CHECKING:
    from pathlib import Path
    from typing import IO

_KEPT = 5
"""So many notes of crashes stay, for a report."""


@dataclass(frozen=True, slots=True)
class Crash:
    """What is known of a crash."""

    when: datetime
    note: Path


class CrashNote:
    """The note of this process: open while it runs, gone when it ends as it should."""

    def __init__(self, folder: Path) -> None:
        """Write to *folder*; where that cannot be done, go on without a note."""
        self._path = folder / f"running-{os.getpid()}.txt"
        self._file: IO[bytes] | None = None
        with contextlib.suppress(OSError):
            folder.mkdir(parents=True, exist_ok=True)
            self._file = self._path.open("wb")
            # Held for as long as the process lives: so another one can tell that it is gone.
            take(self._file.fileno())
            faulthandler.enable(self._file)

    def close(self) -> None:
        """The program ends as it should."""
        if self._file is not None:
            faulthandler.disable()
            self._file.close()
            self._file = None
            with contextlib.suppress(OSError):
                self._path.unlink()


def last_crash(folder: Path) -> Crash | None:
    """The latest crash that nobody was told of yet; its note is kept as ``crash-….txt``. Raises nothing."""
    found = []
    with contextlib.suppress(OSError):
        for path in folder.glob("running-*.txt"):
            if _left_behind(path):
                found += _settled(path)
        for old in sorted(folder.glob("crash-*.txt"))[:-_KEPT]:
            old.unlink()
    return max(found, key=lambda crash: crash.when, default=None)


def _left_behind(path: Path) -> bool:
    with contextlib.suppress(OSError), path.open("rb+") as file:
        return take(file.fileno())
    return False


def _settled(path: Path) -> list[Crash]:
    """A note whose program is gone: kept where it says something, else taken away."""
    with contextlib.suppress(OSError):
        facts = path.stat()
        if not facts.st_size:
            path.unlink()
            return []
        when = datetime.fromtimestamp(facts.st_mtime, UTC)
        kept = path.with_name(f"crash-{when:%Y-%m-%d-%H%M%S}.txt")
        path.replace(kept)
        return [Crash(when, kept)]
    return []
