"""Changes of captions taken apart: each changed caption with a name, and all captions moved together."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_changes import CaptionChange, CaptionWords, TrackChanges, time_words
from lesson_player.model.film import BSL, FILM

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from lesson_player.model.adaptation import Adaptation

STANDARD, EASY_READ = "standard", "easy-read"
"""Ids of the tracks that presets cite (docs/lesson-format)."""


@dataclass(frozen=True, slots=True)
class Shift:
    """All captions of a track moved together."""

    by_s: float
    first: float | None = None
    """Where the file's first caption stood then, in seconds."""


Tracks = tuple[TrackChanges, ...]


def track_id(film: str, version: str, track: str) -> str:
    """The name under which the changes of a track are known."""
    return f"{film}/{version}/{track}"


def change_name(change: CaptionChange) -> str:
    """The name of a change within its track: where its first caption stood, in seconds."""
    return f"{change.was[0].start:.3f}"


def changes_in(adaptation: Adaptation, track: str) -> TrackChanges | None:
    """What *adaptation* changes in the track of that name; None for nothing."""
    return next((one for one in adaptation.captions if track_id(*one.key) == track), None)


def caption_changes(adaptation: Adaptation) -> Iterator[tuple[str, str, CaptionChange | Shift]]:
    """Every change of captions with the names of its track and of itself; a shift has no name of its own."""
    for one in adaptation.captions:
        if one.shift:
            yield track_id(*one.key), "", Shift(one.shift, one.first)
        for change in one.cues:
            yield track_id(*one.key), change_name(change), change


def with_shift(tracks: Tracks, track: str, shift: Shift | None) -> Tracks:
    """*tracks* with all captions of one of them moved; with None they stand where they stood."""
    by_s, first = (shift.by_s, shift.first) if shift is not None and shift.by_s else (0.0, None)
    return _with(tracks, track, shift=by_s, first=first)


def with_change(tracks: Tracks, track: str, name: str, change: CaptionChange | None) -> Tracks:
    """*tracks* with one change put in; others of the same captions give way. With None it is taken out."""
    there = next((one.cues for one in tracks if track_id(*one.key) == track), ())
    if change is None:
        return with_cues(tracks, track, [one for one in there if change_name(one) != name])
    about = {(one.start, one.text) for one in change.was}
    others = (one for one in there if about.isdisjoint((each.start, each.text) for each in one.was))
    return with_cues(tracks, track, [*others, change])


def with_cues(tracks: Tracks, track: str, cues: Sequence[CaptionChange]) -> Tracks:
    """*tracks* with these changes in one of them, in the order of the film."""
    return _with(tracks, track, cues=tuple(sorted(cues, key=lambda one: one.was[0].start)))


def caption_path(adaptation: Adaptation, track: str, name: str) -> tuple[str | int, ...]:
    """Where a change stands in the file of *adaptation*."""
    number, changes = next(
        (number, one) for number, one in enumerate(adaptation.captions) if track_id(*one.key) == track
    )
    if not name:
        return "captions", number, "shift"
    which = next(n for n, one in enumerate(changes.cues) if change_name(one) == name)
    return "captions", number, "cues", which


def track_words(track: str) -> str:
    """What people call a track: "BSL version, easy-read captions"; the usual one goes without saying."""
    _, version, name = track.split("/")
    titles = {FILM: tr("film"), BSL: tr("BSL version")}
    title = titles.get(version, version)
    if name == STANDARD:
        return title
    captions = tr("easy-read captions") if name == EASY_READ else name
    return tr("{version}, {captions}", version=title, captions=captions)


def place_words(track: str, change: CaptionChange | Shift) -> str:
    """Where a change is, in words."""
    if isinstance(change, Shift):
        return track_words(track)
    return tr("{track}, {time}", track=track_words(track), time=time_words(change.was[0].start))


def said_before(change: CaptionChange | Shift) -> str:
    """What the supplied captions said, with their times; empty for a shift."""
    return "" if isinstance(change, Shift) else told(change.was)


def said_now(change: CaptionChange | Shift) -> str:
    """What the version makes of it."""
    return shift_words(change.by_s) if isinstance(change, Shift) else told(change.now)


def told(captions: Sequence[CaptionWords]) -> str:
    """Captions with their times, one a line."""
    return "\n".join(
        f"{time_words(one.start)} – {time_words(one.end)} {' '.join(one.text.split())}" for one in captions
    )


def shift_words(by_s: float) -> str:
    """How far all captions are moved, in words."""
    seconds = f"{abs(by_s):.1f}"
    if not by_s:
        return tr("All captions come at their own times")
    if by_s > 0:
        return tr("All captions come {seconds} s later", seconds=seconds)
    return tr("All captions come {seconds} s earlier", seconds=seconds)


def _with(tracks: Tracks, track: str, **fields: object) -> Tracks:
    film, version, name = track.split("/")
    there = next((one for one in tracks if one.key == (film, version, name)), None)
    start: dict[str, object] = {"film": film, "version": version, "track": name}
    made = TrackChanges.model_validate({**(dict(there) if there is not None else start), **fields})
    others = [one for one in tracks if one.key != made.key]
    if not made.cues and not made.shift:
        return tuple(others)
    return tuple(
        sorted((*others, made), key=lambda one: (one.film, one.version != FILM, one.version, one.track))
    )
