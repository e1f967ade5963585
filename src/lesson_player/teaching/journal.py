"""The journal: where lessons stood, so that a power cut costs a second and not a lesson.

One small file for each teaching of a sitting, so that three groups and two teachers on one PC do not get in
each other's way. Nothing about a pupil is in it.
"""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path  # noqa: TC003 - kept at run time in a dataclass
from typing import TYPE_CHECKING, Literal

from lesson_player.foundation.files import set_aside, sweep_parts, write_whole
from lesson_player.foundation.i18n import tr
from lesson_player.model.base import Value
from lesson_player.model.lesson import FilmStep
from lesson_player.model.library import PlaceCard
from lesson_player.model.problem import Problem, Severity
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.ending import class_has_seen_all, nothing_follows
from lesson_player.teaching.state import FilmStatus, LessonState

if TYPE_CHECKING:
    from lesson_player.teaching.course import Course

PLACES_KEPT = 12
"""How many places are kept, and how many ends of sittings; the oldest go first."""


class KeptPlace(Value):
    """Where one teaching of a sitting stood. The step is kept by id too, so an edited lesson finds it."""

    format: Literal[1] = 1
    key: str
    """Which teaching it is: made once when the sitting was started."""
    lesson: str
    sitting_title: str
    version_title: str
    step_number: int
    step_id: str
    step_title: str
    adaptations: tuple[str, ...] = ()
    state: LessonState
    saved: datetime
    finished: bool = False
    """Whether the sitting was taught to its end: it is then not offered again, and the next one is."""

    @property
    def film_s(self) -> float | None:
        """Seconds in the film, or None when the place is not in a film that has started."""
        return self.state.film.at_s if self.state.film.status in _STARTED else None

    def card(self) -> PlaceCard:
        """The place as the library shows it."""
        return PlaceCard(
            key=self.key,
            lesson=self.lesson,
            sitting=self.state.sitting,
            sitting_title=self.sitting_title,
            version_title=self.version_title,
            step_number=self.step_number,
            step_title=self.step_title,
            film_s=self.film_s,
            saved=self.saved,
            adaptations=self.adaptations,
            finished=self.finished,
        )


_STARTED = frozenset({FilmStatus.PLAYING, FilmStatus.RESTING, FilmStatus.FAILED})


def new_key(now: datetime) -> str:
    """A key for a new teaching of a sitting, from the time at which it starts."""
    return now.astimezone(UTC).strftime("%Y%m%d-%H%M%S-%f")


def kept_place(
    course: Course, state: LessonState, key: str, now: datetime, *, ended: bool = False
) -> KeptPlace:
    """The place at which *state* stands; *ended* when the teacher has ended the lesson there.

    A power cut in the last minute of a class is not its end. A teacher who ends it where only steps for the
    teacher are left has taught it to the end.
    """
    step = moves.current_step(course, state)
    return KeptPlace(
        key=key,
        lesson=course.lesson.id,
        sitting_title=course.lesson.sitting(state.sitting).title,
        version_title=course.version_title,
        step_number=state.step + 1,
        step_id=step.id,
        step_title=step.title,
        adaptations=course.adaptations,
        state=state.model_copy(update={"messages": (), "reading": None}),
        saved=now,
        finished=class_has_seen_all(course, state) if ended else nothing_follows(course, state),
    )


def carry_on(course: Course, place: KeptPlace) -> LessonState:
    """The state to go on from. Always at rest: nothing plays by itself.

    A lesson that has changed since gives the same step by its id where it still is, else the same number,
    and the last beat that is still there. Raises KeyError when the sitting is gone.
    """
    ids = course.lesson.sitting(place.state.sitting).steps
    step = ids.index(place.step_id) if place.step_id in ids else min(place.state.step, len(ids) - 1)
    entered = moves.go_to(course, place.state, step)
    former = place.state.model_copy(update={"step": step, "screen": entered.screen})
    here = moves.current_step(course, entered)
    kept = entered.model_copy(update={"step_spent_s": former.step_spent_s})
    if ids[step] != place.step_id:
        return kept
    if not isinstance(here, FilmStep):
        return _beat_within(course, kept, former.beat)
    if place.film_s is None:
        return kept
    return film_moves.resume(course, here, kept, former)


def _beat_within(course: Course, state: LessonState, beat: int) -> LessonState:
    return state.model_copy(update={"beat": min(beat, len(moves.current_beats(course, state)) - 1)})


class Journal:
    """The places that are kept in one folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, place: KeptPlace) -> None:
        """Write a place down. Raises OSError when it cannot be; the former one is then still there."""
        write_whole(self._path(place.key), place.model_dump_json().encode())

    def places(self) -> tuple[tuple[KeptPlace, ...], tuple[Problem, ...]]:
        """All places to carry on from, newest first, and what could not be read.

        A broken file is set aside, never lost. What a power cut left half written is swept.
        """
        sweep_parts(self._folder)
        found, problems = self._read()
        return self._newest(found, finished=False), problems

    def finished(self) -> tuple[KeptPlace, ...]:
        """The ends of sittings that were taught to the end, newest first."""
        found, _ = self._read()
        return self._newest(found, finished=True)

    def place(self, key: str) -> KeptPlace | None:
        """The place of that key, if it is kept."""
        return next((place for place in self.places()[0] if place.key == key), None)

    def _read(self) -> tuple[list[tuple[KeptPlace, Path]], tuple[Problem, ...]]:
        found: list[tuple[KeptPlace, Path]] = []
        problems: list[Problem] = []
        for path in sorted(self._folder.glob("*.json")):
            try:
                found.append((KeptPlace.model_validate_json(path.read_bytes()), path))
            except FileNotFoundError:
                continue  # Another window of the program has taken away an old one.
            except OSError:
                problems.append(_locked(path))
            except ValueError:
                aside = set_aside(path)
                problems.append(_locked(path) if aside == path else _unreadable(aside))
        return found, tuple(problems)

    @staticmethod
    def _newest(found: list[tuple[KeptPlace, Path]], *, finished: bool) -> tuple[KeptPlace, ...]:
        wanted = [each for each in found if each[0].finished is finished]
        wanted.sort(key=lambda each: each[0].saved, reverse=True)
        for _, old in wanted[PLACES_KEPT:]:
            with suppress(OSError):  # A folder that is read only keeps more than it need.
                old.unlink()
        return tuple(place for place, _ in wanted[:PLACES_KEPT])

    def _path(self, key: str) -> Path:
        return self._folder / f"{key}.json"


def _locked(path: Path) -> Problem:
    return Problem(
        code="place-locked",
        sentence=tr("One place to carry on from could not be read."),
        remedy=tr(
            "Open the library again, or start that sitting again. Your technician can look at {name}.",
            name=path.name,
        ),
        file=path.name,
        severity=Severity.WARNING,
    )


def _unreadable(path: Path) -> Problem:
    return Problem(
        code="place-unreadable",
        sentence=tr("One place to carry on from could not be read."),
        remedy=tr("Start that sitting again. The file was put aside as {name}.", name=path.name),
        file=path.name,
        severity=Severity.WARNING,
    )
