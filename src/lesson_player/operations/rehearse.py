"""Rehearsal: walk a lesson from first slide to last on a screen that nobody sees, and report what is wrong.

Every step and every reveal becomes a picture. Films are opened and looked at where they rest and at every
caption, not played to their end.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Protocol

from lesson_player.foundation.files import write_whole
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.lesson import FilmStep
from lesson_player.teaching import film_moves, moves
from lesson_player.teaching.project import class_view
from lesson_player.teaching.state import FilmStatus, LessonState

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from pathlib import Path

    from lesson_player.model.slide import ClassView
    from lesson_player.teaching.course import Course

SLOW_PICTURE_MS = 200.0
"""A slide that takes longer than this to lay out and paint would be felt as a wait (Nielsen's 0.1 s, doubled
for a machine that does other work)."""


@dataclass(frozen=True, slots=True)
class Painted:
    """What came of painting one view."""

    problems: tuple[str, ...]
    """A sentence for whatever does not fit or load."""
    took_ms: float
    """Milliseconds to lay out and paint it, without saving."""


class Painter(Protocol):
    """What turns a view of the class screen into a picture file."""

    def paint(self, view: ClassView, frame: object | None, path: Path | None) -> Painted:
        """Paint a view, and save it to *path* if one is given."""

    def contact_sheet(self, pictures: Sequence[tuple[Path, str]], path: Path) -> None:
        """Put small copies of pictures with their captions on one sheet."""


class Sampler(Protocol):
    """What looks into a film."""

    def frames(self, path: Path, times_s: Sequence[float]) -> Sequence[object | str]:
        """The frame at each time, or a sentence that says why there is none."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that a teacher should look at."""

    where: str
    sentence: str


@dataclass(slots=True)
class Rehearsal:
    """What a rehearsal found."""

    pictures: list[tuple[Path, str]] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    captions_seen: int = 0
    frames_seen: int = 0
    seconds: float = 0.0

    def report(self) -> str:
        """The report as plain text."""
        lines = [
            tr_n("{n} picture of the class screen.", "{n} pictures of the class screen.", len(self.pictures)),
            tr_n("{n} caption looked at.", "{n} captions looked at.", self.captions_seen),
            tr_n("{n} frame of film decoded.", "{n} frames of film decoded.", self.frames_seen),
            tr("It took {seconds} s.", seconds=f"{self.seconds:.1f}"),
            "",
        ]
        if not self.findings:
            return "\n".join([*lines, tr("Nothing to mend: everything fits, loads and is quick."), ""])
        lines.append(tr_n("{n} thing to look at:", "{n} things to look at:", len(self.findings)))
        lines += [f"- {finding.where}: {finding.sentence}" for finding in self.findings]
        return "\n".join([*lines, ""])


def rehearse(
    course: Course,
    begin: Callable[[str], LessonState],
    painter: Painter,
    sampler: Sampler | None,
    out: Path,
    progress: Callable[[float, str], None],
) -> Rehearsal:
    """Walk every sitting of *course* and leave pictures, a contact sheet and ``report.txt`` in *out*.

    *begin* gives the state at a sitting's first step. Raises OSError when *out* cannot be written.
    """
    out.mkdir(parents=True, exist_ok=True)
    for old in (*out.glob("*-step-*.png"), out / "contact-sheet.png", out / "report.txt"):
        old.unlink(missing_ok=True)
    started = time.monotonic()
    walk = _Walk(course, painter, sampler, out, Rehearsal())
    total = sum(len(sitting.steps) for sitting in course.lesson.sittings)
    done = 0
    for number, sitting in enumerate(course.lesson.sittings, start=1):
        state = begin(sitting.id)
        for index, step in enumerate(course.steps(sitting.id)):
            progress(done / total, f"{sitting.title}: {step.title}")
            walk.step(number, moves.go_to(course, state, index))
            done += 1
    progress(1.0, tr("Contact sheet"))
    walk.found.seconds = time.monotonic() - started
    painter.contact_sheet(walk.found.pictures, out / "contact-sheet.png")
    walk.found.seconds = time.monotonic() - started
    write_whole(out / "report.txt", walk.found.report().encode())
    return walk.found


