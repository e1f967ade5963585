"""What the page of settings asks of the rest of the program."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

Told = tuple[str, str, str]
"""A title, one sentence, and the words that hold now."""


def _nothing() -> tuple[Told, ...]:
    return ()


def _unknown() -> str:
    return ""


@dataclass(frozen=True, slots=True)
class SettingsDoors:
    """Each is asked anew when the page needs it."""

    folders: Callable[[], tuple[Told, ...]] = _nothing
    """Where lessons and films are looked for, and what the school has laid down about them."""
    room: Callable[[], str] = _unknown
    """What is remembered of this room's screens and sound, in words; empty for nothing."""
    forget_room: Callable[[], str] = _unknown
    """Forgets it; gives a sentence where it could not."""
