"""What packs have brought into a content store: put in by renaming, taken out by renaming, nothing deleted.

As with films, new files are written beside the store's lessons and films first, and switched over once they
are whole; what was there before is kept, so that the step can be undone. A pack brings several pieces
(lessons' and films' folders, adaptations), so the renamings are written down before the first one. What a
power cut leaves half done is taken back by `recover`.
"""

from __future__ import annotations

import json
import logging
import os
import re
import secrets
import shutil
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Final

from lesson_player.formats.pack.refusal import PackRefused, refused
from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.foundation.lock import locked
from lesson_player.model.pack import InstalledPack
from lesson_player.model.validation import validate
from lesson_player.operations.packs.trouble import busy, not_written

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    Moves = tuple[tuple[str, str], ...]

_LOG = logging.getLogger(__name__)
PACKS: Final = "packs"
"""The folder of a content store in which it remembers packs."""
_RECORD: Final = "pack.json"
_FORMER: Final = "former"
"""Beside a pack's record: what was there before it."""
_OWN: Final = "own"
"""Beside a pack's record: what it brings, while it is not in use."""
_KEY = re.compile(r"[a-z0-9-]+-[0-9a-f]{8}")
_LARGEST = 4_000_000


@dataclass(frozen=True, slots=True)
class KnownPack:
    """A pack that was installed, and the name by which it is taken out."""

    key: str
    pack: InstalledPack


