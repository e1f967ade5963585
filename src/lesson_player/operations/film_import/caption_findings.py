"""Do captions fit the film that they are put in with?"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.operations.film_import.findings import clock, stops, warns

if TYPE_CHECKING:
    from lesson_player.model.captions import Cue, CueTrack
    from lesson_player.model.problem import Problem

_SLACK_S = 0.5
"""How far past the film's end a caption may last."""
_SECONDS_A_WORD = 0.3
"""The shortest time for a word: BBC Subtitle Guidelines, "Timing"."""
_OVERLAP_S = 0.05
_MOST_OF_THE_FILM = 0.4
"""Captions that end before so much of the film has passed may belong to a shorter one."""


def caption_findings(name: str, track: CueTrack, duration_s: float) -> list[Problem]:
    """What is wrong with the captions *name* for a film of *duration_s* seconds."""
    cues = track.cues
    if not cues:
        return [stops("no-captions", tr("There is no caption in {name}.", name=name), _right_file(), name)]
    past = [cue for cue in cues if cue.end_s > duration_s + _SLACK_S]
    if past and past[0] is cues[0]:
        sentence = tr("All captions of {name} come after the end of the film.", name=name)
        return [stops("captions-past-end", sentence, _right_file(), name)]
    found = [_past_end(name, past)] if past else []
    if cues[-1].end_s < duration_s * _MOST_OF_THE_FILM:
        sentence = tr(
            "The last caption of {name} is at {time}, and the film lasts {length}.",
            name=name,
            time=clock(cues[-1].end_s),
            length=clock(duration_s),
        )
        found.append(warns("captions-end-early", sentence, _right_file(), name))
    if fast := [cue for cue in cues if _too_fast(cue)]:
        found.append(_fast(name, fast))
    if over := [after for before, after in pairwise(cues) if before.end_s - after.start_s > _OVERLAP_S]:
        found.append(_overlapping(name, over))
    return found


def _too_fast(cue: Cue) -> bool:
    words = len(cue.text.split())
    return cue.end_s - cue.start_s < words * _SECONDS_A_WORD - 0.001


def _right_file() -> str:
    return tr("Check that the captions belong to this version of the film.")


def _past_end(name: str, cues: list[Cue]) -> Problem:
    sentence = tr_n(
        "{n} caption of {name} goes on after the end of the film.",
        "{n} captions of {name} go on after the end of the film.",
        len(cues),
        name=name,
    )
    return warns("captions-past-end", sentence, _right_file(), name)


def _fast(name: str, cues: list[Cue]) -> Problem:
    sentence = tr_n(
        "{n} caption of {name}, at {time}, is too short to be read.",
        "{n} captions of {name} are too short to be read, the first at {time}.",
        len(cues),
        name=name,
        time=clock(cues[0].start_s),
    )
    remedy = tr("Show easier captions if there are any, or play the film more slowly.")
    return warns("captions-fast", sentence, remedy, name)


def _overlapping(name: str, cues: list[Cue]) -> Problem:
    sentence = tr_n(
        "{n} caption of {name}, at {time}, begins before the one before it has gone.",
        "{n} captions of {name} begin before the one before them has gone, the first at {time}.",
        len(cues),
        name=name,
        time=clock(cues[0].start_s),
    )
    remedy = tr("Both are shown, one above the other. Look whether they can be read.")
    return warns("captions-overlap", sentence, remedy, name)
