"""Before anything is loaded: is there a screen, and a quicker start without a search for garbage."""

from __future__ import annotations

import gc
import os
import sys


def hold_collection() -> None:
    """Put the garbage collector off. Measured: a tenth to a fifth of the processor time of a start."""
    gc.disable()


def resume_collection() -> None:
    """Let the garbage collector work again, on what is made from now on: what the start made stays anyway."""
    gc.freeze()
    gc.enable()


def has_screen() -> bool:
    """Whether windows can be shown: on Linux only where a display server or another platform is named."""
    named = any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))
    return named or not sys.platform.startswith("linux")
