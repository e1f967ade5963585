"""A file that is opened while the program runs goes to the window that is there, not to a second one.

Nothing listens for it: the second start leaves a note in a folder of the user's own, and the program that
runs finds it. Who that is, is said by a lock of the system, which goes with the process that held it.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
import secrets
import sys
import time
from pathlib import Path

from lesson_player.foundation.files import sweep_parts, write_whole
from lesson_player.foundation.lock import take

WAIT_S = 10.0
"""How long a second start waits for the first one; after it the first one is taken for stuck."""
_LOOK_S = 0.05
_STALE_S = 60.0
"""Age in seconds after which a note is one that nobody waits for any more."""
_LARGEST = 40_000
"""Bytes of a note; Windows' longest path has 32,767 characters."""


class Handover:
    """One folder in which starts of the program by one user on one computer meet."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # A home folder may be used at two computers at once: a file opens where it was asked for.
        self._here = hashlib.sha256(_computer().encode()).hexdigest()[:8]
        self._handle: int | None = None

    def be_first(self) -> bool:
        """Whether this process is, or has now become, the one that files are handed to.

        Also where the folder cannot be written to: there nobody can hand anything over.
        """
        if self._handle is not None:
            return True
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            handle = os.open(self.folder / f"{self._here}.lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError:
            return True
        if not take(handle):
            os.close(handle)
            return False
        self._handle = handle
        sweep_parts(self.folder)
        return True

    def give(self, path: Path, wait_s: float = WAIT_S) -> bool:
        """Hand *path* to the process that is first. False where it has not been taken within *wait_s*."""
        note = self.folder / f"{self._here}-{secrets.token_hex(8)}.json"
        try:
            write_whole(note, json.dumps({"path": os.fspath(path)}).encode())
        except OSError:
            return False
        end_s = time.monotonic() + wait_s
        while note.exists() and time.monotonic() < end_s:
            time.sleep(_LOOK_S)
        try:
            note.unlink()
        except OSError:
            return True
        return False

    def taken(self) -> tuple[Path, ...]:
        """What was handed over since this was last asked, the oldest first. Each is given once."""
        notes = [(note, age) for note in self.folder.glob(f"{self._here}-*.json") if (age := _age_s(note))]
        found = [_read(note) for note, age in sorted(notes, key=lambda each: -each[1]) if age < _STALE_S]
        for note, _ in notes:
            with contextlib.suppress(OSError):
                note.unlink()
        return tuple(path for path in found if path is not None)

    def close(self) -> None:
        """Nothing is handed over to this process from now on."""
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _age_s(note: Path) -> float:
    """Seconds since the note was written; 0 where it is gone."""
    try:
        return max(time.time() - note.stat().st_mtime, 0.001)
    except OSError:
        return 0.0


def _read(note: Path) -> Path | None:
    """The path that a note names; None where it makes no sense."""
    try:
        with note.open("rb") as file:
            plain = json.loads(file.read(_LARGEST))
        path = Path(plain["path"])
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    return path if path.is_absolute() else None


if sys.platform == "win32":

    def _computer() -> str:
        return os.environ.get("COMPUTERNAME", "")

else:

    def _computer() -> str:
        return os.uname().nodename
