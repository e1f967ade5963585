"""One file copied from a share: whole, unchanged while it was read, and put in place in one step.

A share is not trusted. Nothing but a plain file inside its own folder is read, links out of it are refused, a
pipe is never waited for, and no more is read than the file had when it was opened.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import stat
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.formats.safe_path import inside
from lesson_player.foundation.files import put_in_place
from lesson_player.foundation.i18n import tr
from lesson_player.operations.held.rules import Stamp

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from typing import BinaryIO

_PIECE = 1 << 20
_FLAGS = os.O_RDONLY
for _name in ("O_NONBLOCK", "O_NOFOLLOW", "O_BINARY"):
    _FLAGS |= getattr(os, _name, 0)


class NotPlain(OSError):
    """It is no plain file in its own folder."""


class KeepsChanging(OSError):
    """Somebody was writing to the file each time that it was copied."""


def stamp_of(folder: Path, name: str) -> Stamp | None:
    """How the file *name* of *folder* stands; None where there is no plain file of that name in it.

    Raises OSError where that cannot be said, as when a share does not answer.
    """
    path = inside(folder, name)
    if path is None:
        return None
    try:
        found = path.stat()
    except (FileNotFoundError, NotADirectoryError):
        return None
    return _stamp(found) if stat.S_ISREG(found.st_mode) else None


def copy_checked(
    folder: Path, name: str, target: Path, spare: Path, at: Callable[[int], None] | None = None
) -> Stamp:
    """Copy the file *name* of *folder* to *target*, written in the folder *spare* until it is whole.

    *at* is told how many bytes are there; what it raises ends the copying. A file that changes meanwhile is
    taken once more. It is not settled yet (:func:`settle`). Raises KeepsChanging, NotPlain, and OSError.
    """
    for _ in range(2):
        stamp = _copy_once(folder, name, target, spare, at or _nobody)
        if stamp is not None:
            return stamp
    raise KeepsChanging(
        tr(
            "The file “{name}” is being changed in the school’s folder. Try again when that is done.",
            name=name,
        )
    )


def settle(paths: Iterable[Path]) -> None:
    """Have files on the disk itself, so that a power cut leaves none that is only named. Raises OSError.

    All at once after all were written: one by one, hundreds of small files take seconds.
    """
    for path in paths:
        with path.open("rb+") as file:
            os.fsync(file.fileno())


def take_over(file: Path, target: Path) -> None:
    """Have *file*, which is a copy already, at *target* too, without a second copy where the disk can."""
    target.parent.mkdir(parents=True, exist_ok=True)
    try:
        os.link(file, target)
    except OSError:
        shutil.copyfile(file, target)


def _copy_once(folder: Path, name: str, target: Path, spare: Path, at: Callable[[int], None]) -> Stamp | None:
    """The stamp of what was copied; None, and nothing at *target*, where it changed meanwhile."""
    with _opened(folder, name) as source:
        before = _stamp(os.fstat(source.fileno()))
        target.parent.mkdir(parents=True, exist_ok=True)
        handle, part = tempfile.mkstemp(dir=spare, suffix=".part")
        try:
            with os.fdopen(handle, "wb") as file:
                whole = _pour(source, file, before.size, at)
            if not whole or _stamp(os.fstat(source.fileno())) != before:
                return None
            put_in_place(Path(part), target)
        finally:
            with contextlib.suppress(OSError):
                Path(part).unlink()
    return before


def _opened(folder: Path, name: str) -> BinaryIO:
    path = inside(folder, name)
    if path is None:
        raise NotPlain(tr("“{name}” is a link that leaves its own folder.", name=name))
    # Links within the folder are followed by then; a new one in its place is not.
    handle = os.open(path.resolve(), _FLAGS)
    if not stat.S_ISREG(os.fstat(handle).st_mode):
        os.close(handle)
        raise NotPlain(tr("“{name}” is not a plain file.", name=name))
    return os.fdopen(handle, "rb")


def _pour(source: BinaryIO, file: BinaryIO, size: int, at: Callable[[int], None]) -> bool:
    """Whether exactly *size* bytes were there to be copied."""
    done = 0
    while piece := source.read(min(_PIECE, size - done + 1)):
        done += len(piece)
        if done > size:
            return False
        file.write(piece)
        at(done)
    return done == size


def _stamp(found: os.stat_result) -> Stamp:
    return Stamp(found.st_size, found.st_mtime_ns)


def _nobody(_done: int) -> None:
    """Nobody wants to know."""
