"""The small lesson with audio descriptions, recorded or not."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from lesson_player.model.bundle import LoadedFilm
from lesson_player.model.captions import Cue, CueTrack, Span
from lesson_player.model.film import Track
from lesson_player.teaching.course import Course
from tests.support.small_lesson import course, loaded_film

CUES = ((1.0, 2.0), (3.5, 4.2), (8.0, 9.0))
"""When descriptions stand in the film; the second runs over the pause at 4 s."""


def words(start_s: float) -> str:
    """The text of the description that begins there."""
    return f"Seen at {start_s:g}."


def described_film(folder: Path, *, recorded: bool = True) -> LoadedFilm:
    """The small film whose version without a signer is described; the BSL version is not."""
    film = loaded_film(folder)
    sound = "d.opus" if recorded else None
    track = Track(id="standard", title="Audio description", file="d.vtt", sound=sound)
    version = film.film.versions["film"].model_copy(update={"descriptions": (track,)})
    cues = tuple(Cue(start_s=start, end_s=end, lines=((Span(text=words(start)),),)) for start, end in CUES)
    return film.model_copy(
        update={
            "film": film.film.model_copy(update={"versions": {**film.film.versions, "film": version}}),
            "descriptions": {"film/standard": CueTrack(cues=cues)},
            "description_sounds": {"film/standard": folder / "d.opus"} if recorded else {},
        }
    )


def described_course(
    folder: Path = Path("/films/small-film"), *, recorded: bool = True, private: bool = True
) -> Course:
    """The small lesson with that film."""
    made = course(private=private)
    films = {"small-film": described_film(folder, recorded=recorded)}
    return replace(made, bundle=made.bundle.model_copy(update={"films": films}))
