"""What the teacher's window keeps for its user beyond a lesson, as the doors through which it is kept."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from lesson_player.foundation.safeguarding import SafeguardingLead

if TYPE_CHECKING:
    from collections.abc import Callable


class TourSeen(StrEnum):
    """How far the tour has come with this user."""

    NEW = ""
    OFFERED = "offered"
    """It was named while a class was taught."""
    SHOWN = "shown"


def _nowhere(_value: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class TeachersOwn:
    """Read anew each time: a page of settings may have changed it meanwhile.

    What keeps a value gives a sentence for the teacher where it could not be kept, else an empty text.
    """

    lead: Callable[[], SafeguardingLead] = SafeguardingLead
    keep_lead: Callable[[SafeguardingLead], str] = _nowhere
    lead_locked: frozenset[str] = field(default_factory=frozenset)
    """Fields of the contact that the school has laid down."""
    tour: Callable[[], TourSeen] = lambda: TourSeen.SHOWN
    keep_tour: Callable[[TourSeen], str] = _nowhere
