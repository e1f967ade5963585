"""Files that a document names: whether their names are allowed, and whether they are there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.formats.safe_path import inside, outside, remedy
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    import pathlib

    from lesson_player.formats.document import Report
    from lesson_player.model.validation import Path


def named_file(
    document: Report, path: Path, folder: pathlib.Path, name: str, missing: str
) -> pathlib.Path | None:
    """The file *name* in *folder*, or None with a problem of the code *missing*, or because of its name."""
    refused = outside(name)
    found = inside(folder, name)
    if refused or found is None:
        sentence = refused or tr("“{name}” is a link that leaves its own folder.", name=name)
        document.report(path, "unsafe-path", sentence, remedy())
        return None
    try:
        there = found.is_file()
    except OSError:
        there = False
    if there:
        return found
    sentence = tr("The file “{name}” is not in the folder “{folder}”.", name=name, folder=folder.name)
    document.report(path, missing, sentence, tr("Put the file there, or correct its name (capitals count)."))
    return None
