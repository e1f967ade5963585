"""What is spoken: a text and, where somebody has recorded it, where its sound is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.model.voice import WordTime

SLOWEST, FASTEST = 0.7, 1.3
"""Speeds between which speech stays easy to follow; 1.0 is as recorded."""


@dataclass(frozen=True, slots=True)
class Sound:
    """A sound file, or a stretch of one. Times in seconds."""

    path: Path
    from_s: float = 0.0
    to_s: float | None = None
    """None: to the end of the file."""

    @property
    def seconds(self) -> float | None:
        """How long the stretch is at normal speed; None when only the file knows."""
        return None if self.to_s is None else max(self.to_s - self.from_s, 0.0)


@dataclass(frozen=True, slots=True)
class Utterance:
    """One text to be spoken in one go."""

    text: str
    language: str = "en-GB"
    sound: Sound | None = None
    """Its recording; None when a voice has to make the words itself."""
    words: tuple[WordTime, ...] = ()
    """When each word is heard, in seconds from the start of the sound's stretch; empty when not known."""


def within_speeds(rate: float) -> float:
    """*rate*, held between the slowest and the fastest speed."""
    return min(max(rate, SLOWEST), FASTEST)
