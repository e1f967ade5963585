"""Installs a pack that was looked into: copies its files beside the store, checks them, switches over."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from lesson_player.formats.pack.archive import open_archive
from lesson_player.formats.pack.names import FILMS, LESSONS, piece_of
from lesson_player.formats.pack.refusal import copy_again, refused
from lesson_player.foundation.i18n import tr
from lesson_player.operations.packs.clashes import Answer, compare, free_name
from lesson_player.operations.packs.progress import Counted
from lesson_player.operations.packs.renaming import Renaming, needs_a_look
from lesson_player.operations.packs.trouble import disk_full

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.formats.pack.archive import Archive
    from lesson_player.foundation.paths import Places
    from lesson_player.operations.packs.clashes import Standing
    from lesson_player.operations.packs.contents import PackContents
    from lesson_player.operations.packs.progress import Say
    from lesson_player.operations.packs.store import KnownPack, PackStore

_SPARE_BYTES: Final = 50_000_000
"""Left free on the disk, so that the computer goes on working."""
_FOR_ALL: Final = (0o644, 0o755)
"""Rights of files and of folders that others read too."""


@dataclass(frozen=True, slots=True)
class Installed:
    """What has become of a pack."""

    pack: KnownPack | None
    """None where everything in it was here already."""
    pieces: tuple[str, ...]
    """What was put in, by its paths in the store."""


def standing(contents: PackContents, places: Places, store: PackStore) -> Standing:
    """How the pack stands to what is here; what is for all users is compared with what they all have."""
    return compare(contents, _seen_from(places, store), store.root)


def install(contents: PackContents, places: Places, store: PackStore, answer: Answer, say: Say) -> Installed:
    """Install a pack; *answer* says what is done with what is here already in another form.

    *say* is told the share done, 0 to 1, and may raise to stop. Whatever stops the work, nothing is changed
    and what was copied is taken away. Raises PackRefused, or what *say* raises.
    """
    with store.changing():
        found = standing(contents, places, store)
        _check(contents, found, answer)
        renaming = _renaming(found, places, store) if answer is Answer.KEEP_BOTH else Renaming()
        chosen = [*dict.fromkeys((*found.new, *found.clashing, *renaming.pieces))]
        if not chosen:
            return Installed(None, ())
        new = store.new_folder(contents.manifest.title)
        try:
            _unpack(contents, chosen, renaming, new, say, shared=store.shared)
            say(1.0, tr("Switching over"))
            pieces = tuple(renaming.file(piece) for piece in chosen)
            return Installed(store.switch(new, contents.manifest.title, _parts(pieces, new)), pieces)
        except BaseException:
            store.discard(new)
            raise


def _seen_from(places: Places, store: PackStore) -> Places:
    return replace(places, user_data=places.machine_data) if store.shared else places


def _check(contents: PackContents, found: Standing, answer: Answer) -> None:
    if found.orphans:
        lessons = {one.lesson for one in contents.adaptations}
        raise refused(
            "no-lesson",
            tr(
                "It changes the lesson “{lesson}”, which is not on this computer.",
                lesson=", ".join(sorted(lessons)),
            ),
            tr("Nothing has been changed. Install that lesson first, then this pack."),
        )
    if found.clashing and answer is Answer.STOP:
        raise refused(
            "clash",
            tr(
                "Here already, and not the same: {titles}.",
                titles=", ".join(found.titles(contents, found.clashing)),
            ),
            tr("Nothing has been changed. Choose whether to keep both, or to replace what is here."),
        )


def _renaming(found: Standing, places: Places, store: PackStore) -> Renaming:
    """Other names for what is here in another form, and for lessons whose film gets another name."""
    names: dict[str, str] = {}
    other_film = any(piece.startswith(f"{FILMS}/") for piece in found.clashing)
    lessons = [piece for piece in found.same if piece.startswith(f"{LESSONS}/")] if other_film else []
    for piece in (*found.clashing, *lessons):
        names[piece] = free_name(piece, names.values(), _seen_from(places, store), store.root)
    return Renaming(names)


def _unpack(
    contents: PackContents, chosen: list[str], renaming: Renaming, new: Path, say: Say, *, shared: bool
) -> None:
    """Write the files of the *chosen* pieces into the folder *new*. Raises PackRefused and OSError."""
    wanted = {name: one for name, one in contents.manifest.files.items() if piece_of(name) in set(chosen)}
    total = sum(one.size for one in wanted.values())
    free = shutil.disk_usage(new).free
    if free < total + _SPARE_BYTES:
        raise disk_full(total + _SPARE_BYTES - free)
    counted = Counted(say, total)
    with open_archive(contents.path) as archive:
        if archive.manifest != contents.manifest:
            raise refused("changed", tr("The pack was changed while it was looked at."), copy_again())
        for name in wanted:
            _write_file(archive, name, new / renaming.file(name), renaming, counted)
    if shared:
        open_for_all(new)


def _write_file(archive: Archive, name: str, target: Path, renaming: Renaming, counted: Counted) -> None:
    words = tr("Copying {name}", name=target.name)
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("xb") as file:
        if renaming.pieces and needs_a_look(name):
            data = archive.data(name)
            file.write(renaming.data(name, data))
            counted.more(len(data), words)
        else:
            for piece in archive.pieces(name):
                file.write(piece)
                counted.more(len(piece), words)
        file.flush()
        os.fsync(file.fileno())


def _parts(pieces: tuple[str, ...], new: Path) -> tuple[str, ...]:
    """The pieces as folders and files of their own: an adaptation may have a folder beside its file."""
    beside = (piece.removesuffix(".yaml") for piece in pieces if piece.endswith(".yaml"))
    return (*pieces, *(folder for folder in beside if (new / folder).is_dir()))


def open_for_all(folder: Path) -> None:
    """Have everybody be able to read what is in *folder*, and the folder that holds it."""
    files, folders = _FOR_ALL
    for path in (folder.parent, folder, *folder.rglob("*")):
        path.chmod(folders if path.is_dir() else files)
