"""The other side of `process`: looks into one film, says how far it is, and prints what it found.

Each line that is printed is a JSON object with one key: ``done`` (a share of 0 to 1), ``facts``,
``examination``, ``unreadable`` with what the library said, for the log, or ``missing`` when it is not there.
"""

from __future__ import annotations

import faulthandler
import json
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.model.base import Value

PATIENCE_S = 60
"""A film on which a reader is stuck for so long, without one more picture, is given up."""
_BETWEEN_WORDS_S = 0.25


def run(task: str, path: Path) -> int:
    """Do ``facts`` or ``examine`` for a film. Gives 0, or 1 when it cannot be read."""
    try:
        from lesson_player.playback.inspection import reader  # noqa: PLC0415 - it may not be installed
    except ImportError as error:
        _print("missing", str(error))
        return 1
    faulthandler.dump_traceback_later(PATIENCE_S, exit=True)
    try:
        if task == "facts":
            _print("facts", _plain(reader.facts(path)))
        else:
            _print("examination", _plain(reader.examine(path, _Heard())))
    except (reader.NotReadable, OSError) as error:
        _print("unreadable", str(error))
        return 1
    finally:
        faulthandler.cancel_dump_traceback_later()
    return 0


class _Heard:
    """Says how far the work is, often enough that it can be stopped, and starts the patience anew."""

    def __init__(self) -> None:
        self._last_s = 0.0

    def __call__(self, share: float) -> None:
        now_s = time.monotonic()
        if now_s - self._last_s < _BETWEEN_WORDS_S:
            return
        self._last_s = now_s
        faulthandler.dump_traceback_later(PATIENCE_S, exit=True)
        _print("done", share)


def _plain(value: Value) -> object:
    return value.model_dump(mode="json", exclude_defaults=True)


def _print(key: str, value: object) -> None:
    sys.stdout.write(json.dumps({key: value}) + "\n")
    sys.stdout.flush()
