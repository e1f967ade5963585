"""Files written whole or not at all, and what they weigh in hashes."""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

STALE_S = 3600.0
"""Age in seconds after which a file that was being written is taken for one that nobody writes any more."""
_PIECE = 1 << 20
"""Bytes that are read at once: a few milliseconds' work, so that it can soon be stopped."""
_UNTIL_LET_GO_S = (0.02, 0.05, 0.1, 0.2)
"""Seconds between attempts on Windows, where no file takes the place of one that somebody has open, and where
virus scanners and search open whatever was just written."""
_PART = re.compile(r"\..+\.[a-z0-9_]{8}\.part")
"""How :func:`write_whole` calls a file while it writes; the eight signs are ``tempfile``'s."""


def write_whole(path: Path, data: bytes) -> None:
    """Write *data* to *path* so that a reader sees the former file or the new one, never a part.

    Temporary file in the same folder, flush, fsync, rename, fsync of the folder: without the last a power cut
    may bring the former file back. Raises OSError, and the former file is then still there, untouched.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=f".{path.name}.", suffix=".part")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        put_in_place(Path(name), path)
    except BaseException:
        with contextlib.suppress(OSError):
            Path(name).unlink()
        raise
    _settle_folder(path.parent)


def put_in_place(part: Path, path: Path) -> None:
    """Rename *part* to *path* in one step, with some patience on Windows. Raises OSError."""
    for pause_s in _UNTIL_LET_GO_S if sys.platform == "win32" else ():
        try:
            part.replace(path)
        except PermissionError:
            time.sleep(pause_s)
        else:
            return
    part.replace(path)


def sweep_parts(folder: Path) -> None:
    """Take away what a power cut left of files that were being written to *folder*.

    Only files named as :func:`write_whole` names them and older than `STALE_S`, so that nothing is taken from
    under another window of the program. What cannot be taken away stays.
    """
    with contextlib.suppress(OSError):
        for path in folder.glob(".*.part"):
            with contextlib.suppress(OSError):
                if _PART.fullmatch(path.name) and time.time() - path.lstat().st_mtime > STALE_S:
                    path.unlink()


def _settle_folder(folder: Path) -> None:
    # Windows opens no folders, and some network drives settle none: the file itself is on the disk by now.
    with contextlib.suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def set_aside(path: Path) -> Path:
    """Rename a file that cannot be used, so that it is not lost and not read again.

    Gives its new path; the same path when it could not be renamed.
    """
    for number in range(1, 100):
        aside = path.with_name(f"{path.name}.broken-{number}")
        if not aside.exists():
            with contextlib.suppress(OSError):
                path.rename(aside)
                return aside
            return path
    return path


def sha256_of(path: Path, at: Callable[[int], None] | None = None) -> str:
    """The file's SHA-256 in hexadecimal. Raises OSError when it cannot be read.

    *at* is told how many bytes have been read; what it raises ends the reading.
    """
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while piece := file.read(_PIECE):
            digest.update(piece)
            if at is not None:
                at(file.tell())
    return digest.hexdigest()
