"""The typefaces that the program brings, so that text never depends on what a machine has installed."""

from __future__ import annotations

import logging
from functools import cache
from importlib.resources import as_file, files
from pathlib import Path

from PySide6.QtGui import QFontDatabase

from lesson_player.model.typeface import DEFAULT_TYPEFACE, TYPEFACES

_log = logging.getLogger(__name__)

ATKINSON = DEFAULT_TYPEFACE
"""Id of the default typeface."""
FONT_FOLDER = Path(__file__).with_name("fonts")
"""Where the files of the typefaces are, for programs that read them themselves."""


def load_fonts() -> None:
    """Give Qt the default typeface. Needs a QGuiApplication; a second call does nothing."""
    _load(ATKINSON)


def family(font_id: str) -> str:
    """The name by which Qt knows a typeface, which is loaded at its first use.

    The default one's where the id is unknown. Needs a QGuiApplication.
    """
    known = font_id if font_id in TYPEFACES else ATKINSON
    _load(known)
    return TYPEFACES[known]


def typefaces() -> dict[str, str]:
    """The names of the typefaces that can be chosen, by id, the default one first."""
    return dict(TYPEFACES)


@cache
def _load(font_id: str) -> None:
    with as_file(files("lesson_player.rendering") / "fonts") as folder:
        for path in sorted(folder.glob(f"{TYPEFACES[font_id].replace(' ', '')}-*.[ot]tf")):
            if QFontDatabase.addApplicationFont(str(path)) < 0:
                _log.warning("The typeface file cannot be read: %s", path.name)
