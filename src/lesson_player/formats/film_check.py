"""What a film's manifest, and the film parts of a lesson, must get right about moments and times."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.film import FILM
from lesson_player.model.film_places import time_of
from lesson_player.model.guess import did_you_mean

if TYPE_CHECKING:
    from collections.abc import Iterable

    from lesson_player.formats.document import Report
    from lesson_player.model.film import Film
    from lesson_player.model.lesson import Lesson, Pause
    from lesson_player.model.validation import Path

_ROUNDING_S = 0.001
"""Times of files are rounded to milliseconds."""


def check_manifest(document: Report, film: Film) -> None:
    """Report moments without a time, out of order, past the end, and cited ones that are not there."""
    known = [moment.id for moment in film.moments]
    for number, name in enumerate(known):
        if name in known[:number]:
            sentence = tr("The moment “{name}” is named twice.", name=name)
            document.report(
                ("moments", number, "id"), "duplicate-id", sentence, tr("Give one of the two another id.")
            )
    for number, chapter in enumerate(film.chapters):
        if chapter.moment not in known:
            report_moment(document, ("chapters", number, "moment"), chapter.moment, known)
    if FILM not in film.versions and FILM not in document.left_out:
        sentence = tr("The film has no version “{name}”.", name=FILM)
        remedy = tr("Call the version without a signer “{name}”; every film needs one.", name=FILM)
        document.report(("versions",), "no-film-version", sentence, remedy, key=True)
    for version in film.versions:
        _check_times(document, film, version, list(dict.fromkeys(known)))
        _check_tracks(document, film, version)


def _check_times(document: Report, film: Film, version: str, known: list[str]) -> None:
    times, duration = film.versions[version].moments, film.versions[version].duration
    path: Path = ("versions", version, "moments")
    for name, seconds in times.items():
        if name not in known:
            report_moment(document, (*path, name), name, known)
        elif seconds > duration:
            sentence = tr(
                "The moment “{name}” is at {at} s, past the end of the version “{version}” ({end} s).",
                name=name,
                at=f"{seconds:g}",
                version=version,
                end=f"{duration:g}",
            )
            document.report(
                (*path, name), "moment-past-end", sentence, tr("Correct its time, or the duration.")
            )
    before = ""
    for name in known:
        if name not in times and name in document.left_out:
            continue
        if name not in times:
            sentence = tr(
                "The version “{version}” has no time for the moment “{name}”.", name=name, version=version
            )
            remedy = tr("Add “{name}:” and its seconds from the start of this version.", name=name)
            document.report(path, "moment-without-time", sentence, remedy, key=True)
            continue
        if before and times[name] < times[before]:
            sentence = tr(
                "The moment “{name}” comes before “{before}”, which is named earlier.",
                name=name,
                before=before,
            )
            remedy = tr("List the moments in the order of the story, and check both times.")
            document.report((*path, name), "moments-out-of-order", sentence, remedy)
        before = name


def _check_tracks(document: Report, film: Film, version: str) -> None:
    for key, tracks in (
        ("captions", film.versions[version].captions),
        ("descriptions", film.versions[version].descriptions),
    ):
        ids = [track.id for track in tracks]
        for number, name in enumerate(ids):
            if name in ids[:number]:
                sentence = tr(
                    "The track “{name}” stands twice in the version “{version}”.", name=name, version=version
                )
                path = ("versions", version, key, number, "id")
                document.report(path, "duplicate-id", sentence, tr("Give one of the two another id."))


def check_part(document: Report, path: Path, start: str, end: str, film: Film) -> None:
    """Report a film part whose moments are unknown or whose end does not come after its start."""
    known = [moment.id for moment in film.moments]
    unknown = [(key, name) for key, name in (("from", start), ("to", end)) if name not in known]
    for key, name in unknown:
        report_moment(document, (*path, key), name, known)
    if unknown:
        return
    backwards = [
        name
        for name, version in film.versions.items()
        if start in version.moments
        and end in version.moments
        and version.moments[end] <= version.moments[start]
    ]
    if start == end or backwards:
        sentence = tr(
            "The film part ends before it starts: “{end}” does not come after “{start}”.",
            start=start,
            end=end,
        )
        remedy = tr("Choose a later moment for “to”, or an earlier one for “from”.")
        document.report((*path, "to"), "part-ends-before-start", sentence, remedy)


def check_pauses(
    document: Report, pauses: Iterable[tuple[Pause, Path]], start: str, end: str, film: Film
) -> None:
    """Report pauses at unknown moments or outside their film part."""
    known = [moment.id for moment in film.moments]
    if start not in known or end not in known or known.index(end) <= known.index(start):
        return
    first, last = known.index(start), known.index(end)
    for pause, path in pauses:
        # A pause a little after a moment may begin at the part's first one, and not at its last.
        inside = known[first:last] if pause.after else known[first + 1 : last + 1]
        if pause.at not in known:
            report_moment(document, (*path, "at"), pause.at, known)
        elif pause.at not in inside:
            sentence = tr(
                "The pause “{name}” at “{at}” is outside its film part, “{start}” to “{end}”.",
                name=pause.id,
                at=pause.at,
                start=start,
                end=end,
            )
            remedy = (
                tr("Choose one of: {moments}.", moments=", ".join(inside)) if inside else tr("Take it out.")
            )
            document.report((*path, "at"), "pause-outside", sentence, remedy)
        elif pause.after and _past(pause, end, film):
            sentence = tr(
                "The pause “{name}”, {after} s after “{at}”, lies past the end of its film part, “{end}”.",
                name=pause.id,
                after=f"{pause.after:g}",
                at=pause.at,
                end=end,
            )
            remedy = tr("Make “after” smaller, or choose a later moment for “at”.")
            document.report((*path, "after"), "pause-past-part", sentence, remedy)


def _past(pause: Pause, end: str, film: Film) -> bool:
    """Whether a pause lies past the moment *end* in any version that has both moments."""
    return any(
        time_of(film, pause.at, pause.after, name) > version.moments[end] + _ROUNDING_S
        for name, version in film.versions.items()
        if pause.at in version.moments and end in version.moments
    )


def is_of_edition(edition: str | None, film: Film) -> bool:
    """Whether what is written for *edition* can be held against *film*; what is for any can."""
    return edition is None or edition == film.edition


def warn_of_other_plot(document: Report, lesson: Lesson, film: Film) -> None:
    """Say how many of the lesson's steps tell the plot of another edition than the one that is there."""
    others = [number for number, step in enumerate(lesson.steps) if not is_of_edition(step.edition, film)]
    if others:
        sentence = tr_n(
            "{n} step tells the story of another film than the one that is here (edition “{edition}”).",
            "{n} steps tell the story of another film than the one that is here (edition “{edition}”).",
            len(others),
            edition=film.edition,
        )
        remedy = tr("Teach the version of the lesson that is made for this film.")
        document.warn(("steps", others[0], "edition"), "other-edition", sentence, remedy)


def report_moment(document: Report, path: Path, name: str, known: list[str]) -> None:
    """Report a moment that the film does not have."""
    otherwise = tr("The film has: {moments}.", moments=", ".join(known)) if known else ""
    sentence = tr("The film has no moment “{name}”.", name=name)
    key = len(path) > 1 and path[-2] == "moments"
    document.report(path, "unknown-moment", sentence, did_you_mean(name, known, otherwise), key=key)
