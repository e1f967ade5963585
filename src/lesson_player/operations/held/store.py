"""The folder of copies: what is in it, what came from where, and what goes when there is no room.

A copy is a folder as it is at the school, below one folder for each folder of the school, so that the program
reads either in the same way. Beside them stands a record of each copy. What is being copied lies in a folder
of its own and takes its place in one step: half a copy counts for nothing.
"""

from __future__ import annotations

import contextlib
import logging
import os
import shutil
import tempfile
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.foundation.files import STALE_S, put_in_place, sweep_parts
from lesson_player.foundation.lock import locked
from lesson_player.operations.held.copying import copy_checked, settle, take_over
from lesson_player.operations.held.record import (
    Item,
    Kind,
    Record,
    key_of,
    origin_of,
    read_record,
    write_record,
)
from lesson_player.operations.held.rules import Copy, Stamps, given_up_for, work_for

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

_LOG = logging.getLogger(__name__)
_FOR_USER = 0o700


class NoRoom(OSError):
    """The disk, or what copies may take, is full."""


class HeldStore:
    """The copies of one user."""

    def __init__(self, folder: Path, *, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> None:
        self.folder, self._now = folder, now
        self._coming = folder / "coming"

    def twin(self, kind: Kind, root: Path) -> Path:
        """The folder that stands in for the school's folder *root*."""
        return self.folder / "copies" / key_of(kind, root)

    def item(self, kind: Kind, root: Path, name: str) -> Item:
        """The copy of what is called *name* in the school's folder *root*."""
        record = self.folder / "records" / key_of(kind, root) / f"{name}.json"
        return Item(kind, root, name, self.twin(kind, root) / name, record)

    def copies(self) -> tuple[tuple[Item, Record], ...]:
        """Every copy with what is known of it."""
        found = []
        for path in sorted((self.folder / "records").glob("*/*.json")):
            origin = origin_of(path)
            item = self.item(*origin, path.name.removesuffix(".json")) if origin is not None else None
            record = read_record(item) if item is not None and item.record == path else None
            if item is not None and record is not None:
                found.append((item, record))
        return tuple(found)

    def take_small(self, item: Item, small: Stamps, large: Stamps, at: Callable[[int], None]) -> Record:
        """Make the copy as the school's folder is, but for *large* files that are not here yet.

        The former copy stays until the new one is whole. *at* is told how many bytes were copied. Raises
        OSError.
        """
        former = read_record(item)
        held = former.files if former is not None else {}
        kept_large = {name: stamp for name, stamp in large.items() if held.get(name) == stamp}
        work = work_for({**small, **kept_large}, held)
        files = {name: held[name] for name in work.keep}
        if not work.is_nothing or former is None:
            self._make()
            coming = Path(tempfile.mkdtemp(dir=self._coming))
            try:
                before = 0
                for name in work.copy:
                    files[name] = copy_checked(
                        item.origin, name, coming / name, self._coming, after(before, at)
                    )
                    before += files[name].size
                settle(coming / name for name in work.copy)
                for name in work.keep:
                    take_over(item.folder / name, coming / name)
                self._exchange(item.folder, coming)
            finally:
                shutil.rmtree(coming, ignore_errors=True)
        return write_record(item, Record(item.root, self._now(), files, large))

    def take_large(self, item: Item, name: str, at: Callable[[int], None]) -> Record:
        """Copy one of the large files. Raises OSError; the copy is then as it was."""
        self._make()
        stamp = copy_checked(item.origin, name, item.folder / name, self._coming, at)
        settle([item.folder / name])
        record = read_record(item)
        known = record or Record(item.root, self._now(), {}, {})
        wanted = {**known.wanted, name: stamp}
        return write_record(item, Record(item.root, self._now(), {**known.files, name: stamp}, wanted))

    def opened_now(self, item: Item) -> None:
        """Note that the copy is taught now. A note that cannot be written is missed by nobody."""
        record = read_record(item)
        if record is not None:
            with contextlib.suppress(OSError):
                write_record(item, Record(item.root, self._now(), record.files, record.wanted))

    @contextlib.contextmanager
    def in_use(self, item: Item) -> Iterator[None]:
        """Keep a copy from being given up meanwhile; by this process, which may end at any time."""
        self._make()
        item.record.parent.mkdir(parents=True, exist_ok=True)
        handle, name = tempfile.mkstemp(dir=item.record.parent, prefix=f"{item.name}.", suffix=".lock")
        os.close(handle)
        try:
            with locked(Path(name)):
                yield
        finally:
            with contextlib.suppress(OSError):
                Path(name).unlink()

    def make_room(self, needed: int) -> None:
        """Give copies up until *needed* bytes more have room. Raises NoRoom; then none was given up."""
        self._make()
        items = {str(item.folder): (item, record) for item, record in self.copies()}
        copies = (
            Copy(key, _bytes(record), record.opened, in_use=self._is_used(item))
            for key, (item, record) in items.items()
        )
        gone = given_up_for(needed, copies, shutil.disk_usage(self.folder).free)
        if gone is None:
            raise NoRoom(needed)
        for key in gone:
            _LOG.info("A copy of the school's files is given up for room: %s", items[key][0].name)
            self.forget(items[key][0])

    def forget(self, item: Item) -> bool:
        """Take a copy away, unless it is in use; whether it went."""
        if self._is_used(item):
            return False
        with contextlib.suppress(OSError):
            item.record.unlink()
        shutil.rmtree(item.folder, ignore_errors=True)
        return True

    def sweep(self) -> None:
        """Take away what a power cut left half copied, and what no record knows."""
        for folder in _inside(self.folder / "records"):
            sweep_parts(folder)
        for path in _inside(self._coming):
            with contextlib.suppress(OSError):
                if time.time() - path.lstat().st_mtime > STALE_S:
                    _remove(path)
        for path in (self.folder / "copies").glob("*/*"):
            if not (self.folder / "records" / path.parent.name / f"{path.name}.json").exists():
                with contextlib.suppress(OSError):
                    if time.time() - path.lstat().st_mtime > STALE_S:
                        _remove(path)

    def _make(self) -> None:
        self.folder.mkdir(mode=_FOR_USER, parents=True, exist_ok=True)
        self._coming.mkdir(exist_ok=True)

    def _exchange(self, folder: Path, coming: Path) -> None:
        """Put *coming* in the place of *folder* in two renames, or leave all as it was. Raises OSError."""
        folder.parent.mkdir(parents=True, exist_ok=True)
        going = coming.with_name(f"{coming.name}.going")
        former = folder.exists()
        if former:
            put_in_place(folder, going)
        try:
            put_in_place(coming, folder)
        except OSError:
            if former:
                put_in_place(going, folder)
            raise
        shutil.rmtree(going, ignore_errors=True)

    def _is_used(self, item: Item) -> bool:
        return any(_is_locked(path) for path in item.record.parent.glob("*.lock") if _is_of(path, item))


def after(before: int, at: Callable[[int], None]) -> Callable[[int], None]:
    """Tells *at* of bytes that come after *before* others."""
    return lambda done: at(before + done)


def _bytes(record: Record) -> int:
    return sum(stamp.size for stamp in record.files.values())


def _is_of(lock: Path, item: Item) -> bool:
    """Whether it is a lock of that copy: its name, and what `in_use` puts behind."""
    return lock.name.removesuffix(".lock").rpartition(".")[0] == item.name


def _is_locked(path: Path) -> bool:
    """Whether somebody holds that lock; one that nobody holds any more is taken away."""
    try:
        with locked(path) as free:
            if not free:
                return True
        path.unlink()
    except OSError:
        return path.exists()
    return False


def _inside(folder: Path) -> list[Path]:
    try:
        return list(folder.iterdir())
    except OSError:
        return []


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink()
