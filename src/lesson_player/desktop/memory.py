"""Giving memory back to the computer after a lesson."""

from __future__ import annotations

import ctypes
import gc
import sys


def give_memory_back() -> None:
    """Collect what a lesson has left, and hand free memory back.

    A film is decoded by many threads, and glibc keeps what each of them has freed for itself: measured, 4 MB
    more with every lesson, none with this. Other systems hand it back by themselves.
    """
    gc.collect()
    if sys.platform.startswith("linux"):
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)
        if trim is not None:
            trim(0)
