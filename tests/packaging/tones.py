"""A lesson of few lines, and a voice that says each word as a tone: recording without the speech network."""

from __future__ import annotations

import importlib
import math
from array import array
from collections.abc import Sequence
from pathlib import Path
from typing import Any

sound = importlib.import_module("lesson_voice.sound")
speech = importlib.import_module("lesson_voice.speech")

VOICE_TOML = """
[voice]
name = "bf_emma"
speed = 1.0
slowest = 0.5
pause = 0.4
most_words_a_minute = 170
[sayings]
"999" = "nine nine nine"
"""
LESSON_YAML = """
format: 1
id: tiny
title: Asking
about: A lesson for tests.
calm: {id: calm, text: A quiet moment.}
hidden: {id: hidden, text: Wait.}
disclosure: {title: A card, lines: [{id: card, text: Listen.}]}
steps:
  - id: welcome
    kind: rows
    title: Hello
    minutes: 1
    lines: [{id: one, text: Hello., easy: Wait a moment.}]
sittings: [{id: first, title: First, steps: [welcome]}]
"""
LEAD, WORD = 0.06, 0.4


def tone(words: int, speed: float, amplitude: float = 0.135) -> bytes:
    """A tone as long as that many words, with a little silence around it."""
    rate, rest = sound.RATE, array("h", bytes(2 * round(LEAD * sound.RATE)))
    samples = round(words * WORD / speed * rate)
    wave = array("h", (round(amplitude * 32767 * math.sin(n / 20)) for n in range(samples)))
    return (rest + wave + rest).tobytes()


class Tones:
    """Speaks a tone for every word, and remembers what it was asked for."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.amplitude = 0.135

    def __call__(self, lines: Sequence[dict[str, Any]], _store: Path) -> list[Any]:
        self.asked += [line["text"] for line in lines]
        return [self.spoken(line) for line in lines]

    def spoken(self, line: dict[str, Any]) -> Any:
        count, length = len(line["text"].split()), WORD / line["speed"]
        times = tuple((LEAD + n * length, LEAD + (n + 1) * length) for n in range(count))
        return speech.Spoken(tone(count, line["speed"], self.amplitude), times)
