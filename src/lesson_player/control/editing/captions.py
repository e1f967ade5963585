"""The captions of a film as a version has them, and what can be done with them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.adapting.caption_copies import ChangeElsewhere
from lesson_player.adapting.caption_count import AddCue, RemoveCue
from lesson_player.adapting.caption_edits import (
    JoinCues,
    KeepCaption,
    KeepShift,
    NudgeAll,
    NudgeCue,
    ResetCue,
    ReWordCue,
    SplitCue,
    shift_said,
)
from lesson_player.adapting.caption_groups import SuppliedTrack
from lesson_player.adapting.change_edits import KeepMine
from lesson_player.adapting.parts import Part, PartKind
from lesson_player.adapting.reading_speed import Pace, pace_of, words_a_minute
from lesson_player.control.editing.preview import playing_view
from lesson_player.foundation.i18n import tr
from lesson_player.model.caption_changes import time_words
from lesson_player.model.caption_faults import caption_faults
from lesson_player.model.captions import Cue, CueTrack
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching.project import NEAREST_S

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from lesson_player.adapting.caption_edits import Edge
    from lesson_player.adapting.edit import Edit
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.caption_layers import Captions, Shown
    from lesson_player.model.slide import ClassView


@dataclass(frozen=True, slots=True)
class TrackChoice:
    """A caption track of one version of the film."""

    version: str
    track: str
    version_title: str
    track_title: str


@dataclass(frozen=True, slots=True)
class CaptionRow:
    """One caption in the list, as the class gets it. Times in seconds of the film."""

    start_s: float
    end_s: float
    text: str
    speakers: tuple[str, ...]
    words_a_minute: int
    pace: Pace
    changed: bool = False
    base: str = ""
    """What the film's file says there, where it says something else."""

    @property
    def times(self) -> str:
        """When it comes and goes, in words."""
        return tr("{start} to {end}", start=time_words(self.start_s), end=time_words(self.end_s))


@dataclass(frozen=True, slots=True)
class CaptionsView:
    """Everything that the page of captions shows."""

    choice: TrackChoice
    rows: tuple[CaptionRow, ...]
    shift: str
    """How far all captions are moved, in words."""
    look_at: tuple[str, ...] = ()
    """Which changes have no place in the captions that the film has now, in words."""


def pace_words(pace: Pace) -> str:
    """A speed in a word, so that nobody needs its colour."""
    return {Pace.CALM: tr("calm"), Pace.FAST: tr("fast"), Pace.TOO_FAST: tr("too fast")}[pace]


