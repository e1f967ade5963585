"""In the process that speaks: the voice pack's own Python packages, found there and nowhere else.

The window's process never imports them. The caller has seen that each byte of the pack is the trusted one.
"""

from __future__ import annotations

import importlib
import os
import sys
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from pathlib import Path

_ENGINE: Final = "engine"
_VOICES: Final = "voices"
_MAKER: Final = "voice_maker.serve"


def serve(pack: Path) -> int:
    """Answer standard input with what the pack in the folder *pack* speaks; gives the exit code."""
    # Compiled files would be files that the pack does not have.
    sys.dont_write_bytecode = True
    sys.path.insert(0, str(pack / _ENGINE))
    sys.addaudithook(_refuse_network)
    answers = os.fdopen(os.dup(1), "w", encoding="utf-8")
    # What a library writes to the terminal would be taken for an answer.
    os.dup2(os.open(os.devnull, os.O_WRONLY), 1)
    sys.stdout = answers
    importlib.import_module(_MAKER).serve(pack / _VOICES)
    answers.flush()
    return 0


def _refuse_network(event: str, _details: object) -> None:
    """Nothing that the pack brings may open a connection (events of Python's ``socket`` module)."""
    if event.startswith("socket."):
        raise OSError("the voice maker works without a network")
