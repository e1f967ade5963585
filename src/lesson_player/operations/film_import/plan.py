"""What will be put in: the surveyed files, what somebody set in them, and the manifest of both."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.film import BSL, Chapter, Film, FilmVersion, Moment, Track
from lesson_player.operations.film_import.wish import REAL

if TYPE_CHECKING:
    from collections.abc import Mapping

    from lesson_player.model.adaptation import MomentToFind
    from lesson_player.model.film import Signer
    from lesson_player.operations.film_import.moments import Times
    from lesson_player.operations.film_import.survey import Captions, Survey, VersionSurvey


@dataclass(frozen=True, slots=True)
class FilmPlan:
    """Everything that the manifest of the new film is made from."""

    film: str
    """The film's id, which is also its folder's name."""
    title: str
    survey: Survey
    wanted: tuple[MomentToFind, ...]
    moments: dict[str, Times]
    """By version."""
    checked: bool = False
    """Whether somebody has looked at the moments."""
    signer: Signer | None = None
    """Where the signer is in the BSL version."""
    burnt_in: frozenset[str] = frozenset()
    """Versions whose picture carries captions."""
    edition: str = REAL


def file_name(survey: VersionSurvey) -> str:
    """What a version's film is called in the store: its version, with the ending that it has."""
    return f"{survey.version}{survey.path.suffix.lower()}"


def captions_name(version: str, captions: Captions, kind: str) -> str:
    """What a track is called in the store, such as ``bsl-captions.vtt``."""
    ending = captions.path.suffix.lower() if captions.path is not None else ".vtt"
    return f"{version}-{kind}{ending}"


def manifest(plan: FilmPlan, folder: str, hashes: Mapping[str, str]) -> Film:
    """The manifest, with the files in *folder* of the film's own folder and their *hashes* by version."""
    return Film(
        format=1,
        id=plan.film,
        edition=plan.edition,
        title=plan.title,
        moments=tuple(Moment(id=one.id, title=one.title) for one in plan.wanted),
        chapters=tuple(Chapter(moment=one.id, title=one.title) for one in plan.wanted[:-1]),
        versions={
            name: _version(plan, one, folder, hashes[name]) for name, one in plan.survey.versions.items()
        },
    )


def _version(plan: FilmPlan, survey: VersionSurvey, folder: str, sha256: str) -> FilmVersion:
    if survey.facts is None or survey.seen is None:
        raise ValueError(f"the version {survey.version} was not looked at")
    return FilmVersion(
        title=survey.title,
        file=f"{folder}/{file_name(survey)}",
        duration=round(survey.facts.duration_s, 3),
        sha256=sha256,
        captions=_tracks(survey, folder, ("captions", "easy-captions")),
        descriptions=_tracks(survey, folder, ("descriptions",)),
        moments={name: round(at_s, 3) for name, at_s in plan.moments[survey.version].items()},
        signer=plan.signer if survey.version == BSL else None,
        burnt_in_captions=survey.version in plan.burnt_in,
        loudness=survey.seen.loudness,
        moments_estimated=not plan.checked,
        flashing=survey.seen.flashing,
    )


def tracks_of(survey: VersionSurvey) -> dict[str, Captions]:
    """The tracks that were given for a version or found in it, by what `captions_name` calls them."""
    given = {
        "captions": survey.captions,
        "easy-captions": survey.easy_captions,
        "descriptions": survey.descriptions,
    }
    return {kind: track for kind, track in given.items() if track is not None}


def _tracks(survey: VersionSurvey, folder: str, kinds: tuple[str, ...]) -> tuple[Track, ...]:
    known = {
        "captions": ("standard", tr("Captions")),
        "easy-captions": ("easy-read", tr("Easy-read captions")),
        "descriptions": ("standard", tr("Audio description")),
    }
    return tuple(
        Track(
            id=known[kind][0],
            title=known[kind][1],
            language=track.language,
            file=f"{folder}/{captions_name(survey.version, track, kind)}",
        )
        for kind, track in tracks_of(survey).items()
        if kind in kinds
    )
