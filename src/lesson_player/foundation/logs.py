"""The log: for technicians, local, rotating, without anything about a person."""

from __future__ import annotations

import logging
import logging.handlers
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

ROOT = "lesson_player"
_LARGEST = 1_000_000
_KEPT = 3


def start_logging(folder: Path) -> None:
    """Write the program's log to *folder*; where that cannot be done, go on without a file."""
    logger = logging.getLogger(ROOT)
    logger.setLevel(logging.INFO)
    try:
        folder.mkdir(parents=True, exist_ok=True)
        handler = logging.handlers.RotatingFileHandler(
            folder / "lesson-player.log", maxBytes=_LARGEST, backupCount=_KEPT, encoding="utf-8"
        )
    except OSError:
        logger.warning("The log folder cannot be written: %s", folder)
        return
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logger.addHandler(handler)
