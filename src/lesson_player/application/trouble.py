"""When the program meets an error of its own: it is logged, the teacher is told, the lesson goes on."""

from __future__ import annotations

import logging
import sys
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable
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
