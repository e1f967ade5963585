"""What a teacher needs to know to show a part of the film without this program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.slides.deck import NoteGroup
from lesson_player.model.film import FILM

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.handouts.source import HandoutSource
    from lesson_player.model.bundle import LoadedFilm
    from lesson_player.model.lesson import FilmStep, Pause


def film_notes(source: HandoutSource, step: FilmStep) -> tuple[NoteGroup, ...]:
    """From when to when the film plays after this slide, and where it rests with its question."""
    loaded = source.bundle.films.get(step.film or source.lesson.film or "")
    if loaded is None:
        return (NoteGroup(tr("Film"), (tr("The film plays after this slide."),)),)
    lines = [
        tr("After this slide comes “{film}”, {span}.", film=loaded.film.title, span=_span(loaded, step)),
        *_rests(source, loaded, step),
        tr("These slides do not hold the film. Lesson Player plays it, with captions, BSL and the pauses."),
    ]
    return (NoteGroup(tr("Film"), tuple(lines)),)


def _rests(source: HandoutSource, loaded: LoadedFilm, step: FilmStep) -> Iterator[str]:
    for pause in step.pauses:
        if pause.prompt is not None:
            question = source.words(pause.prompt)
            yield tr("At {time} it rests: “{question}”", time=_pause_time(loaded, pause), question=question)


def _span(loaded: LoadedFilm, step: FilmStep) -> str:
    start, end = (_time(loaded, moment) for moment in (step.start, step.end))
    return tr("from {start} to {end}", start=start, end=end)


def _pause_time(loaded: LoadedFilm, pause: Pause) -> str:
    return _time(loaded, pause.at, pause.after)


def _time(loaded: LoadedFilm, moment: str, after: float = 0.0) -> str:
    """A moment of the film as ``1:05``; its name where the film does not say when it is."""
    versions = loaded.film.versions
    version = versions.get(FILM) or next(iter(versions.values()), None)
    if version is None or moment not in version.moments:
        return moment
    whole = int(version.moments[moment] + after)
    return f"{whole // 60}:{whole % 60:02d}"