class _Walk:
    """One walk through a lesson."""

    def __init__(
        self, course: Course, painter: Painter, sampler: Sampler | None, out: Path, found: Rehearsal
    ) -> None:
        self.found = found
        self._course = course
        self._painter = painter
        self._sampler = sampler
        self._out = out

    def step(self, sitting: int, state: LessonState) -> None:
        """Every beat of the step that *state* has come to."""
        step = moves.current_step(self._course, state)
        frames = self._film(step, state) if isinstance(step, FilmStep) else {}
        for beat, there in enumerate(_beats(self._course, state), start=1):
            name = f"{sitting}-step-{state.step + 1:02d}-{beat:02d}-{step.id}.png"
            where = tr(
                "Sitting {sitting}, step {n}, {title}", sitting=sitting, n=state.step + 1, title=step.title
            )
            frame = frames.get(_key(there.film.at_s)) if there.film.status is FilmStatus.RESTING else None
            self._picture(class_view(self._course, there), frame, self._out / name, where)

    def _picture(self, view: ClassView, frame: object | None, path: Path | None, where: str) -> None:
        painted = self._painter.paint(view, frame, path)
        for sentence in painted.problems:
            self._find(where, sentence)
        if painted.took_ms > SLOW_PICTURE_MS:
            self._find(where, tr("This slide took {ms} ms to paint.", ms=round(painted.took_ms)))
        if path is not None:
            self.found.pictures.append((path, where))

    def _film(self, step: FilmStep, state: LessonState) -> dict[int, object]:
        """Look at every version where it rests and at every caption; gives the frames of the shown one."""
        kept: dict[int, object] = {}
        film = self._course.film(step)
        if film is None or self._sampler is None:
            self._find(step.title, tr("The film is missing, so it was not looked at."))
            return kept
        for version in film.film.versions:
            if version in film.missing:
                self._find(
                    step.title,
                    tr("The file of “{title}” is missing.", title=film.film.versions[version].title),
                )
                continue
            choice = state.film_choice.model_copy(update={"version": version, "captions": True})
            frames = self._version(step, state.model_copy(update={"film_choice": choice}))
            if version == film_moves.version_on(self._course, step, state):
                kept = frames
        return kept

    def _version(self, step: FilmStep, state: LessonState) -> dict[int, object]:
        film = self._course.film(step)
        version = film_moves.version_on(self._course, step, state)
        if film is None or self._sampler is None:
            return {}
        start_s, end_s = self._course.span(step, version)
        rests = [mark.at_s for mark in film_moves.marks(self._course, step, state)]
        cues = film.cues(version, state.film_choice.caption_track).cues
        captions = [(cue.start_s + cue.end_s) / 2 for cue in cues if start_s <= cue.start_s < end_s]
        times = sorted({start_s, *rests, *captions})
        where = f"{step.title}, {film.film.versions[version].title}"
        frames: dict[int, object] = {}
        for at_s, frame in zip(times, self._sampler.frames(film.path(version), times), strict=True):
            if isinstance(frame, str):
                self._find(where, tr("At {time}: {why}", time=_clock(at_s), why=frame))
                continue
            self.found.frames_seen += 1
            frames[_key(at_s)] = frame
            if at_s in captions:
                self.found.captions_seen += 1
                playing = state.film.model_copy(update={"status": FilmStatus.PLAYING, "at_s": at_s})
                view = class_view(self._course, state.model_copy(update={"film": playing}))
                self._picture(view, frame, None, tr("{where} at {time}", where=where, time=_clock(at_s)))
        return frames

    def _find(self, where: str, sentence: str) -> None:
        self.found.findings.append(Finding(where, sentence))


def _beats(course: Course, state: LessonState) -> Iterator[LessonState]:
    """The states of one step that a press of Next leads to, a film's playing left out."""
    step = state.step
    while True:
        if state.film.status is not FilmStatus.PLAYING:
            yield state
        following = moves.next_beat(course, state)
        if following == state or following.step != step:
            return
        state = following


def _key(at_s: float) -> int:
    return round(at_s * 1000)


def _clock(at_s: float) -> str:
    return f"{int(at_s) // 60}:{int(at_s) % 60:02d}"
