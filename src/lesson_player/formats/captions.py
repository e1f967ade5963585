"""Caption files of either kind, told apart by their content."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.formats.caption_encoding import decode_captions
from lesson_player.formats.srt import TIMING as SRT_TIMING
from lesson_player.formats.srt import parse_srt
from lesson_player.formats.text_file import read_bytes
from lesson_player.formats.webvtt import HEADER, parse_webvtt
from lesson_player.foundation.i18n import tr
from lesson_player.model.captions import CueTrack
from lesson_player.model.limits import CAPTION_FILE_BYTES
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from pathlib import Path


def read_cues(path: Path) -> tuple[CueTrack, tuple[Problem, ...]]:
    """The cues of a WebVTT or SRT file and what was skipped. Never raises for what is in the file."""
    file = path.name
    data, problems = read_bytes(path, file, CAPTION_FILE_BYTES)
    if data is None:
        return CueTrack(), problems
    text, encoding = decode_captions(data, file)
    if HEADER.fullmatch(text.partition("\n")[0].rstrip("\r")) or not _looks_like_srt(text):
        track, found = parse_webvtt(text, file)
    else:
        track, found = parse_srt(text, file)
        found = _without_header(path, file, found)
        encoding = [one for one in encoding if one.code != "not-utf-8"]  # SRT has no encoding of its own
    if not track.cues and not found:
        sentence = tr("There is no caption in the file.")
        remedy = tr("Check that it is the right file.")
        found = (Problem(code="no-captions", sentence=sentence, remedy=remedy, file=file),)
    return track, (*encoding, *found)


def _without_header(path: Path, file: str, found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """The problems of a file that is called WebVTT and lacks the header, but could be read as SRT."""
    if path.suffix.lower() != ".vtt":
        return found
    missing = Problem(
        code="no-webvtt-header",
        sentence=tr("The first line of a WebVTT file is “WEBVTT”; here it is not. It was read as SRT."),
        remedy=tr("Put “WEBVTT” and an empty line at the top of the file."),
        file=file,
        line=1,
        severity=Severity.WARNING,
    )
    return (missing, *(one for one in found if one.code != "not-a-caption"))


def _looks_like_srt(text: str) -> bool:
    """Whether the text has a line with two times and an arrow as SRT writes them."""
    return SRT_TIMING.search(text) is not None
