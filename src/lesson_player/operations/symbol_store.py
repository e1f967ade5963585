"""Symbol packs of one's own: put in, listed, and taken out again."""

from __future__ import annotations

import shutil
import tempfile
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.formats.safe_path import inside
from lesson_player.formats.symbol_pack import find_table, read_symbol_pack
from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem
from lesson_player.operations.versions import free_name

if TYPE_CHECKING:
    from lesson_player.foundation.paths import Places
    from lesson_player.model.symbols import SymbolPack

_LICENCES = ("licence", "license", "copying", "notice")


def symbol_folder(places: Places, *, machine: bool = False) -> Path:
    """Where packs are put: for the user, or for everybody on this computer."""
    return (places.machine_data if machine else places.user_data) / "symbols"


def add_pack(source: Path, store: Path) -> SymbolPack | Problem:
    """Copy the pack in the folder *source* into *store*: its list, its licence, and the pictures of the list.

    Gives the pack as it is there, or why it cannot be put in. Raises OSError when it cannot be written;
    nothing is left behind then.
    """
    pack, _ = read_symbol_pack(source)
    table = find_table(source)
    if pack is None or table is None or not pack.symbols:
        return Problem(
            code="no-symbols",
            sentence=tr("“{name}” has no list of symbols that can be read.", name=source.name),
            remedy=tr("Choose a folder with pictures and one CSV file that lists them."),
        )
    store.mkdir(parents=True, exist_ok=True)
    name = free_name(pack.source.title or source.name, {path.name for path in store.iterdir()}, "symbols")
    with tempfile.TemporaryDirectory(prefix=".adding-", dir=store) as made:
        folder = Path(made) / name
        folder.mkdir()
        licences = [path.name for path in source.iterdir() if path.name.lower().startswith(_LICENCES)]
        for file in (table.name, *licences, *(one.key for one in pack.symbols)):
            _copy(source, folder, file)
        folder.rename(store / name)
    added, _ = read_symbol_pack(store / name)
    return added or pack


def packs_in(store: Path) -> tuple[tuple[str, SymbolPack], ...]:
    """Names and packs of a store."""
    folders = sorted(path for path in store.iterdir() if path.is_dir()) if store.is_dir() else []
    found = ((folder.name, read_symbol_pack(folder)[0]) for folder in folders if folder.name[0] != ".")
    return tuple((name, pack) for name, pack in found if pack is not None)


def remove_pack(name: str, store: Path, places: Places) -> Path | None:
    """Set a pack aside; where it is then, or None without such a pack. Pictures already used stay in lessons.

    Raises OSError when it cannot be moved; it is then still there.
    """
    folder = inside(store, name)
    if folder is None or not folder.is_dir() or folder == store:
        return None
    stamp = datetime.now(UTC).strftime("%Y%m%d-%H%M%S-%f")
    aside = places.user_data / "deleted" / "symbols" / f"{stamp}-{name}"
    aside.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(folder, aside)
    return aside


def _copy(source: Path, folder: Path, file: str) -> None:
    path, target = inside(source, file), inside(folder, file)
    if path is not None and target is not None and path.is_file():
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target)
