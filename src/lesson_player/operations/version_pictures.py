"""Pictures that one version brings, copied to another one, never from or to anywhere else."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from lesson_player.formats.safe_path import inside

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle


def copy_pictures(bundle: LessonBundle, source: Adaptation, names: Iterable[str], folder: Path) -> None:
    """Copy the files of those of *source*'s pictures that are named to *folder*, as far as they are there.

    Raises OSError when one cannot be copied.
    """
    there = bundle.layer_pictures_folder(source.id)
    for name in names:
        file = source.pictures[name].file
        path = inside(there, file)
        target = inside(folder, file)
        if path is not None and target is not None and path.is_file():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)