class PackStore:
    """The packs of one content store, such as the user's."""

    def __init__(self, root: Path, *, shared: bool = False) -> None:
        """*root* holds ``lessons`` and ``media``. *shared* is for a store that others read too."""
        self.root = root
        self.shared = shared
        self._packs = root / PACKS

    @contextmanager
    def changing(self) -> Iterator[None]:
        """Alone in changing the store, and what was left half done taken back. Raises PackRefused."""
        try:
            self._packs.mkdir(parents=True, exist_ok=True)
            with locked(self._packs / ".lock") as alone:
                if not alone:
                    raise busy()
                self._take_back_all()
                yield
        except OSError as error:
            raise not_written(error, self.root, shared=self.shared) from error

    def seems_writable(self) -> bool:
        """Whether the nearest folder that is there can be written to, found out without writing."""
        there = next((place for place in (self._packs, *self._packs.parents) if place.is_dir()), None)
        return there is not None and os.access(there, os.W_OK)

    def recover(self) -> None:
        """Take back what a power cut left half done; nothing happens while a pack is being installed."""
        if any(known.pack.moves for known in self.known()):
            try:
                with self.changing():
                    pass
            except PackRefused as stopped:
                _LOG.warning("A pack could not be taken back: %s", stopped)

    def known(self) -> tuple[KnownPack, ...]:
        """The packs that were installed, the newest first."""
        try:
            folders = [folder for folder in self._packs.iterdir() if _KEY.fullmatch(folder.name)]
        except OSError:
            return ()
        records = ((folder.name, _read(folder / _RECORD)) for folder in folders)
        found = [KnownPack(key, record) for key, record in records if record is not None]
        return tuple(sorted(found, key=lambda one: (one.pack.installed, one.key), reverse=True))

    def new_folder(self, name: str) -> Path:
        """An empty folder for the files of a new pack, not in use yet. Raises OSError."""
        key = (
            re.sub(r"[^a-z0-9]+", "-", re.sub("['’]", "", name.casefold())).strip("-")[:40].strip("-")
            or "pack"
        )
        made = self._packs / f"{key}-{secrets.token_hex(4)}" / _OWN
        made.mkdir(parents=True)
        return made

    def switch(self, new: Path, title: str, pieces: Sequence[str]) -> KnownPack:
        """Put the *pieces* in *new* in use, and keep what was there. All or nothing: raises OSError."""
        folder = new.parent
        pack = InstalledPack(format=1, title=title, installed=datetime.now(UTC), pieces=tuple(pieces))
        self._move(folder, pack.model_copy(update={"fresh": True}), pack, self._moves_in(folder.name, pieces))
        self._forget_older(folder.name, pieces)
        return KnownPack(folder.name, pack)

    def turn(self, key: str) -> InstalledPack:
        """Take a pack out, with what was there before back in use; or put it in again. Raises PackRefused."""
        folder = self._packs / key
        pack = _read(folder / _RECORD) if _KEY.fullmatch(key) else None
        if pack is None:
            raise refused(
                "not-installed",
                tr("No pack called “{name}” was installed here.", name=key),
                tr("Nothing has been changed."),
            )
        moves = self._moves_in(key, pack.pieces) if pack.taken_out else self._moves_out(key, pack.pieces)
        turned = pack.model_copy(update={"taken_out": not pack.taken_out})
        self._move(folder, pack, turned, moves)
        return turned

    def forget(self, key: str) -> None:
        """Delete what is kept of a pack, so that it cannot be turned any more; what is in use stays."""
        if _KEY.fullmatch(key):
            shutil.rmtree(self._packs / key, ignore_errors=True)

    def forget_former(self, key: str) -> None:
        """Delete what was there before a pack; taking the pack out then leaves nothing in its place."""
        if _KEY.fullmatch(key):
            shutil.rmtree(self._packs / key / _FORMER, ignore_errors=True)

    def discard(self, new: Path) -> None:
        """Take away the files of a pack that was not installed after all."""
        shutil.rmtree(new.parent, ignore_errors=True)

    def _moves_in(self, key: str, pieces: Sequence[str]) -> Moves:
        """What is in use makes room for what the pack brings."""
        away = ((piece, f"{PACKS}/{key}/{_FORMER}/{piece}") for piece in pieces)
        there = (move for move in away if (self.root / move[0]).exists())
        return (*there, *((f"{PACKS}/{key}/{_OWN}/{piece}", piece) for piece in pieces))

    def _moves_out(self, key: str, pieces: Sequence[str]) -> Moves:
        """What the pack brought makes room for what was there before it."""
        away = ((piece, f"{PACKS}/{key}/{_OWN}/{piece}") for piece in pieces)
        back = ((f"{PACKS}/{key}/{_FORMER}/{piece}", piece) for piece in pieces)
        return tuple(move for move in (*away, *back) if (self.root / move[0]).exists())

    def _move(self, folder: Path, before: InstalledPack, after: InstalledPack, moves: Moves) -> None:
        """Rename as *moves* say, all or none, and remember *after* in place of *before*."""
        _write(folder / _RECORD, before.model_copy(update={"moves": moves}))
        try:
            for start, end in moves:
                (self.root / end).parent.mkdir(parents=True, exist_ok=True)
                (self.root / start).rename(self.root / end)
            _write(folder / _RECORD, after)
        except OSError:
            self._take_back(moves)
            if not before.fresh:
                _write(folder / _RECORD, before)
            raise

    def _take_back(self, moves: Moves) -> None:
        for start, end in reversed(moves):
            if (self.root / end).exists() and not (self.root / start).exists():
                (self.root / start).parent.mkdir(parents=True, exist_ok=True)
                (self.root / end).rename(self.root / start)

    def _take_back_all(self) -> None:
        """Undo renamings that a power cut stopped, and take away files of packs that were never put in."""
        for folder in self._packs.iterdir():
            if not _KEY.fullmatch(folder.name):
                continue
            pack = _read(folder / _RECORD)
            if pack is not None and pack.moves:
                self._take_back(pack.moves)
            if pack is None or pack.fresh:
                shutil.rmtree(folder, ignore_errors=True)
            elif pack.moves:
                _write(folder / _RECORD, pack.model_copy(update={"moves": ()}))

    def _forget_older(self, newest: str, pieces: Sequence[str]) -> None:
        """Earlier packs cannot be taken out of pieces that a newer one has replaced."""
        for known in self.known():
            left = tuple(piece for piece in known.pack.pieces if piece not in pieces)
            if known.key == newest or len(left) == len(known.pack.pieces):
                continue
            if not left:
                self.forget(known.key)
                continue
            for piece in set(known.pack.pieces) - set(left):
                for kept in (_FORMER, _OWN):
                    _delete(self._packs / known.key / kept / piece)
            _write(self._packs / known.key / _RECORD, known.pack.model_copy(update={"pieces": left}))


def _delete(path: Path) -> None:
    if path.is_dir():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _read(path: Path) -> InstalledPack | None:
    """What is remembered of a pack; None where it cannot be read."""
    try:
        with path.open("rb") as file:
            plain = json.loads(file.read(_LARGEST))
    except (OSError, ValueError, RecursionError):
        return None
    return validate(InstalledPack, plain)[0]


def _write(path: Path, pack: InstalledPack) -> None:
    write_whole(path, (pack.model_dump_json(indent=1) + "\n").encode("utf-8"))
