"""What was found out about the files, in lines that people read."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.model.film import FILM
from lesson_player.model.problem import Severity
from lesson_player.operations.film_import.findings import clock

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.adaptation import Adaptation
    from lesson_player.model.lesson import Step
    from lesson_player.model.media import MediaFacts
    from lesson_player.model.problem import Problem
    from lesson_player.operations.film_import.survey import Survey, VersionSurvey

_CHANNELS = {1: "mono", 2: "stereo", 6: "5.1", 8: "7.1"}
_CODECS = {"h264": "H.264", "hevc": "HEVC", "vp9": "VP9", "vp8": "VP8", "av1": "AV1", "libdav1d": "AV1"}


def report(survey: Survey) -> Iterator[str]:
    """The report, line by line; problems come with what to do about them."""
    for one in survey.versions.values():
        yield f"{one.title}: {one.path.name}"
        if one.facts is not None:
            yield f"  {facts_words(one.facts)}"
        yield from (f"  {line}" for line in version_lines(one))
        yield from (f"  {line}" for line in problem_lines(one.problems))
    yield from problem_lines(survey.problems)


def facts_words(facts: MediaFacts) -> str:
    """A film in one line: "MP4, 3:12, 1920 × 1080, 25 pictures a second, H.264, sound stereo, 84 MB"."""
    rate = f"{facts.frame_rate:.3g}"
    pictures = (
        tr("about {rate} pictures a second", rate=rate)
        if facts.variable_rate
        else tr("{rate} pictures a second", rate=rate)
    )
    channels = _CHANNELS.get(facts.channels) or tr_n("{n} channel", "{n} channels", facts.channels)
    parts = [
        facts.container,
        clock(facts.duration_s),
        f"{facts.width} × {facts.height}",
        tr("turned by {degrees}°", degrees=facts.rotation) if facts.rotation else "",
        pictures,
        _CODECS.get(facts.video_codec, facts.video_codec),
        tr("sound {channels}", channels=channels) if facts.sound_codec else tr("no sound"),
        tr("{megabytes} MB", megabytes=max(1, round(facts.size_bytes / 1_000_000))),
    ]
    return ", ".join(part for part in parts if part)


def version_lines(one: VersionSurvey) -> Iterator[str]:
    """What was found besides: captions, loudness, flashing."""
    if one.seen is None:
        return
    if one.captions is not None:
        yield tr_n(
            "{n} caption, from {name}",
            "{n} captions, from {name}",
            len(one.captions.cues.cues),
            name=one.captions.name,
        )
    if one.easy_captions is not None:
        yield tr_n(
            "{n} easy-read caption, from {name}",
            "{n} easy-read captions, from {name}",
            len(one.easy_captions.cues.cues),
            name=one.easy_captions.name,
        )
    if one.descriptions is not None:
        yield tr_n(
            "{n} description, from {name}",
            "{n} descriptions, from {name}",
            len(one.descriptions.cues.cues),
            name=one.descriptions.name,
        )
    if one.seen.loudness is not None:
        yield tr("Loudness {level} LUFS", level=f"{one.seen.loudness:.1f}")
    if not one.seen.flashing:
        yield tr("No place flashes more than three times in a second")


def problem_lines(problems: tuple[Problem, ...]) -> Iterator[str]:
    """Each problem with a mark that says whether it stops the import, and what to do."""
    for problem in problems:
        mark = tr("PROBLEM") if problem.severity is Severity.ERROR else "!"
        yield f"{mark}  {problem.sentence}"
        if problem.remedy:
            yield f"   {problem.remedy}"


def plot_lines(steps: tuple[Step, ...], adaptation: Adaptation | None) -> Iterator[str]:
    """Which steps tell the sample's plot, and what to teach instead."""
    if not steps:
        return
    titles = ", ".join(step.title for step in steps)
    yield tr_n(
        "{n} step tells the story of the sample film: {titles}.",
        "{n} steps tell the story of the sample film: {titles}.",
        len(steps),
        titles=titles,
    )
    if adaptation is not None:
        yield tr("Teach the version “{title}”, which has others in their place.", title=adaptation.title)
    else:
        yield tr("Read them beside the real film, and change or leave out what does not fit.")


def lengths_note(survey: Survey) -> str:
    """A note when the versions differ in length; an empty text when they do not, or there is one only."""
    lengths = {name: one.facts.duration_s for name, one in survey.versions.items() if one.facts}
    others = [length for name, length in lengths.items() if name != FILM]
    if FILM not in lengths or not others or abs(others[0] - lengths[FILM]) < 1:
        return ""
    seconds = round(others[0] - lengths[FILM])
    longer = tr_n(
        "The BSL version is {n} second longer than the film.",
        "The BSL version is {n} seconds longer than the film.",
        seconds,
    )
    shorter = tr_n(
        "The BSL version is {n} second shorter than the film.",
        "The BSL version is {n} seconds shorter than the film.",
        -seconds,
    )
    meets = tr("The moments make both meet at the same place of the story.")
    return f"{longer if seconds > 0 else shorter} {meets}"
