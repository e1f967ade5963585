"""Sound of one spoken line as samples: measured, trimmed, and brought to the loudness of all other lines."""

from __future__ import annotations

import math
from array import array
from dataclasses import dataclass
from operator import mul
from typing import Final

LEAD_S: Final = 0.1
"""Silence before every line, in seconds: sound outputs may swallow the first moment after they wake up."""
LEVEL_DB: Final = -20.5
LEVEL_SLACK_DB: Final = 1.5
"""Every line is equally loud: `LEVEL_DB` of full scale, give or take this."""
HIGHEST_PEAK: Final = 0.98
"""Of full scale: above it, sound would be clipped in a cheap output."""
_QUIET = 1e-2
"""Of the loudest sample: 40 dB below it nothing is heard."""
_FULL = 32_768
_AIM_PEAK = 0.95
_AIM_LEVEL_DB = -20.0
_FAINTEST_PEAK = 0.02
_LONGEST_CLIPPED_SHARE = 0.002
_ROOM = 0.04
"""Of the loudest sample: a room is as loud as that between words, 28 dB below them."""
_BEFORE_S, _AFTER_S, _FADE_S = 0.06, 0.2, 0.01


@dataclass(frozen=True, slots=True)
class Measured:
    """One sound."""

    seconds: float
    peak: float
    """The loudest sample, where 1.0 is full scale."""
    level: float
    """Power of the louder half of its twentieths of a second, in dB of full scale."""
    lead: float
    """Silence before the first sound, in seconds."""


def measured(samples: array[float], rate: int) -> Measured:
    """Measure a mono sound whose full scale is 1.0. Raises ValueError for one without any sound."""
    highest = max(samples, default=0.0)
    peak = max(highest, -min(samples, default=0.0))
    if peak <= 0:
        raise ValueError("a sound that is silent")
    first = next(number for number, sample in enumerate(samples) if abs(sample) > peak * _QUIET)
    return Measured(len(samples) / rate, peak, level_db(samples, rate), first / rate)


def level_db(samples: array[float], rate: int) -> float:
    """How loud speech is: the power of the louder half of its twentieths of a second, in dB of full scale."""
    window = rate // 20
    parts = (samples[start : start + window] for start in range(0, len(samples), window))
    powers = sorted(sum(map(mul, part, part)) / len(part) for part in parts if len(part) == window)
    loud = powers[len(powers) // 2 :]
    power = sum(loud) / len(loud) if loud else 0.0
    return 10 * math.log10(power) if power > 0 else -math.inf


def as_numbers(pcm: bytes) -> array[float]:
    """Signed 16-bit samples as numbers whose full scale is 1.0."""
    return array("f", (sample / _FULL for sample in array("h", pcm[: len(pcm) // 2 * 2])))


def with_lead(pcm: bytes, rate: int) -> bytes:
    """Signed 16-bit mono sound after `LEAD_S` of silence."""
    return bytes(round(LEAD_S * rate) * 2) + pcm


@dataclass(frozen=True, slots=True)
class Prepared:
    """What a microphone heard, without the wait before and after it, as loud as every other line."""

    pcm: bytes
    """Signed 16-bit mono."""
    start_s: float
    """When the voice begins in it."""
    end_s: float
    """When it is over."""


class NotUsable(Exception):
    """What a microphone heard is no line: too faint, or cut off by its own loudness."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why
        """``faint`` or ``loud``."""


def prepared(pcm: bytes, rate: int) -> Prepared:
    """The spoken line in what a microphone heard: signed 16-bit mono. Raises NotUsable."""
    samples = as_numbers(pcm)
    loudness = [abs(one) for one in samples]
    peak = max(loudness, default=0.0)
    if peak < _FAINTEST_PEAK:
        raise NotUsable("faint")
    if sum(1 for one in loudness if one > 1 - 2 / _FULL) > _LONGEST_CLIPPED_SHARE * len(loudness):
        raise NotUsable("loud")
    heard = [number for number, one in enumerate(loudness) if one > peak * _ROOM]
    first = max(0, heard[0] - round(_BEFORE_S * rate))
    last = min(len(samples), heard[-1] + round(_AFTER_S * rate))
    kept = samples[first:last]
    gain = min(10 ** ((_AIM_LEVEL_DB - level_db(kept, rate)) / 20), _AIM_PEAK / peak)
    for number in range(ramp := min(round(_FADE_S * rate), len(kept) // 2)):
        kept[number] *= number / ramp
        kept[-1 - number] *= number / ramp
    loud = array("h", (round(max(-1.0, min(1.0, one * gain)) * (_FULL - 1)) for one in kept))
    return Prepared(loud.tobytes(), (heard[0] - first) / rate, (heard[-1] - first) / rate)


def faults(sound: Measured) -> tuple[str, ...]:
    """Why a recorded line cannot be kept, in words for a log; nothing when it is good."""
    found = {
        f"its loudest sample is at {sound.peak:.2f} of full scale": sound.peak > HIGHEST_PEAK,
        f"its level is {sound.level:.1f} dB": abs(sound.level - LEVEL_DB) > LEVEL_SLACK_DB,
        f"it starts after {sound.lead:.3f} s of silence": sound.lead < LEAD_S,
    }
    return tuple(fault for fault, there in found.items() if there)
