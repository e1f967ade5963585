"""When the program meets an error of its own: it is logged, the teacher is told, the lesson goes on.

A crash below Python ends the program; the next start says so and where the place is.
"""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from lesson_player.foundation.crash import last_crash
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path
    from types import TracebackType

_LOG = logging.getLogger("lesson_player")


def catch_trouble(tell: Callable[[str], None]) -> None:
    """From now on, log every error that nobody caught and *tell* of it in plain words."""

    def caught(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _LOG.error("Unexpected error", exc_info=(kind, error, trace))
        tell(
            tr(
                "Something went wrong inside the program. Nothing of yours is lost, and the lesson goes on. "
                "Your technician finds the details in the log."
            )
        )

    sys.excepthook = caught


def crash_words(logs: Path) -> str:
    """What to say of a crash that nobody was told of yet; an empty text where there was none."""
    crash = last_crash(logs)
    if crash is None:
        return ""
    _LOG.error("The program crashed before this start: %s", crash.note.name)
    when = crash.when.astimezone()
    return tr(
        "Lesson Player stopped by itself on {date} at {time}. Nobody did anything wrong. Your lessons and "
        "versions are safe, and a lesson that was on has “Carry on” beside it. If it happens again, save a "
        "report for your technician: Settings, “A report for IT”.",
        date=f"{when:%d/%m/%Y}",
        time=f"{when:%H:%M}",
    )
