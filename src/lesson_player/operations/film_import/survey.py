"""Everything that can be found out about the files before anything is changed."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Protocol

from lesson_player.formats.captions import read_cues
from lesson_player.foundation.i18n import tr
from lesson_player.model.captions import CueTrack
from lesson_player.model.film import FILM
from lesson_player.model.media import FilmUnreadable
from lesson_player.model.problem import Problem, Severity, errors
from lesson_player.operations.film_import.caption_findings import caption_findings
from lesson_player.operations.film_import.findings import decoding_problems, length_problem, stops, warns
from lesson_player.operations.film_import.wish import version_title
from lesson_player.playback.film_file import playlist_problem

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from lesson_player.model.media import EmbeddedTrack, Examination, MediaFacts
    from lesson_player.operations.film_import.wish import FilmWish

_FACTS_SHARE = 0.03
"""Of the work on one film; nearly all of it is decoding it from end to end."""


class Inspector(Protocol):
    """What looks into a film file. Both raise FilmUnreadable with a plain sentence."""

    def facts(self, path: Path) -> MediaFacts:
        """What the file says about itself."""

    def examine(self, path: Path, say: Callable[[float], None]) -> Examination:
        """What decoding all of it shows; *say* is told the share done and may raise to stop the work."""


@dataclass(frozen=True, slots=True)
class Captions:
    """A caption or description track to put in: a file of its own, or one that was inside the film."""

    name: str
    """The file's name, or what the embedded track is called."""
    cues: CueTrack
    path: Path | None = None
    """None for a track that was inside the film."""
    language: str = "en-GB"


@dataclass(frozen=True, slots=True)
class VersionSurvey:
    """What was found out about one version of the film."""

    version: str
    path: Path
    facts: MediaFacts | None = None
    seen: Examination | None = None
    captions: Captions | None = None
    easy_captions: Captions | None = None
    descriptions: Captions | None = None
    problems: tuple[Problem, ...] = ()

    @property
    def title(self) -> str:
        """What people call the version."""
        return version_title(self.version)

    @property
    def usable(self) -> bool:
        """Whether the version can be put in."""
        return self.facts is not None and self.seen is not None and not errors(self.problems)


@dataclass(frozen=True, slots=True)
class Survey:
    """What was found out about all files."""

    versions: dict[str, VersionSurvey] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()
    """About the files together."""

    @property
    def all_problems(self) -> tuple[Problem, ...]:
        """Every problem, those of each version after those of all."""
        return (*self.problems, *(one for version in self.versions.values() for one in version.problems))

    @property
    def usable(self) -> bool:
        """Whether the films can be put in."""
        return bool(self.versions) and not errors(self.all_problems)

    def with_problems(self, version: str, problems: tuple[Problem, ...]) -> Survey:
        """The same, with more problems of a version."""
        former = self.versions[version]
        changed = replace(former, problems=(*former.problems, *problems))
        return replace(self, versions={**self.versions, version: changed})


def survey(wish: FilmWish, inspector: Inspector, say: Callable[[float, str], None]) -> Survey:
    """Look into every file. *say* is told the share done and of which file, and may raise to stop."""
    together = tuple(_together(wish))
    if errors(together):
        return Survey({name: VersionSurvey(name, path) for name, path in wish.films.items()}, together)
    found = {}
    for number, (name, path) in enumerate(wish.films.items()):

        def told(share: float, number: int = number, path: Path = path) -> None:
            say((number + share) / len(wish.films), tr("Looking at {name}", name=path.name))

        found[name] = _look(name, path, wish, inspector, told)
    return Survey(found, together)


def _together(wish: FilmWish) -> Iterator[Problem]:
    """What is wrong with the choice of files."""
    seen: dict[str, Path] = {}
    for path in wish.films.values():
        if any(_same(path, other) for other in seen.values()):
            yield stops(
                "same-file",
                tr("{name} was given as the film and as its BSL version.", name=path.name),
                tr("Choose the file of the British Sign Language version."),
                path.name,
            )
        seen[path.name] = path
    if set(wish.films) == {FILM}:
        yield warns(
            "no-bsl",
            tr("There is no BSL version."),
            tr("The film can be shown with captions. Put both in when you have the BSL version."),
        )


def _same(path: Path, other: Path) -> bool:
    try:
        return path.samefile(other)
    except OSError:
        return path == other


def _look(
    name: str, path: Path, wish: FilmWish, inspector: Inspector, say: Callable[[float], None]
) -> VersionSurvey:
    try:
        say(0.0)
        facts = inspector.facts(path)
        long = length_problem(path.name, facts)
        if long is not None:
            return VersionSurvey(name, path, facts, problems=(long,))
        say(_FACTS_SHARE)
        seen = inspector.examine(path, lambda share: say(_FACTS_SHARE + share * (1 - _FACTS_SHARE)))
    except FilmUnreadable as unreadable:
        return VersionSurvey(name, path, problems=(stops("film-unreadable", str(unreadable), "", path.name),))
    problems = decoding_problems(path.name, facts, seen)
    if not facts.sound_codec:
        sentence = tr("{name} has no sound.", name=path.name)
        problems.append(warns("film-silent", sentence, tr("That is usual for a film in BSL."), path.name))
    captions, found = _captions(name, wish.captions.get(name), facts, seen)
    easy, easier = _track_of_file(wish.easy_captions.get(name), facts.duration_s)
    if captions is None and easy is None and not found and name not in wish.burnt_in:
        remedy = tr("Choose a caption file if you have one, or say that the picture carries captions.")
        problems.append(
            warns("no-captions", tr("{name} has no captions.", name=path.name), remedy, path.name)
        )
    descriptions, described = _track_of_file(wish.descriptions.get(name), facts.duration_s)
    return VersionSurvey(
        name, path, facts, seen, captions, easy, descriptions, (*problems, *found, *easier, *described)
    )


def _captions(
    name: str, file: Path | None, facts: MediaFacts, seen: Examination
) -> tuple[Captions | None, list[Problem]]:
    """The caption file, or else the best track inside the film."""
    if file is not None:
        return _track_of_file(file, facts.duration_s)
    track = _best(facts.embedded, seen)
    if track is None:
        return None, []
    cues = seen.captions[track.number]
    called = tr("the captions inside the film ({title})", title=track.title or track.language or name)
    english = not track.language or track.language.lower().startswith("en")
    language = "en-GB" if english else track.language
    return Captions(called, cues, language=language), caption_findings(called, cues, facts.duration_s)


def _best(tracks: tuple[EmbeddedTrack, ...], seen: Examination) -> EmbeddedTrack | None:
    """The embedded track to use: with words, in English or of no stated language, the first of them."""
    worded = [track for track in tracks if seen.captions.get(track.number, CueTrack()).cues]
    english = [track for track in worded if not track.language or track.language.lower().startswith("en")]
    return next(iter(english or worded), None)


def _track_of_file(path: Path | None, duration_s: float) -> tuple[Captions | None, list[Problem]]:
    if path is None:
        return None, []
    refused = playlist_problem(path)
    if refused:
        return None, [stops("captions-refused", refused, "", path.name)]
    cues, problems = read_cues(path)
    if not cues.cues:
        why = [problem.model_copy(update={"severity": Severity.ERROR}) for problem in problems]
        return None, why or caption_findings(path.name, cues, duration_s)
    softer = [problem.model_copy(update={"severity": Severity.WARNING}) for problem in problems]
    return Captions(path.name, cues, path), [*softer, *caption_findings(path.name, cues, duration_s)]
