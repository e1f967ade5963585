"""The file with the times of a film's moments that an import without a window is given."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.formats.document import read_document
from lesson_player.model.film_setup import MomentTimes

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.model.problem import Problem


def read_moment_times(path: Path) -> tuple[MomentTimes | None, tuple[Problem, ...]]:
    """The times in *path*, and everything that is wrong with the file; None when it cannot be used."""
    document = read_document(path, path.name, MomentTimes)
    return (document.value if document.complete else None), tuple(document.problems)
