"""Sentences about films and captions that are looked at before they are put in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from lesson_player.model.film import Flashing
    from lesson_player.model.media import Examination, MediaFacts

LONGEST_S = 4 * 3600.0
"""A film of more than four hours is no film for a lesson; a broken header often says so."""
_SHORTEST_S = 1.0
_BROKEN_OFF_S = 2.0
"""So much of the end may lack a picture: sound often outlasts it a little."""
_MOST_TIMES = 6
"""Times named in one sentence."""


def stops(code: str, sentence: str, remedy: str = "", file: str = "") -> Problem:
    """Something that keeps the film from being put in."""
    return Problem(code=code, sentence=sentence, remedy=remedy, file=file)


def warns(code: str, sentence: str, remedy: str = "", file: str = "") -> Problem:
    """Something that somebody should know before the film is put in."""
    return Problem(code=code, sentence=sentence, remedy=remedy, file=file, severity=Severity.WARNING)


def clock(seconds: float) -> str:
    """A time as a player shows it, ``1:05``, or ``1:02:05`` from an hour on."""
    whole = int(seconds)
    hours, minutes = whole // 3600, whole // 60 % 60
    return f"{hours}:{minutes:02d}:{whole % 60:02d}" if hours else f"{minutes}:{whole % 60:02d}"


def length_problem(name: str, facts: MediaFacts) -> Problem | None:
    """A film that is too long or too short to be one."""
    if facts.duration_s > LONGEST_S:
        return stops(
            "film-too-long",
            tr("{name} says that it lasts {length}.", name=name, length=clock(facts.duration_s)),
            tr("That is no film for a lesson, or the file is damaged. Choose the film again."),
            name,
        )
    if facts.duration_s < _SHORTEST_S:
        return stops(
            "film-too-short",
            tr("{name} lasts less than a second.", name=name),
            tr("Choose the film again: this may be a picture or a damaged file."),
            name,
        )
    return None


def decoding_problems(name: str, facts: MediaFacts, seen: Examination) -> list[Problem]:
    """What decoding the whole film has shown: whether it breaks off, is damaged, or flashes."""
    found = []
    if seen.decoded_to_s < facts.duration_s - max(_BROKEN_OFF_S, facts.duration_s * 0.01):
        sentence = tr(
            "{name} breaks off at {time}; it should last {length}.",
            name=name,
            time=clock(seen.decoded_to_s),
            length=clock(facts.duration_s),
        )
        found.append(stops("film-breaks-off", sentence, tr("It was not copied whole. Copy it again."), name))
    elif seen.damaged:
        sentence = tr_n(
            "{n} place in {name} is damaged.", "{n} places in {name} are damaged.", seen.damaged, name=name
        )
        found.append(
            warns("film-damaged", sentence, tr("Watch it once before class, or copy it again."), name)
        )
    if seen.flashing:
        found.append(_flashes(name, seen.flashing))
    return found


def flashing_times(flashing: tuple[Flashing, ...]) -> str:
    """Where a film flashes: "0:12 to 0:14 (red), 1:05 to 1:06"."""
    words = []
    for one in flashing[:_MOST_TIMES]:
        span = tr("{start} to {end}", start=clock(one.start), end=clock(one.end))
        words.append(tr("{span} (red)", span=span) if one.kind == "red" else span)
    left = len(flashing) - _MOST_TIMES
    return ", ".join([*words, tr_n("and {n} more", "and {n} more", left)] if left > 0 else words)


def _flashes(name: str, flashing: tuple[Flashing, ...]) -> Problem:
    sentence = tr(
        "{name} flashes more than three times in a second: {times}.",
        name=name,
        times=flashing_times(flashing),
    )
    remedy = tr(
        "Flashing can bring on a seizure. Look at these places, ask who in your class may be at risk, "
        "and leave them out or show a version without them."
    )
    return warns("film-flashes", sentence, remedy, name)
