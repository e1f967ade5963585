"""What a scene knows while it is drawn: how late it is, who is speaking, and which words to show."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from film_maker.picture.ink import ease
from film_maker.timeline import TimedScene

BLINK_EVERY = 4.3
BLINK_SECONDS = 0.18
EYES_OPEN_AT_END = 1.2
"""Nobody blinks so shortly before a scene ends: its picture may be held for minutes."""
MOUTH_MOVES_A_SECOND = 2.6


@dataclass(frozen=True, slots=True)
class Stage:
    """One instant of one scene; ``time`` is in seconds from the scene's start."""

    timed: TimedScene
    time: float
    words: Mapping[str, str]

    @property
    def length(self) -> float:
        """How long the scene lasts in seconds."""
        return self.timed.end - self.timed.start

    def start_of(self, line: str) -> float:
        """When a line starts, in seconds from the scene's start."""
        return next(timed.start for timed in self.timed.lines if timed.line.id == line) - self.timed.start

    def word_of(self, line: str, number: int) -> float:
        """When a word of a line is spoken, in seconds from the scene's start; the first word is number 0."""
        timed = next(timed for timed in self.timed.lines if timed.line.id == line)
        return timed.words[min(number, len(timed.words) - 1)].start - self.timed.start

    def since(self, line: str, seconds: float = 0.8, *, early: float = 0) -> float:
        """0 until a line starts (or ``early`` seconds before), then gently up to 1 in ``seconds``."""
        return ease((self.time - self.start_of(line) + early) / seconds)

    def after(self, moment: float, seconds: float = 0.8) -> float:
        """0 until a moment of the scene, then gently up to 1 in ``seconds``."""
        return ease((self.time - moment) / seconds)

    def speaking(self, name: str) -> float:
        """How far open the speaker's mouth is, from 0 to 1."""
        now = self.timed.start + self.time
        for timed in self.timed.lines:
            if timed.line.by == name and timed.start <= now <= timed.end:
                for word in timed.words:
                    if word.start - 0.02 <= now <= word.end:
                        return 0.25 + 0.75 * abs(
                            math.sin(math.pi * MOUTH_MOVES_A_SECOND * (now - word.start) + 0.4)
                        )
        return 0.0

    def blink(self, phase: float = 0) -> bool:
        """Whether someone's eyes are shut; people with different phases blink apart."""
        if self.time > self.length - EYES_OPEN_AT_END:
            return False
        return (self.time + phase) % BLINK_EVERY > BLINK_EVERY - BLINK_SECONDS


Drawing = Callable[[Stage], str]


@dataclass(frozen=True, slots=True)
class Picture:
    """How a scene is drawn: a backdrop that stays, and what moves in front of it."""

    backdrop: Drawing
    action: Drawing
    chimes: tuple[str, ...] = ()
    """Lines at whose start a message comes in."""
