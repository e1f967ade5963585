"""A film's folder: its manifest, its files, and the cues of its caption tracks."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lesson_player.formats.captions import read_cues
from lesson_player.formats.document import read_document
from lesson_player.formats.files import named_file
from lesson_player.formats.film_check import check_manifest
from lesson_player.formats.safe_path import inside
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.bundle import LoadedFilm
from lesson_player.model.captions import CueTrack
from lesson_player.model.film import Film
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lesson_player.formats.document import Report
    from lesson_player.model.film import FilmVersion, Track

MANIFEST = "film.yaml"


def find_film(film: str, folders: Sequence[Path]) -> Path | None:
    """The folder of the film of that id in the first of *folders* that has it, or None."""
    for folder in folders:
        found = inside(folder, f"{film}/{MANIFEST}")
        if found is not None and found.is_file():
            return found.parent
    return None


def load_film(folder: Path) -> tuple[LoadedFilm | None, tuple[Problem, ...]]:
    """The film in *folder* and everything that is wrong with it; None when its manifest cannot be used.

    A version whose file is not there is kept and named in ``LoadedFilm.missing``.
    """
    document = read_document(folder / MANIFEST, f"{folder.name}/{MANIFEST}", Film)
    film = document.value
    if film is None:
        return None, tuple(document.problems)
    if film.id != folder.name:
        sentence = tr(
            "The film's id is “{id}”, but its folder is called “{folder}”.", id=film.id, folder=folder.name
        )
        document.report(("id",), "id-and-name", sentence, tr("Give both the same name."))
    check_manifest(document, film)
    missing = [
        name
        for name, version in film.versions.items()
        if named_file(document, ("versions", name, "file"), folder, version.file, "missing-film-file") is None
    ]
    tracks = _Tracks()
    for name, version in film.versions.items():
        tracks.read(document, folder, name, version)
    loaded = LoadedFilm(
        film=film,
        folder=folder,
        captions=tracks.captions,
        descriptions=tracks.descriptions,
        description_sounds=tracks.sounds,
        missing=tuple(missing),
    )
    return loaded, (*document.problems, *tracks.problems)


@dataclass(slots=True)
class _Tracks:
    """The tracks of a film, by ``version/track``, and what is wrong with them."""

    captions: dict[str, CueTrack] = field(default_factory=dict)
    descriptions: dict[str, CueTrack] = field(default_factory=dict)
    sounds: dict[str, Path] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)

    def read(self, document: Report, folder: Path, name: str, version: FilmVersion) -> None:
        """Read the tracks of one version."""
        for number, track in enumerate(version.captions):
            path = ("versions", name, "captions", number, "file")
            cues, found = _cues(document, path, folder, track, version.duration)
            self.captions[f"{name}/{track.id}"] = cues
            self.problems += found
        for number, track in enumerate(version.descriptions):
            path = ("versions", name, "descriptions", number, "file")
            cues, found = _cues(document, path, folder, track, version.duration)
            self.descriptions[f"{name}/{track.id}"] = cues
            self.problems += found
            if track.sound is not None:
                sound = named_file(document, (*path[:-1], "sound"), folder, track.sound, "missing-sound")
                self.sounds |= {} if sound is None else {f"{name}/{track.id}": sound}


def _cues(
    document: Report, path: tuple[str | int, ...], folder: Path, track: Track, duration_s: float
) -> tuple[CueTrack, list[Problem]]:
    """A track's cues; none, with a problem, when its file is not there."""
    file = named_file(document, path, folder, track.file, "missing-captions")
    if file is None:
        return CueTrack(), []
    cues, found = read_cues(file)
    problems = [one.model_copy(update={"file": f"{folder.name}/{track.file}"}) for one in found]
    late = [cue for cue in cues.cues if cue.start_s > duration_s]
    if late:
        problems.append(
            Problem(
                code="captions-past-end",
                sentence=tr_n(
                    "{n} caption starts after the end of the film ({end} s).",
                    "{n} captions start after the end of the film ({end} s).",
                    len(late),
                    end=f"{duration_s:g}",
                ),
                remedy=tr("Check that the captions belong to this version of the film."),
                file=f"{folder.name}/{track.file}",
                severity=Severity.WARNING,
            )
        )
    return cues, problems
