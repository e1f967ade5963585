"""Which adaptations there are of a lesson: its own, and those that came to a content store without it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.model.adaptation import OWN

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

FOLDER = "adaptations"


def adaptation_files(lesson_folder: Path, lesson: str, stores: Sequence[Path]) -> list[tuple[Path, str]]:
    """The files, each as a folder and a name in it, in the order of their names.

    Each of *stores* has a folder for each lesson. An adaptation in an earlier store hides those of the same
    name in later ones and in the lesson itself. A teacher's own layer is none of them.
    """
    places = [(store.parent, f"{store.name}/{lesson}") for store in stores]
    found: dict[str, tuple[Path, str]] = {}
    for folder, within in (*places, (lesson_folder, FOLDER)):
        for name in _yaml_files(folder / within):
            if within == FOLDER or name != f"{OWN}.yaml":
                found.setdefault(name, (folder, f"{within}/{name}"))
    return [found[name] for name in sorted(found)]


def _yaml_files(folder: Path) -> list[str]:
    """Names of the files in *folder*; none where there is no such folder, or where it cannot be read."""
    try:
        return [path.name for path in folder.glob("*.yaml")]
    except OSError:
        return []
