"""The transcript of a film version: captions with their speakers, descriptions and chapters, in order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.teaching import film_moves
from lesson_player.teaching.views import LineKind, TranscriptLine

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.captions import Cue
    from lesson_player.model.lesson import FilmStep
    from lesson_player.teaching.course import Course
    from lesson_player.teaching.state import LessonState

_ORDER = (LineKind.CHAPTER, LineKind.DESCRIPTION, LineKind.SAID)
"""Of lines that begin at the same time."""


def transcript(course: Course, step: FilmStep, state: LessonState) -> tuple[TranscriptLine, ...]:
    """All that is said and described in the version that is on; empty for a film that is not there.

    The same lines are given as long as film, version, captions and part stay the same.
    """
    film = course.film(step)
    if film is None:
        return ()
    version, track = film_moves.version_on(course, step, state), state.film_choice.caption_track
    key = (film.film.id, version, track, step.start, step.end)
    made = course.transcripts.get(key)
    if made is None:
        found = film_lines(film, version, track)
        start, end = course.span(step, version)
        made = tuple(
            line.model_copy(update={"inside": start <= line.at_s < end or start < line.until_s < end})
            for line in found
        )
        course.transcripts[key] = made
    return made


def film_lines(film: LoadedFilm, version: str, track: str) -> tuple[TranscriptLine, ...]:
    """All that is said and described in a whole version, chapters between."""
    found = [*_chapters(film, version), *_cues(film, version, track)]
    return tuple(sorted(found, key=lambda line: (line.at_s, _ORDER.index(line.kind))))


def _chapters(film: LoadedFilm, version: str) -> Iterator[TranscriptLine]:
    moments = film.film.versions[version].moments
    for chapter in film.film.chapters:
        if chapter.moment in moments:
            at_s = moments[chapter.moment]
            yield TranscriptLine(kind=LineKind.CHAPTER, at_s=at_s, until_s=at_s, text=chapter.title)


def _cues(film: LoadedFilm, version: str, track: str) -> Iterator[TranscriptLine]:
    for cue in film.cues(version, track).cues:
        yield from _said(cue)
    for cue in film.described(version).cues:
        yield _line(LineKind.DESCRIPTION, cue, " ".join(cue.text.split()))


def _said(cue: Cue) -> Iterator[TranscriptLine]:
    """A line for each speaker of a caption, in the order in which they speak."""
    runs: list[tuple[str, list[str]]] = []
    for spans in cue.lines:
        for span in spans:
            if not runs or (span.voice and runs[-1][0] != span.voice):
                runs.append((span.voice, []))
            runs[-1][1].append(span.text)
        if runs:
            runs[-1][1].append(" ")
    for speaker, parts in runs:
        words = " ".join("".join(parts).split())
        if words:
            yield _line(LineKind.SAID, cue, words, speaker)


def _line(kind: LineKind, cue: Cue, text: str, speaker: str = "") -> TranscriptLine:
    return TranscriptLine(kind=kind, at_s=cue.start_s, until_s=cue.end_s, text=text, speaker=speaker)
