"""What of an adaptation's changes of captions has no place in the captions that are here, told in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_changes import time_words
from lesson_player.model.caption_layers import Misfit, with_changes
from lesson_player.model.caption_places import there_now
from lesson_player.model.draft import Fault
from lesson_player.model.guess import did_you_mean
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.caption_changes import CaptionChange, TrackChanges
    from lesson_player.model.captions import CueTrack

_CAPTIONS = "captions"


def caption_faults(films: Mapping[str, LoadedFilm], layer: Adaptation) -> tuple[Fault, ...]:
    """The changes of captions in *layer* that are left out, with their paths in its file.

    A film that is not here, or is another edition than the one that the layer is for, has a problem of its
    own, and nobody knows whether its captions still fit.
    """
    return tuple(
        fault
        for number, one in enumerate(layer.captions)
        if one.film in films and layer.edition in {None, films[one.film].film.edition}
        for fault in _in_track(films[one.film], layer, number, one)
    )


def _in_track(film: LoadedFilm, layer: Adaptation, number: int, changes: TrackChanges) -> Iterator[Fault]:
    file, path = f"adaptations/{layer.id}.yaml", (_CAPTIONS, number)
    if any(one.key == changes.key for one in layer.captions[:number]):
        yield Fault((*path, "track"), _fault("captions-twice", *_named_twice(), file))
        return
    version = film.film.versions.get(changes.version)
    if version is None:
        known = list(film.film.versions)
        sentence = tr(
            "The film has no version “{name}” whose captions could be changed.", name=changes.version
        )
        remedy = did_you_mean(changes.version, known, _listed(known))
        yield Fault(path, _fault("unknown-captions", sentence, remedy, file), changes.version)
        return
    supplied = film.captions.get(f"{changes.version}/{changes.track}")
    if supplied is None:
        known = [track.id for track in version.captions]
        sentence = tr("This version of the film has no captions “{name}”.", name=changes.track)
        remedy = did_you_mean(changes.track, known, _listed(known))
        yield Fault(path, _fault("unknown-captions", sentence, remedy, file), changes.track)
        return
    found = with_changes(supplied, changes)
    if found.shift_misfit is not None:
        yield Fault((*path, "shift"), _fault("captions-begin-elsewhere", *_begins_elsewhere(supplied), file))
    for which, misfit in found.misfits.items():
        change = changes.cues[which]
        missing = change.was[0].text if misfit is Misfit.GONE else ""
        problem = _fault(f"captions-{misfit}", *_told(misfit, supplied, change), file)
        yield Fault((*path, "cues", which), problem, missing)


def _told(misfit: Misfit, supplied: CueTrack, change: CaptionChange) -> tuple[str, str]:
    """Why a change is left out, and what to do."""
    at, words = time_words(change.was[0].start), _one_line(change.was[0].text)
    match misfit:
        case Misfit.OTHER:
            there = " / ".join(_one_line(cue.text) for cue in there_now(supplied, change))
            sentence = tr("The film’s caption at {at} is another one now: “{there}”.", at=at, there=there)
            return sentence, tr("It was “{words}” when it was changed. Look at both.", words=words)
        case Misfit.GONE:
            sentence = tr("The film no longer has the caption “{words}” at {at}.", words=words, at=at)
            return sentence, tr("Take the change out, unless you wait for the former captions.")
        case Misfit.TWICE:
            sentence = tr("The caption “{words}” at {at} is changed twice.", words=words, at=at)
            return sentence, tr("Take one of the two changes out. The first one holds.")
        case _:
            sentence = tr("The caption “{words}” at {at} has no room beside the others.", words=words, at=at)
            return sentence, tr("Let it, or those beside it, stay longer.")


def _begins_elsewhere(supplied: CueTrack) -> tuple[str, str]:
    begins = time_words(supplied.cues[0].start_s)
    return (
        tr("All captions were moved, but the film’s captions begin elsewhere now, at {at}.", at=begins),
        tr("Play the film and see whether they still have to be moved."),
    )


def _named_twice() -> tuple[str, str]:
    return (
        tr("The captions of this track are changed in two places of the file."),
        tr("Put all changes of a track into one entry. The first one holds."),
    )


def _listed(known: list[str]) -> str:
    return tr("It has: {names}.", names=", ".join(known)) if known else tr("Take the change out.")


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _fault(code: str, sentence: str, remedy: str, file: str) -> Problem:
    return Problem(code=code, sentence=sentence, remedy=remedy, file=file, severity=Severity.WARNING)
