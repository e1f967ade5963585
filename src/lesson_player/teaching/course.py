"""What is being taught: a lesson in one version, with everything that its slides need."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lesson_player.model.film import FILM
from lesson_player.model.film_places import time_of
from lesson_player.model.slide import PictureRef

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Mapping
    from pathlib import Path

    from lesson_player.model.adaptation import AddedPause
    from lesson_player.model.appearance import Appearance
    from lesson_player.model.bundle import LessonBundle, LoadedFilm
    from lesson_player.model.lesson import FilmStep, Lesson, Pause, Step, Wording
    from lesson_player.model.slide import Slide
    from lesson_player.teaching.views import TranscriptLine

Pager = Callable[["Slide", "Appearance"], tuple[tuple[str, ...], ...]]
"""How a slide's rows split into parts that fit at an appearance: ids of rows, part by part."""

SAME_MOMENT_S = 0.08
"""Two frames at 25 frames a second: a film this close to a mark is at it, a pause this close to the end of
the part is its end."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A place at which a film part rests: at a pause point, or at its end."""

    at_s: float
    pause: Pause | None


@dataclass(frozen=True)
class Course:
    """One lesson in one version."""

    bundle: LessonBundle
    lesson: Lesson
    """The lesson with its adaptations applied."""
    wording: Wording
    version_title: str
    pages: Pager
    private: bool = True
    """False when the class sees the teacher's screen too."""
    adaptations: tuple[str, ...] = ()
    transcripts: dict[tuple[str, ...], tuple[TranscriptLine, ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Transcripts made before, by what they are made from."""
    step_words: dict[str, tuple[tuple[str, ...], ...]] = field(
        default_factory=dict, repr=False, compare=False
    )
    """Lines of the steps made before, by the sitting."""
    sittings: dict[str, tuple[Step, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Steps of the sittings asked for before."""
    made: dict[object, tuple[Slide, ...]] = field(default_factory=dict, repr=False, compare=False)
    """Slides made before; what is here is only ever a copy of what can be made again."""
    coming: Mapping[Path, Path] = field(default_factory=dict, repr=False, compare=False)
    """Film files that are still being copied to this computer, and where each is read until it is here. It
    loses entries while the lesson goes on."""

    def steps(self, sitting: str) -> tuple[Step, ...]:
        """The steps of a sitting."""
        if sitting not in self.sittings:
            self.sittings[sitting] = self.lesson.sitting_steps(sitting)
        return self.sittings[sitting]

    def picture(self, picture_id: str | None) -> PictureRef | None:
        """A picture with its alt text, or None when none is named."""
        return PictureRef(id=picture_id, alt=self.bundle.alt(picture_id)) if picture_id else None

    def film(self, step: FilmStep) -> LoadedFilm | None:
        """The film of a step, or None when it cannot be had."""
        return self.bundle.films.get(step.film or self.lesson.film or "")

    def main_film(self) -> LoadedFilm | None:
        """The lesson's own film, or None when it has none or it cannot be had."""
        return self.bundle.films.get(self.lesson.film or "")

    def version_of(self, film: LoadedFilm, wanted: str) -> str:
        """The wanted version of a film if it is there, else the film itself, else whatever is there."""
        there = [version for version in film.film.versions if version not in film.missing]
        for version in (wanted, FILM, *there):
            if version in there:
                return version
        return wanted if wanted in film.film.versions else next(iter(film.film.versions))

    def is_missing(self, step: FilmStep, wanted: str) -> bool:
        """Whether a film step has no film to show."""
        film = self.film(step)
        return film is None or self.version_of(film, wanted) in film.missing

    def span(self, step: FilmStep, version: str) -> tuple[float, float]:
        """Start and end of a film part in seconds of *version*; zeros when the film is missing."""
        film = self.film(step)
        if film is None:
            return (0.0, 0.0)
        moments = film.film.versions[version].moments
        return (moments.get(step.start, 0.0), moments.get(step.end, film.film.versions[version].duration))

    def own_pauses(self) -> frozenset[str]:
        """Ids of the pause points that the teacher added in earlier lessons."""
        own = self.bundle.own
        return frozenset(one.pause.id for one in own.add_pauses) if own else frozenset()

    def pauses(self, step: FilmStep, added: Iterable[AddedPause], off: Collection[str]) -> tuple[Pause, ...]:
        """The step's pause points, with those *added* in this lesson and without those *off*."""
        there = {pause.id for pause in step.pauses}
        new = [one.pause for one in added if one.step == step.id and one.pause.id not in there]
        return tuple(pause for pause in (*step.pauses, *new) if pause.id not in off)

    def marks(
        self, step: FilmStep, version: str, added: Iterable[AddedPause] = (), off: Collection[str] = ()
    ) -> tuple[Mark, ...]:
        """Where the part rests, in order; the last one is its end."""
        film = self.film(step)
        if film is None:
            return ()
        start, end = self.span(step, version)
        moments = film.film.versions[version].moments
        timed = [
            Mark(time_of(film.film, pause.at, pause.after, version), pause)
            for pause in self.pauses(step, added, off)
            if pause.at in moments
        ]
        inside = sorted((mark for mark in timed if start < mark.at_s <= end), key=lambda mark: mark.at_s)
        if inside and end - inside[-1].at_s < SAME_MOMENT_S:
            return tuple(inside)
        return (*inside, Mark(end, None))
