"""File names in lessons and manifests: relative, inside their folder, and the same on every system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from pathlib import Path

RESERVED = re.compile(
    r"(?:con|conin\$|conout\$|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³]) *(?:\..*)?", re.IGNORECASE
)
"""Names that Windows keeps for devices, whatever their ending is, and with spaces before it (Microsoft,
"Naming Files, Paths, and Namespaces"; "Console Handles")."""
FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f]')
"""Characters that no file on Windows can have in its name (same source)."""


def outside(name: str) -> str:
    """Why the file name *name* is refused, in a sentence; an empty text when it may be used."""
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]+:", name):
        return tr(
            "“{name}” is an address on the internet, and lessons use only files of their own.", name=name
        )
    if name.startswith(("\\\\", "//")):
        return tr("“{name}” is on a network share.", name=name)
    if re.match(r"[A-Za-z]:", name):
        return tr("“{name}” names a drive.", name=name)
    if "\\" in name:
        return tr("“{name}” has a backslash.", name=name)
    if name.startswith(("/", "~")):
        return tr("“{name}” does not begin in its own folder.", name=name)
    parts = name.split("/")
    if ".." in parts:
        return tr("“{name}” leaves its own folder.", name=name)
    if any(_unusable(part) for part in parts):
        return tr("“{name}” is not a file name that every computer can use.", name=name)
    return ""


def inside(folder: Path, name: str) -> Path | None:
    """The path of *name* in *folder*, or None when it leads out of it, links included."""
    if outside(name):
        return None
    path = folder / name
    try:
        return path if path.resolve().is_relative_to(folder.resolve()) else None
    except (OSError, RuntimeError, ValueError):
        return None


def remedy() -> str:
    """What to do about a refused file name."""
    return tr("Put the file into the folder itself and write its name, with “/” between folders.")


def _unusable(part: str) -> bool:
    return (
        part in {"", "."}
        or part.endswith((".", " "))
        or FORBIDDEN.search(part) is not None
        or RESERVED.fullmatch(part) is not None
    )
