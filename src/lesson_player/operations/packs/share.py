"""Writes a pack: whole or not at all, and read again before anybody is told that it is there."""

from __future__ import annotations

import os
import tempfile
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.formats.pack.names import check_names
from lesson_player.formats.pack.refusal import refused
from lesson_player.formats.pack.writing import write_pack
from lesson_player.foundation.files import sha256_of
from lesson_player.foundation.i18n import tr
from lesson_player.model.limits import MOST_PACK_FILES, PACK_BYTES
from lesson_player.model.pack import PackedFile, PackManifest
from lesson_player.operations.packs.contents import look_into
from lesson_player.operations.packs.gather import gather
from lesson_player.operations.packs.progress import Counted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.foundation.paths import Places
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.operations.packs.contents import PackContents
    from lesson_player.operations.packs.gather import PackWish
    from lesson_player.operations.packs.progress import Say


@dataclass(frozen=True, slots=True)
class Shared:
    """A pack that was written."""

    path: Path
    contents: PackContents
    unlicensed: tuple[str, ...]
    """Titles of what states no licence."""


def share(bundle: LessonBundle, places: Places, wish: PackWish, target: Path, say: Say) -> Shared:
    """Write what *wish* asks for of a lesson into the file *target*.

    The file that was there stays until the new one is whole. *say* is told the share done, 0 to 1, and may
    raise to stop. Raises PackRefused.
    """
    found = gather(bundle, places, wish)
    check_names(found.files)
    try:
        contents = _write(bundle.lesson.title, found.files, tuple(found.licences), target, say)
    except OSError as error:
        raise refused(
            "not-written",
            tr("The pack cannot be written to {folder}: {why}", folder=target.parent, why=error.strerror),
            tr("What was there is untouched. Choose another folder, or make room."),
        ) from error
    return Shared(target, contents, tuple(found.unlicensed))


def _write(
    title: str, files: Mapping[str, Path], licences: tuple[str, ...], target: Path, say: Say
) -> PackContents:
    total = sum(path.stat().st_size for path in files.values())
    if total > PACK_BYTES or len(files) > MOST_PACK_FILES:
        raise refused(
            "too-large",
            tr("A pack can hold 2 GB and {n} files, and this is more.", n=MOST_PACK_FILES),
            tr("Nothing was written. Share the lesson without its film."),
        )
    listed = {}
    counted = Counted(say, 3 * total)
    for name in sorted(files):
        size = files[name].stat().st_size
        listed[name] = PackedFile(size=size, sha256=sha256_of(files[name]))
        counted.more(size, tr("Reading {name}", name=name.rpartition("/")[2]))
    manifest = PackManifest(format=1, title=title, licences=licences, files=listed)

    handle, part = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:40]}.", suffix=".part")
    try:
        with os.fdopen(handle, "w+b") as file:
            write_pack(file, manifest, files, lambda more: counted.more(more, tr("Writing the pack")))
            file.flush()
            os.fsync(file.fileno())
        contents = look_into(Path(part), lambda share, words: say((2 + share) / 3, words))
        Path(part).chmod(0o644)
        Path(part).replace(target)
    except BaseException:
        Path(part).unlink(missing_ok=True)
        raise
    return contents
