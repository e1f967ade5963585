"""What a terminal asks of symbol packs. It needs no window."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.application.settings_here import settings_here
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.problem import Problem
from lesson_player.operations.symbol_store import add_pack, packs_in, remove_pack, symbol_folder

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

CANNOT = 2


def add(folder: Path, *, machine: bool, say: Callable[[str], None]) -> int:
    """Put a pack in. Gives 0, or 2 when it cannot be put in."""
    places, _ = settings_here()
    try:
        found = add_pack(folder, symbol_folder(places, machine=machine))
    except OSError as error:
        say(tr("The symbols could not be put in: {why}", why=error.strerror or str(error)))
        return CANNOT
    if isinstance(found, Problem):
        say(f"{found.sentence} {found.remedy}")
        return CANNOT
    say(_words(found.source.folder.name if found.source.folder else "", len(found.symbols)))
    if not found.source.licence:
        say(tr("The pack states no licence. Make sure that your school may use its pictures."))
    return 0


def tell_packs(*, machine: bool, say: Callable[[str], None]) -> int:
    """List the packs that were put in."""
    places, _ = settings_here()
    found = packs_in(symbol_folder(places, machine=machine))
    for name, pack in found:
        say(_words(name, len(pack.symbols)))
    if not found:
        say(tr("No symbol pack has been put in."))
    return 0


def remove(name: str, *, machine: bool, say: Callable[[str], None]) -> int:
    """Take a pack out. Gives 0, or 2 when there is no such pack or it cannot be moved."""
    places, _ = settings_here()
    try:
        aside = remove_pack(name, symbol_folder(places, machine=machine), places)
    except OSError as error:
        say(tr("The symbols could not be taken out: {why}", why=error.strerror or str(error)))
        return CANNOT
    if aside is None:
        say(tr("There is no symbol pack “{name}”.", name=name))
        return CANNOT
    say(tr("Taken out. Pictures that lessons use stay in them. The pack is kept in {folder}.", folder=aside))
    return 0


def _words(name: str, symbols: int) -> str:
    return f"{name}: {tr_n('{n} symbol', '{n} symbols', symbols)}"
