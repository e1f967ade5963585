"""Installs a voice pack that this program knows by its checksum, and takes it out again."""

from __future__ import annotations

import os
import shutil
from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from lesson_player.formats.pack.archive import open_archive
from lesson_player.formats.pack.refusal import PackRefused, refused
from lesson_player.formats.pack.writing import manifest_text
from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.model.pack import MANIFEST
from lesson_player.operations.packs.install import open_for_all
from lesson_player.operations.packs.progress import Counted
from lesson_player.operations.packs.trouble import disk_full
from lesson_player.operations.voice_packs.installed import FOLDER, check_whole

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lesson_player.formats.pack.archive import Archive
    from lesson_player.model.pack import PackManifest
    from lesson_player.operations.packs.progress import Say
    from lesson_player.operations.packs.store import KnownPack, PackStore
    from lesson_player.operations.voice_packs.pins import Pins

_SPARE_BYTES: Final = 50_000_000
"""Left free on the disk, so that the computer goes on working."""


def install(pins: Pins, platform: str, path: Path, store: PackStore, say: Say) -> PackManifest:
    """Install the voice pack at *path* for computers of *platform*, which this one is.

    All or nothing: whatever stops the work, nothing is changed and what was copied is taken away. *say* is
    told the share done, 0 to 1, and may raise to stop. Raises PackRefused, or what *say* raises.
    """
    with store.changing(), _opened(path) as archive:
        _check(pins, platform, archive)
        new = store.new_folder(f"voices {platform}")
        try:
            _unpack(archive, new / FOLDER / platform, say)
            check_whole(pins, platform, new / FOLDER / platform)
            if store.shared:
                open_for_all(new)
            say(1.0, tr("Switching over"))
            known = store.switch(new, archive.manifest.title, (f"{FOLDER}/{platform}",))
            # A pack takes as much room as a short film: what it replaces is not kept.
            store.forget_former(known.key)
        except BaseException:
            store.discard(new)
            raise
        return archive.manifest


def look_into(pins: Pins, platform: str, path: Path) -> PackManifest:
    """The list of the voice pack at *path*, if `install` would take it by its list. Raises PackRefused."""
    with _opened(path) as archive:
        _check(pins, platform, archive)
        return archive.manifest


@contextmanager
def _opened(path: Path) -> Iterator[Archive]:
    """The pack at *path*, open. Raises PackRefused."""
    try:
        with open_archive(path, program=True) as archive:
            yield archive
    except PackRefused as stopped:
        if stopped.problem.code != "no-pack":
            raise
        raise refused(
            "no-pack",
            tr("{name} is not a voice pack.", name=path.name),
            tr("Nothing has been changed. A voice pack’s name ends in .voicepack; choose another file."),
        ) from stopped


def known_packs(store: PackStore) -> tuple[KnownPack, ...]:
    """The voice packs that were installed into *store*, the newest first."""
    return tuple(
        one for one in store.known() if all(name.startswith(f"{FOLDER}/") for name in one.pack.pieces)
    )


def uninstall(store: PackStore) -> tuple[str, ...]:
    """Take every voice pack out of *store* for good; gives their titles. Raises PackRefused."""
    with store.changing():
        found = known_packs(store)
        for one in found:
            if not one.pack.taken_out:
                store.turn(one.key)
            store.forget(one.key)
    return tuple(one.pack.title for one in found)


def _check(pins: Pins, platform: str, archive: Archive) -> None:
    """Raise PackRefused unless it is the pack for this kind of computer."""
    made_for = next((name for name, sha256 in pins.packs.items() if sha256 == archive.list_sha256), None)
    if made_for is None:
        raise refused(
            "unknown-pack",
            tr("This is not a voice pack that this version of Lesson Player knows."),
            tr(
                "Nothing has been changed. A voice pack holds a program, so only those are installed that "
                "were built for this very version: ask for one where you have Lesson Player from."
            ),
        )
    if made_for != platform:
        raise refused(
            "other-platform",
            tr(
                "This voice pack is for other computers ({other}); this one is {here}.",
                other=made_for,
                here=platform,
            ),
            tr("Nothing has been changed. Ask for the voice pack for this kind of computer."),
        )


def _unpack(archive: Archive, folder: Path, say: Say) -> None:
    total = sum(one.size for one in archive.manifest.files.values())
    folder.mkdir(parents=True)
    free = shutil.disk_usage(folder).free
    if free < total + _SPARE_BYTES:
        raise disk_full(total + _SPARE_BYTES - free)
    counted = Counted(say, total)
    for name in archive.manifest.files:
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        with target.open("xb") as file:
            for piece in archive.pieces(name):
                file.write(piece)
                counted.more(len(piece), tr("Copying {name}", name=target.name))
            file.flush()
            os.fsync(file.fileno())
    write_whole(folder / MANIFEST, manifest_text(archive.manifest).encode("utf-8"))
