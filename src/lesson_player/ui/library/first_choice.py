"""What a lesson's card offers first, from what was taught last: carry on, or the sitting that comes next."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lesson_player.model.library import LessonCard, PlaceCard, VersionCard


@dataclass(frozen=True, slots=True)
class FirstChoice:
    """What stands on the card before anything is chosen."""

    places: tuple[PlaceCard, ...]
    """Places to carry on from, newest first."""
    carry_on: bool
    """Whether the newest of them is what was taught last."""
    sitting: int
    """Index of the sitting that is chosen at first."""
    version: int
    """Index of the version that is chosen at first."""
    taught: PlaceCard | None
    """The sitting that was taught to its end last."""


def first_choice(card: LessonCard, versions: Sequence[VersionCard]) -> FirstChoice:
    """What *card* offers first, with *versions* to choose from.

    Which group a sitting was for is not known, because nothing about pupils is kept: the last one counts.
    """
    newest = sorted(card.places, key=lambda place: place.saved, reverse=True)
    places = tuple(place for place in newest if not place.finished)
    taught = next((place for place in newest if place.finished), None)
    last = newest[0] if newest else None
    return FirstChoice(
        places=places,
        carry_on=last is not None and not last.finished,
        sitting=_sitting(card, last) if last is not None else 0,
        version=_version(versions, last) if last is not None else _schools(versions),
        taught=taught,
    )


def _schools(versions: Sequence[VersionCard]) -> int:
    return next((index for index, version in enumerate(versions) if version.first), 0)


def _sitting(card: LessonCard, last: PlaceCard) -> int:
    ids = [sitting.id for sitting in card.sittings]
    if last.sitting not in ids:
        return 0
    here = ids.index(last.sitting)
    return (here + 1) % len(ids) if last.finished else here


def _version(versions: Sequence[VersionCard], last: PlaceCard) -> int:
    same = (index for index, version in enumerate(versions) if version.adaptations == last.adaptations)
    return next(same, 0)
