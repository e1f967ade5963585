"""Why a content store cannot take a pack, in plain words."""

from __future__ import annotations

import errno
from typing import TYPE_CHECKING

from lesson_player.formats.pack.refusal import PackRefused, refused
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from pathlib import Path

_FULL = {errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC)}


def disk_full(lacking_bytes: int = 0) -> PackRefused:
    """There is no room; *lacking_bytes* more are needed, where that is known."""
    sentence = (
        tr("The disk is full: {megabytes} MB more are needed.", megabytes=-(-lacking_bytes // 1_000_000))
        if lacking_bytes
        else tr("The disk is full.")
    )
    return refused("disk-full", sentence, tr("Nothing has been changed. Make room, then try again."))


def busy() -> PackRefused:
    """Somebody else is changing the store."""
    return refused(
        "busy",
        tr("Another pack is being installed or taken out on this computer."),
        tr("Nothing has been changed. Wait until it is done, then try again."),
    )


def not_written(error: OSError, root: Path, *, shared: bool) -> PackRefused:
    """What *error*, met while the store at *root* was changed, means to people."""
    if error.errno in _FULL:
        return disk_full()
    if shared:
        return refused(
            "store-not-writable",
            tr("The lessons of all users, in {folder}, cannot be changed from this account.", folder=root),
            tr("Ask your technician to install the pack, or install it for yourself alone."),
        )
    return refused(
        "store-not-writable",
        tr("The pack cannot be written to {folder}.", folder=root),
        tr(
            "Nothing has been changed. If a lesson of the pack is open, close it and try again; "
            "else ask your technician about the folder’s rights."
        ),
    )