class CaptionDesk:
    """The captions that a film step plays: of one version and one track at a time."""

    def __init__(self, controller: EditingController, step: str) -> None:
        """Raises LookupError for a step without a film whose captions are here."""
        self._controller, self.step = controller, step
        self._film = _film_of(controller, step)
        self._kept: tuple[object, Captions] | None = None
        self.choices = tuple(_choices(self._film))
        if not self.choices:
            raise LookupError(step)
        course, state = controller.taught()
        self.choice = self.choices[0]
        self.choose(course.version_of(self._film, state.film_choice.version), state.film_choice.caption_track)

    @property
    def film_path(self) -> Path | None:
        """The file of the version that is chosen; None where it is not here."""
        version = self.choice.version
        return None if version in self._film.missing else self._film.path(version)

    @property
    def film_id(self) -> str:
        """Which film it is."""
        return self._film.film.id

    @property
    def begins_s(self) -> float:
        """Where the step's part of the film begins, in seconds of the version that is chosen."""
        step = self._controller.source().version.step(self.step)
        moments = self._film.film.versions[self.choice.version].moments
        return moments.get(step.start, 0.0) if isinstance(step, FilmStep) else 0.0

    def choose(self, version: str, track: str) -> None:
        """Take another version, or another track of it; the first track where it has no such one."""
        fitting = [one for one in self.choices if one.version == version]
        named = [one for one in fitting if one.track == track]
        self.choice = next(iter((*named, *fitting)), self.choice)

    def view(self) -> CaptionsView:
        """How the captions stand."""
        captions, supplied = self._captions(), self._supplied().cues
        rows = tuple(_row(captions, supplied, one) for one in captions.shown)
        return CaptionsView(
            self.choice, rows, shift_said(self._adaptation, self._supplied()), self._look_at()
        )

    def cues(self) -> CueTrack:
        """The captions as the class gets them."""
        return self._captions().track

    def class_view(self, at_s: float) -> ClassView | None:
        """The class screen while the film plays at a time; None where the class does not see the step."""
        course, state = self._controller.taught()
        return playing_view(course, state, self.step, (self.choice.version, self.choice.track), at_s)

    def number_at(self, at_s: float) -> int:
        """The caption that is shown at a time, or the next one; the last where there is none."""
        cues = self.cues().cues
        return next(
            (number for number, cue in enumerate(cues) if cue.end_s > at_s + NEAREST_S), len(cues) - 1
        )

    def nudge(self, number: int, by_s: float, edge: Edge = "both") -> bool:
        """Show a caption later, or earlier, or have it go later; whether that was done."""
        return self._edit(NudgeCue(self._supplied(), number, by_s, edge))

    def nudge_all(self, by_s: float) -> bool:
        """Show all captions later, or earlier."""
        return self._edit(NudgeAll(self._supplied(), by_s))

    def write(self, number: int, words: str) -> bool:
        """Have a caption say *words* while somebody types."""
        return self._controller.edit(ReWordCue(self._supplied(), number, words), typing=True)

    def split(self, number: int, at: int) -> bool:
        """Make two captions of one, at a place among its characters."""
        return self._edit(SplitCue(self._supplied(), number, at))

    def join(self, number: int) -> bool:
        """Make one caption of one and the next."""
        return self._edit(JoinCues(self._supplied(), number))

    def add(self, number: int) -> bool:
        """Put a caption after one, with words that are to be written over."""
        return self._edit(AddCue(self._supplied(), number, tr("New caption")))

    def remove(self, number: int) -> bool:
        """Take a caption out."""
        return self._edit(RemoveCue(self._supplied(), number))

    def reset(self, number: int) -> bool:
        """Bring back what the film has there."""
        return self._edit(ResetCue(self._supplied(), number))

    @property
    def others(self) -> tuple[SuppliedTrack, ...]:
        """The same track of the film's other versions."""
        here = self.choice
        return tuple(
            supplied_track(self._film, one.version, one.track)
            for one in self.choices
            if one.version != here.version and one.track == here.track
        )

    def elsewhere(self, number: int) -> bool:
        """Have the film's other versions say the same as a changed caption, at their own times."""
        return self._edit(ChangeElsewhere(self._supplied(), number, self.others))

    def _edit(self, edit: Edit) -> bool:
        return self._controller.edit(edit)

    @property
    def _adaptation(self) -> Adaptation:
        return self._controller.opened.adaptation

    def _supplied(self) -> SuppliedTrack:
        return supplied_track(self._film, self.choice.version, self.choice.track)

    def _captions(self) -> Captions:
        """The captions with the changes that there are now; worked out once for each edit."""
        key = (self._adaptation.captions, self.choice)
        if self._kept is None or self._kept[0] != key:
            self._kept = (key, self._supplied().under(self._adaptation))
        return self._kept[1]

    def _look_at(self) -> tuple[str, ...]:
        captions = self._captions()
        if not captions.misfits and captions.shift_misfit is None:
            return ()
        films = {self.film_id: self._film}
        faults = caption_faults(films, self._adaptation)
        return tuple(f"{one.problem.sentence} {one.problem.remedy}".strip() for one in faults)


def keep_mine(controller: EditingController, part: Part) -> bool:
    """Keep a change although the lesson, or the film's captions, say something else now."""
    if part.kind not in {PartKind.CAPTION, PartKind.CAPTION_SHIFT}:
        return controller.edit(KeepMine(part))
    film, version, track = part.id.split("/")
    loaded = controller.bundle.films.get(film)
    if loaded is None or f"{version}/{track}" not in loaded.captions:
        controller.told.emit(tr("These captions are not on this computer, so there is nothing to compare."))
        return False
    supplied = supplied_track(loaded, version, track)
    return controller.edit(KeepCaption(supplied, part.field) if part.field else KeepShift(supplied))


def supplied_track(film: LoadedFilm, version: str, track: str) -> SuppliedTrack:
    """A track as its file has it; without captions where there is none."""
    cues = film.captions.get(f"{version}/{track}", CueTrack())
    return SuppliedTrack(film.film.id, version, track, cues)


def _film_of(controller: EditingController, step_id: str) -> LoadedFilm:
    lesson = controller.source().version
    step = lesson.step(step_id)
    name = (step.film or lesson.film) if isinstance(step, FilmStep) else None
    return controller.bundle.films[name or ""]


def _choices(film: LoadedFilm) -> Iterator[TrackChoice]:
    for name, version in film.film.versions.items():
        for track in version.captions if version.captioned else ():
            if film.captions.get(f"{name}/{track.id}", CueTrack()).cues:
                yield TrackChoice(name, track.id, version.title, track.title)


def _row(captions: Captions, supplied: CueTrack, one: Shown) -> CaptionRow:
    cue, by_s, changed = one.cue, captions.shift_s, one.change is not None
    return CaptionRow(
        max(cue.start_s + by_s, 0.0),
        cue.end_s + by_s,
        cue.text,
        cue.speakers,
        words_a_minute(cue),
        pace_of(cue),
        changed,
        _told(supplied.cues[one.first : one.first + one.count]) if changed else "",
    )


def _told(cues: tuple[Cue, ...]) -> str:
    return "\n".join(
        f"{time_words(cue.start_s)} – {time_words(cue.end_s)} {' '.join(cue.text.split())}" for cue in cues
    )
