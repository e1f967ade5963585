"""Cues: the timed texts of captions and descriptions."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import Literal

from lesson_player.model.base import Value

_UPPER_LINES = 7
_HALF = 50.0
"""Per cent of the picture's height."""


def plain_words(text: str) -> str:
    """*text* with one space between words, and without empty lines."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)


class Span(Value):
    """A run of caption text in one style, said by one speaker."""

    text: str
    voice: str = ""
    """Who speaks, from a WebVTT voice span; empty when not named."""
    classes: tuple[str, ...] = ()
    bold: bool = False
    italic: bool = False
    underline: bool = False
    language: str = ""
    from_s: float | None = None
    """Film time in seconds from which the run is spoken, by a WebVTT timestamp tag; None: from the start."""


class Placement(Value):
    """Where a cue asks to be, as WebVTT cue settings say it (W3C WebVTT, section 3.1). None means "auto"."""

    vertical: Literal["", "rl", "lr"] = ""
    line: float | None = None
    snap_to_lines: bool = True
    line_align: Literal["start", "center", "end"] = "start"
    position: float | None = None
    position_align: Literal["auto", "line-left", "center", "line-right"] = "auto"
    size: float = 100.0
    align: Literal["start", "center", "end", "left", "right"] = "center"
    region: str = ""

    @property
    def at_top(self) -> bool:
        """Whether it asks for the upper half of the picture, where words usually stand in the lower one.

        Lines are counted from the top, or from the bottom where they are negative; a picture has about 15.
        """
        if self.vertical or self.line is None:
            return False
        return 0 <= self.line < _UPPER_LINES if self.snap_to_lines else self.line < _HALF


class Cue(Value):
    """One caption: when, and lines of spans."""

    id: str = ""
    start_s: float
    end_s: float
    lines: tuple[tuple[Span, ...], ...]
    placement: Placement = Placement()

    @property
    def text(self) -> str:
        """The words alone, lines joined by a line feed."""
        return "\n".join("".join(span.text for span in line) for line in self.lines)

    @property
    def speakers(self) -> tuple[str, ...]:
        """The named speakers, each once, in order."""
        return tuple(dict.fromkeys(span.voice for line in self.lines for span in line if span.voice))


class CueTrack(Value):
    """All cues of a track in order of their start."""

    cues: tuple[Cue, ...] = ()

    @cached_property
    def _starts(self) -> list[float]:
        return [cue.start_s for cue in self.cues]

    @cached_property
    def _longest_s(self) -> float:
        return max((cue.end_s - cue.start_s for cue in self.cues), default=0.0)

    @cached_property
    def numbers_by_words(self) -> dict[str, list[int]]:
        """The captions that say something, by what they say (`plain_words`), counted from 0."""
        found: dict[str, list[int]] = {}
        for number, cue in enumerate(self.cues):
            found.setdefault(plain_words(cue.text), []).append(number)
        return found

    @cached_property
    def speakers(self) -> tuple[str, ...]:
        """Everyone who is named as a speaker, in the order of their first words."""
        return tuple(dict.fromkeys(name for cue in self.cues for name in cue.speakers))

    def at(self, time_s: float) -> tuple[Cue, ...]:
        """The cues on screen at *time_s* seconds, oldest first."""
        last = bisect_right(self._starts, time_s)
        first = bisect_right(self._starts, time_s - self._longest_s - 1e-9)
        return tuple(cue for cue in self.cues[max(first - 1, 0) : last] if cue.start_s <= time_s < cue.end_s)
