"""Which moments a film needs, and where they may be while nobody has looked."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.adaptation import MomentToFind
from lesson_player.model.film import FILM
from lesson_player.operations.film_import.findings import stops
from lesson_player.operations.film_import.wish import version_title

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.film import Film
    from lesson_player.model.lesson import Step
    from lesson_player.model.problem import Problem

Times = dict[str, float]
"""Seconds by a moment's id."""


def made_for(bundle: LessonBundle, edition: str) -> Adaptation | None:
    """The lesson's version that is made for an edition of the film, or None."""
    return next((one for one in bundle.adaptations if one.edition == edition), None)


def plot_steps(bundle: LessonBundle, edition: str) -> tuple[Step, ...]:
    """The steps that tell the plot of another edition."""
    return tuple(step for step in bundle.lesson.steps if step.edition is not None and step.edition != edition)


def moments_to_find(bundle: LessonBundle, edition: str) -> tuple[MomentToFind, ...]:
    """What has to be found in a film of *edition*, in the order of the story.

    The version that is made for the edition lists it; where there is none, it is every moment of the film
    that is there.
    """
    adaptation = made_for(bundle, edition)
    if adaptation is not None and adaptation.moments:
        return adaptation.moments
    loaded = bundle.films.get(bundle.lesson.film or "")
    known = loaded.film.moments if loaded else ()
    return tuple(MomentToFind(id=one.id, title=one.title) for one in known)


def estimated(
    wanted: Sequence[MomentToFind], model: Film | None, lengths_s: Mapping[str, float]
) -> dict[str, Times]:
    """The moments of each version, by the length of the film *model*: a place to start from, no more."""
    return {version: _scaled(wanted, _like(model, version), length) for version, length in lengths_s.items()}


def times_problem(
    version: str, wanted: Sequence[MomentToFind], times: Times, length_s: float | None = None
) -> Problem | None:
    """The first thing that is wrong with the times of a version, as far as its length is known."""
    titled = {"version": version_title(version)}
    lacking = next((one for one in wanted if one.id not in times), None)
    if lacking is not None:
        sentence = tr("{version}: there is no time for “{moment}”.", moment=lacking.id, **titled)
        return stops("moment-without-time", sentence, tr("Add its time."))
    back = next((after for before, after in pairwise(wanted) if times[after.id] <= times[before.id]), None)
    if back is not None:
        sentence = tr(
            "{version}: “{moment}” does not come after the one before it.", moment=back.id, **titled
        )
        order = ", ".join(one.id for one in wanted)
        return stops("moments-out-of-order", sentence, tr("Their order is: {moments}.", moments=order))
    late = next((one for one in wanted if length_s is not None and times[one.id] > length_s), None)
    if late is not None:
        sentence = tr("{version}: “{moment}” is past the end of the film.", moment=late.id, **titled)
        return stops("moment-past-end", sentence, tr("Correct its time."))
    return None


def _like(model: Film | None, version: str) -> tuple[Times, float] | None:
    if model is None:
        return None
    found = model.versions.get(version) or model.versions.get(FILM)
    return (dict(found.moments), found.duration) if found and found.duration > 0 else None


def _scaled(wanted: Sequence[MomentToFind], like: tuple[Times, float] | None, length_s: float) -> Times:
    """Known moments at the same share of the film; the others evenly between their neighbours."""
    known, former_s = like or ({}, 1.0)
    shares: list[float | None] = [
        min(known[one.id] / former_s, 1.0) if one.id in known else None for one in wanted
    ]
    if shares and shares[0] is None:
        shares[0] = 0.0
    if shares and shares[-1] is None:
        shares[-1] = 1.0
    filled = _filled(shares)
    times: Times = {}
    latest = 0.0
    for one, share in zip(wanted, filled, strict=True):
        latest = max(latest, round(share * length_s, 2))
        times[one.id] = min(latest, length_s)
    return times


def _filled(shares: list[float | None]) -> list[float]:
    """The same with even steps where nothing is known; the first and last are always known."""
    found: list[float] = []
    for at, share in enumerate(shares):
        if share is not None:
            found.append(share)
            continue
        next_at, following = next((n, later) for n, later in enumerate(shares[at:], at) if later is not None)
        found.append(found[-1] + (following - found[-1]) / (next_at - at + 1))
    return found
