"""The symbol library that comes with the program: drawings by OpenMoji and British words to find them by.

The one place for OpenMoji's files and their licence (`openmoji/NOTICE`). The symbols above words come from
here too. Nothing of it is read until the first symbol is asked for.
"""

from __future__ import annotations

import zipfile
from functools import cache
from pathlib import Path

TITLE = "OpenMoji 17"
LICENCE = "OpenMoji (openmoji.org), CC BY-SA 4.0"
"""How its authors ask to be named; it goes with every picture that is taken from here."""

_FOLDER = Path(__file__).with_name("openmoji")


def openmoji_svg(file: str) -> bytes | None:
    """The drawing of that file name, such as ``1F36A.svg``; None where the library has none."""
    archive = _archive()
    try:
        return archive.read(file)
    except KeyError:
        return None


def openmoji_files() -> tuple[str, ...]:
    """The file names of all drawings."""
    return tuple(_archive().namelist())


def openmoji_words() -> str:
    """The library's own list as CSV: ``name``, ``tags`` and ``file`` of each symbol."""
    return (_FOLDER / "symbols.csv").read_text(encoding="utf-8")


@cache
def _archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(_FOLDER / "symbols.zip")
