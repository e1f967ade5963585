"""Ready for class? Everything that could stop a lesson, found before the class comes in."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Protocol

from lesson_player.foundation.files import sha256_of
from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.model.problem import Severity
from lesson_player.model.spoken import pupil_texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from lesson_player.model.bundle import LessonBundle, LoadedFilm
    from lesson_player.model.film import FilmVersion
    from lesson_player.model.problem import Problem
    from lesson_player.operations.film_digests import Digest

SERVICES_FRESH_FOR = timedelta(days=365)
"""How long a support service counts as checked."""
_CAPTION_SLACK_S = 0.5
"""How far past the film's end a caption may last before it counts as another film's captions."""

GOOD, WARNING, PROBLEM, UNKNOWN = Readiness.GOOD, Readiness.WARNING, Readiness.PROBLEM, Readiness.UNKNOWN


class FilmProbe(Protocol):
    """What decodes a little of a film to see that it plays."""

    def why_not(self, path: Path, seconds: float) -> str:
        """An empty text when *seconds* of the film could be decoded, else a sentence that says why not."""


def check_lesson(
    bundle: LessonBundle,
    problems: Sequence[Problem],
    probe: FilmProbe | None,
    today: date,
    digest: Digest = sha256_of,
) -> Iterator[CheckLine]:
    """Check a lesson that loads, line by line, cheapest first. Without a *probe* no film is decoded.

    *digest* gives a film file's SHA-256; a window looks it up from what was read in the background.
    """
    yield from _content_lines(bundle, problems)
    for film in bundle.films.values():
        yield from _film_lines(film, probe, digest)
    yield from _service_lines(bundle, today)
    yield _voice_line(bundle)


def exit_code(lines: Iterable[CheckLine]) -> int:
    """0 when nothing would stop the lesson, 1 when something would, 2 when something could not be checked."""
    found = {line.readiness for line in lines}
    if PROBLEM in found:
        return 1
    return 2 if UNKNOWN in found else 0


def problem_lines(problems: Sequence[Problem]) -> Iterator[CheckLine]:
    """Problems of files, as lines of the check."""
    for number, problem in enumerate(problems, start=1):
        readiness = PROBLEM if problem.severity is Severity.ERROR else WARNING
        place = f" ({problem.place})" if problem.place else ""
        yield CheckLine(
            id=f"problem-{number}",
            readiness=readiness,
            sentence=f"{problem.sentence}{place}",
            remedy=problem.remedy,
        )


def _content_lines(bundle: LessonBundle, problems: Sequence[Problem]) -> Iterator[CheckLine]:
    yield from problem_lines(problems)
    if not any(problem.severity is Severity.ERROR for problem in problems):
        steps = len(bundle.lesson.steps)
        yield CheckLine(
            id="lesson",
            readiness=GOOD,
            sentence=tr_n("The lesson has {n} step, all whole", "The lesson has {n} steps, all whole", steps),
        )
    if bundle.lesson.film and bundle.lesson.film not in bundle.films:
        yield CheckLine(
            id="film-missing",
            readiness=PROBLEM,
            sentence=tr("The film “{film}” is not here", film=bundle.lesson.film),
            remedy=tr(
                "The rest of the lesson can still be taught. Put the film's folder into the media folder."
            ),
        )


def _film_lines(film: LoadedFilm, probe: FilmProbe | None, digest: Digest) -> Iterator[CheckLine]:
    for version_id, version in film.film.versions.items():
        yield from _version_lines(film, version_id, version, probe, digest)
    if len(film.film.versions) > 1:
        yield _moments_line(film)
    if film.film.is_sample:
        yield CheckLine(
            id="sample",
            readiness=WARNING,
            sentence=film.film.notice or tr("This is the sample film"),
            remedy=tr("The lesson can be taught with it. The screen says that it is a sample."),
        )


def _version_lines(
    film: LoadedFilm, version_id: str, version: FilmVersion, probe: FilmProbe | None, digest: Digest
) -> Iterator[CheckLine]:
    if version_id in film.missing:
        yield _line(
            f"{version_id}-file",
            PROBLEM,
            tr("{title}: the file {file} is missing", title=version.title, file=version.file),
            tr("Its steps say “film missing”; the rest of the lesson can be taught."),
        )
        return
    yield _hash_line(film, version_id, version, digest)
    if probe is not None:
        yield _plays_line(film, version_id, version, probe)
    yield _captions_line(film, version_id, version)
    yield from _import_lines(version_id, version)


def _hash_line(film: LoadedFilm, version_id: str, version: FilmVersion, digest: Digest) -> CheckLine:
    name = f"{version_id}-whole"
    try:
        whole = digest(film.path(version_id)) == version.sha256
    except OSError:
        return _line(
            name,
            PROBLEM,
            tr("{title}: the file {file} cannot be read", title=version.title, file=version.file),
            tr("Ask your technician to look at the file's rights."),
        )
    if whole:
        return _line(name, GOOD, tr("{title}: the file is whole", title=version.title))
    return _line(
        name,
        PROBLEM,
        tr(
            "{title}: the file {file} is not the one that the lesson was made for",
            title=version.title,
            file=version.file,
        ),
        tr("Copy the film again, or put its new SHA-256 into film.yaml if you changed it on purpose."),
    )


def _plays_line(film: LoadedFilm, version_id: str, version: FilmVersion, probe: FilmProbe) -> CheckLine:
    why_not = probe.why_not(film.path(version_id), 1.0)
    if not why_not:
        return _line(f"{version_id}-plays", GOOD, tr("{title}: plays", title=version.title))
    return _line(
        f"{version_id}-plays",
        PROBLEM,
        tr("{title}: does not play. {why}", title=version.title, why=why_not),
        tr("Copy the film again, or ask your technician."),
    )


def _import_lines(version_id: str, version: FilmVersion) -> Iterator[CheckLine]:
    """What was left open, or found, when the film was put in."""
    if version.moments_estimated:
        yield _line(
            f"{version_id}-moments",
            WARNING,
            tr("{title}: nobody has looked at its moments yet", title=version.title),
            tr("They are worked out from the length, so it may rest at a wrong place. Set them first."),
        )
    if version.flashing:
        starts = [int(one.start) for one in version.flashing]
        times = ", ".join(f"{start // 60}:{start % 60:02d}" for start in starts)
        yield _line(
            f"{version_id}-flashing",
            WARNING,
            tr("{title}: flashes fast, at {times}", title=version.title, times=times),
            tr("This can bring on a seizure. Ask who may be at risk, and leave these places out."),
        )


def _captions_line(film: LoadedFilm, version_id: str, version: FilmVersion) -> CheckLine:
    name = f"{version_id}-captions"
    if version.burnt_in_captions:
        return _line(name, GOOD, tr("{title}: captions are in the picture", title=version.title))
    if not version.captions:
        return _line(
            name,
            WARNING,
            tr("{title}: has no captions", title=version.title),
            tr("Add a caption file to film.yaml."),
        )
    for track in version.captions:
        cues = film.cues(version_id, track.id).cues
        if not cues:
            return _line(
                name,
                PROBLEM,
                tr("{title}: the captions {file} cannot be shown", title=version.title, file=track.file),
                tr("Copy the caption file again."),
            )
        if max(cue.end_s for cue in cues) > version.duration + _CAPTION_SLACK_S:
            return _line(
                name,
                WARNING,
                tr("{title}: the captions {file} go on after the film", title=version.title, file=track.file),
                tr("They may belong to another film. Look at them before class."),
            )
    return _line(name, GOOD, tr("{title}: captions match it", title=version.title))


def _moments_line(film: LoadedFilm) -> CheckLine:
    versions = film.film.versions.values()
    lacking = [m.title for m in film.film.moments if any(m.id not in version.moments for version in versions)]
    if lacking:
        return _line(
            "moments",
            WARNING,
            tr("Some moments are not set in every version: {moments}", moments=", ".join(lacking)),
            tr("Changing the version there may be off by a few seconds. Set the moments in film.yaml."),
        )
    return _line("moments", GOOD, tr("All versions have the same story moments"))


def _service_lines(bundle: LessonBundle, today: date) -> Iterator[CheckLine]:
    services = bundle.services.services
    old = [service.name for service in services if today - service.last_checked > SERVICES_FRESH_FOR]
    unsure = [service.name for service in services if service.check_before_use]
    if old:
        yield _line(
            "services-old",
            WARNING,
            tr("Help numbers were last checked over a year ago: {names}", names=", ".join(old)),
            tr("Check them, then put today's date into services.yaml."),
        )
    if unsure:
        yield _line(
            "services-unsure",
            WARNING,
            tr("Check before use: {names}", names=", ".join(unsure)),
            tr("Call or look them up once, then change the line in services.yaml."),
        )
    if services and not old:
        checked = min(service.last_checked for service in services)
        yield _line("services", GOOD, tr("Help numbers dated {date}", date=_day(checked)))


def _voice_line(bundle: LessonBundle) -> CheckLine:
    """Whether a recorded voice reads every line, as written and in every adaptation."""
    texts = pupil_texts(bundle)
    silent = [text for text in texts if bundle.recorded(text, bundle.layer_voices) is None]
    if not silent:
        return _line("voice", GOOD, tr("All {n} lines for pupils have a recorded voice", n=len(texts)))
    return _line(
        "voice",
        WARNING,
        tr_n("{n} line has no recorded voice yet", "{n} lines have no recorded voice yet", len(silent)),
        tr("The lesson can be taught. Read these lines aloud yourself."),
    )


def _day(day: date) -> str:
    return f"{day.day} {day:%b %Y}"


def _line(name: str, readiness: Readiness, sentence: str, remedy: str = "") -> CheckLine:
    return CheckLine(id=name, readiness=readiness, sentence=sentence, remedy=remedy)
