"""Cues written as a WebVTT file (W3C WebVTT, section 4), for captions that were inside a film."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lesson_player.model.captions import Cue, CueTrack, Span


def to_webvtt(track: CueTrack) -> str:
    """The text of the file. Reading it gives cues with the same times, words and speakers back."""
    blocks = [f"{_time(cue.start_s)} --> {_time(cue.end_s)}\n{_words(cue)}\n" for cue in track.cues]
    return "\n".join(["WEBVTT\n", *blocks])


def _time(seconds: float) -> str:
    thousandths = round(seconds * 1000)
    minutes, thousandths = divmod(thousandths, 60_000)
    return f"{minutes // 60:02d}:{minutes % 60:02d}:{thousandths // 1000:02d}.{thousandths % 1000:03d}"


def _words(cue: Cue) -> str:
    return "\n".join("".join(_span(span) for span in line) for line in cue.lines)


def _span(span: Span) -> str:
    text = span.text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return f"<v {span.voice}>{text}</v>" if span.voice else text
