"""The log: for technicians, local, rotating, without anything about a person."""

from __future__ import annotations

import logging
import logging.handlers
import sys
from typing import TYPE_CHECKING

from lesson_player.foundation.person import without_person

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "lesson_player"
_LARGEST = 1_000_000
_KEPT = 3


class _LogFile(logging.handlers.RotatingFileHandler):
    def handleError(self, record: logging.LogRecord) -> None:  # noqa: N802 - the standard library's name
        """Lose a line where the disk is full: the lesson says so itself, and goes on."""
        if not isinstance(sys.exc_info()[1], OSError):
            super().handleError(record)


class _WithoutPerson(logging.Formatter):
    """Folders and errors bring the user's name along: it is taken out before a line is written."""

    def format(self, record: logging.LogRecord) -> str:
        return without_person(super().format(record))


def start_logging(folder: Path) -> None:
    """Write the program's log to *folder*; where that cannot be done, go on without a file."""
    logger = logging.getLogger(ROOT)
    logger.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = _LogFile(
            folder / "lesson-player.log", maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        logger.warning("The log folder cannot be written: %s", folder)
        return
    handler.setFormatter(_WithoutPerson("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
