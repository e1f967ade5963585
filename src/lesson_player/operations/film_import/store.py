"""A film's folder in a content store: files are added, then one file, the manifest, switches over.

The manifest names the files of the film in use. New files go into a folder of their own, which nothing names
until they are whole and the manifest is replaced in one step. The former manifest is kept as
``film.previous.yaml`` with its files, so that an import can be undone.
"""

from __future__ import annotations

import contextlib
import errno
import hashlib
import os
import re
import secrets
import shutil
import tempfile
from typing import TYPE_CHECKING, Final

from lesson_player.formats.film import MANIFEST, load_film
from lesson_player.formats.writing import to_yaml
from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.operations.film_import.findings import stops

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lesson_player.model.film import Film
    from lesson_player.model.problem import Problem

PREVIOUS: Final = "film.previous.yaml"
_OURS = re.compile(r"[a-z0-9-]+-[0-9a-f]{8}")
"""Names of the folders that imports make."""
_PIECE_BYTES = 4 * 1024 * 1024
_SPARE_BYTES = 50 * 1024 * 1024
"""Left free on the disk, so that the computer goes on working."""
_FOR_ALL = 0o644
_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


class ImportStopped(Exception):
    """The film could not be put in; the film that was there is untouched."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(str(problem))
        self.problem = problem


class FilmStore:
    """The folder of one film in one store, such as ``media/mayas-story`` of the user."""

    def __init__(self, folder: Path, *, shared: bool = False) -> None:
        """*shared* is for a store that others read too than the user who puts the film in."""
        self.folder = folder
        self._shared = shared

    def check_writable(self) -> None:
        """Find out whether a film can be put in here, before any work is done. Raises ImportStopped."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            with tempfile.TemporaryFile(dir=self.folder):
                pass
        except OSError as error:
            raise ImportStopped(self._not_written(error)) from error

    def seems_writable(self) -> bool:
        """Whether the nearest folder that is there can be written to, found out without writing."""
        there = next((place for place in (self.folder, *self.folder.parents) if place.is_dir()), None)
        return there is not None and os.access(there, os.W_OK)

    def new_folder(self, edition: str, needed_bytes: int) -> Path:
        """An empty folder for the files of a new film, with room for them. Raises ImportStopped."""
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._sweep()
            free = shutil.disk_usage(self.folder).free
            if free < needed_bytes + _SPARE_BYTES:
                raise ImportStopped(_full(needed_bytes + _SPARE_BYTES - free))
            made = self.folder / f"{edition}-{secrets.token_hex(4)}"
            made.mkdir()
        except OSError as error:
            raise ImportStopped(self._not_written(error)) from error
        return made

    def copy(self, source: Path, target: Path, say: Callable[[int], None]) -> str:
        """Copy a film and give its SHA-256, as read from the source and found again in the copy.

        *say* is told each number of bytes that has been copied or read back, and may raise to stop. Raises
        ImportStopped.
        """
        digest = hashlib.sha256()
        pieces = self._pieces(source)
        try:
            with target.open("xb") as file:
                for piece in pieces:
                    file.write(piece)
                    digest.update(piece)
                    say(len(piece))
                file.flush()
                os.fsync(file.fileno())
            if self._shared:
                target.chmod(_FOR_ALL)
        except OSError as error:
            raise ImportStopped(self._not_written(error)) from error
        again = hashlib.sha256()
        for piece in self._pieces(target):
            again.update(piece)
            say(len(piece))
        if again.digest() != digest.digest():
            raise ImportStopped(
                stops(
                    "copy-differs",
                    tr("The copy of {name} is not the same as the file.", name=source.name),
                    tr("The disk may be failing. The film that was there is untouched. Try again."),
                    source.name,
                )
            )
        return digest.hexdigest()

    def write(self, target: Path, text: str) -> None:
        """Write a text file of the new film. Raises ImportStopped."""
        try:
            self._write(target, text.encode("utf-8"))
        except OSError as error:
            raise ImportStopped(self._not_written(error)) from error

    def switch_to(self, film: Film) -> None:
        """Make *film* the one in use. The former manifest is kept for `undo`. Raises ImportStopped."""
        manifest, previous = self.folder / MANIFEST, self.folder / PREVIOUS
        try:
            if manifest.exists():
                self._write(previous, manifest.read_bytes())
            else:
                previous.unlink(missing_ok=True)
            self._write(manifest, to_yaml(film).encode("utf-8"))
        except OSError as error:
            raise ImportStopped(self._not_written(error)) from error

    def replace(self, film: Film) -> None:
        """Write the manifest of the film in use anew, with its moments corrected. Raises ImportStopped."""
        self.write(self.folder / MANIFEST, to_yaml(film))

    def can_undo(self) -> bool:
        """Whether there is an import to go back from."""
        return any((self.folder / name).exists() for name in (MANIFEST, PREVIOUS))

    def undo(self) -> None:
        """Go back to the film before the last import, or forth again. Raises ImportStopped."""
        manifest, previous = self.folder / MANIFEST, self.folder / PREVIOUS
        try:
            if manifest.exists() and previous.exists():
                now, before = manifest.read_bytes(), previous.read_bytes()
                self._write(manifest, before)
                self._write(previous, now)
            elif manifest.exists():
                manifest.replace(previous)
            elif previous.exists():
                previous.replace(manifest)
            else:
                raise ImportStopped(
                    stops(
                        "nothing-to-undo",
                        tr("No film was put in here, so there is nothing to undo."),
                    )
                )
        except OSError as error:
            raise ImportStopped(self._not_written(error)) from error

    def discard(self, folder: Path) -> None:
        """Take away a folder of files that were not put in after all."""
        shutil.rmtree(folder, ignore_errors=True)

    def _write(self, path: Path, data: bytes) -> None:
        write_whole(path, data)
        if self._shared:
            with contextlib.suppress(
                OSError
            ):  # where rights are not kept in the file, everybody reads it anyway
                path.chmod(_FOR_ALL)

    def _pieces(self, source: Path) -> Iterator[bytes]:
        """A file piece by piece. Raises ImportStopped when it has gone or cannot be read."""
        try:
            with source.open("rb") as file:
                while piece := file.read(_PIECE_BYTES):
                    yield piece
        except OSError as error:
            raise ImportStopped(
                stops(
                    "source-gone",
                    tr("{name} could not be read to its end.", name=source.name),
                    tr(
                        "Check that the disk or stick is still connected, then try again. "
                        "The film that was there is untouched."
                    ),
                    source.name,
                )
            ) from error

    def _not_written(self, error: OSError) -> Problem:
        if error.errno in _FULL:
            return _full(0)
        if self._shared:
            return stops(
                "store-not-writable",
                tr(
                    "The films of all users, in {folder}, cannot be changed from this account.",
                    folder=self.folder,
                ),
                tr("Ask your technician to put the film in, or put it in for yourself alone."),
            )
        return stops(
            "store-not-writable",
            tr("The film cannot be written to {folder}.", folder=self.folder),
            tr("The film that was there is untouched. Ask your technician about the folder's rights."),
        )

    def _sweep(self) -> None:
        """Take away the files of films that neither manifest names any more."""
        named: set[str] = set()
        for file in (MANIFEST, PREVIOUS):
            with contextlib.suppress(OSError):
                named.update(re.findall(_OURS, (self.folder / file).read_text(encoding="utf-8")))
        for folder in self.folder.iterdir():
            if folder.is_dir() and _OURS.fullmatch(folder.name) and folder.name not in named:
                self.discard(folder)


def film_in(folder: Path) -> Film | None:
    """The film whose manifest is in *folder*, or None."""
    loaded, _ = load_film(folder)
    return loaded.film if loaded else None


def _full(lacking_bytes: int) -> Problem:
    sentence = (
        tr("The disk is full: {megabytes} MB more are needed.", megabytes=-(-lacking_bytes // 1_000_000))
        if lacking_bytes
        else tr("The disk is full.")
    )
    return stops(
        "disk-full", sentence, tr("The film that was there is untouched. Make room, then try again.")
    )
