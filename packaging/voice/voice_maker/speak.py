"""Turn a line of text into sound with word times."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np

from voice_maker import SAMPLE_RATE
from voice_maker.engine import SAMPLES_PER_FRAME, Engine, Samples
from voice_maker.pronounce import SpokenWord, pronounce, sentences

SPACE = 16
"""The vocabulary number of the gap between two words."""
LEAD_SECONDS = 0.06
TAIL_SECONDS = 0.16
FADE_SECONDS = 0.01
HEARD_SHARE = 1e-4
"""Of the loudest power: 40 dB below it."""
MAX_PITCH_CHANGE = 0.15
PADDING_FRAMES = 12
"""Frames of 25 ms before the first sound. With 6 it is cut off, with 20 there is a sound before it."""
LAST_SOUND_FRAMES = 6.5
"""For the last sound of a sentence, at the voice's own pace: a sixth of a second."""
SPEECH_LEVEL = -20.0
"""Level of the louder half of a line, in dB of full scale."""
HIGHEST_PEAK = 0.95


@dataclass(frozen=True, slots=True)
class Line:
    """One line to speak.

    ``speed`` 1.0 is the voice's own pace. ``pitch`` 1.05 makes the voice five per cent higher and its
    owner sound younger; the pace stays. ``pause`` is the rest between two sentences, in seconds.
    """

    text: str
    voice: str
    speed: float = 1.0
    pitch: float = 1.0
    pause: float = 0.5
    sayings: Mapping[str, str] = field(default_factory=dict)
    crisp: bool | None = None
    """True takes the surplus out of the first and the last sound of every sentence; see `_crisp`."""


@dataclass(frozen=True, slots=True)
class WordTime:
    """A word as written, and when it is heard, in seconds from the start of the recording."""

    text: str
    start: float
    end: float


@dataclass(frozen=True, slots=True)
class Recording:
    """Mono sound at 24 kHz (signed 16 bit, little endian) and the time of each word in it."""

    pcm: bytes
    words: tuple[WordTime, ...]

    @property
    def seconds(self) -> float:
        """How long the recording lasts."""
        return len(self.pcm) / 2 / SAMPLE_RATE


def speak(engine: Engine, line: Line) -> Recording:
    """Speak one line, sentence by sentence. Raises ``ValueError`` when there is nothing to say."""
    parts = sentences(line.text)
    if not parts:
        raise ValueError("There is no text to speak.")
    if abs(line.pitch - 1) > MAX_PITCH_CHANGE:
        raise ValueError(f"A pitch of {line.pitch} would no longer sound like a person.")
    sound: list[Samples] = []
    words: list[WordTime] = []
    at = 0.0
    for number, part in enumerate(parts):
        if number:
            rest = np.zeros(round(line.pause * SAMPLE_RATE), np.float32)
            sound.append(rest)
            at += len(rest) / SAMPLE_RATE
        samples, times = _sentence(engine, part, line)
        sound.append(samples)
        words.extend(
            WordTime(time.text, round(at + time.start, 3), round(at + time.end, 3)) for time in times
        )
        at += len(samples) / SAMPLE_RATE
    return Recording(_as_pcm(_levelled(np.concatenate(sound))), tuple(words))


def _sentence(engine: Engine, text: str, line: Line) -> tuple[Samples, list[WordTime]]:
    words = pronounce(text, dict(line.sayings))
    phonemes, spans = _lay_out(words)
    speed = line.speed / line.pitch
    frames = engine.lengths(phonemes, line.voice, speed)
    if line.crisp:
        frames = _crisp(frames, max(last for first, last in spans if last > first), speed)
    samples = engine.sound(phonemes, line.voice, speed, frames)
    edges = np.concatenate([[0], np.cumsum(frames)]) * SAMPLES_PER_FRAME / line.pitch
    samples = _raise_pitch(samples, line.pitch)
    times = [
        WordTime(word.text, edges[first + 1] / SAMPLE_RATE, edges[last + 1] / SAMPLE_RATE)
        for word, (first, last) in zip(words, spans, strict=True)
    ]
    return _trim(samples, times)


def _crisp(frames: list[int], last: int, speed: float) -> list[int]:
    """The lengths with less padding before the first sound and a last one (number ``last``) of usual length.

    The network gives the last sound half a second, and fills it: "help" ends as "helper", "box" as "boxy". In
    a long padding it finds room for a sound of its own: "Tell" becomes "detail".
    """
    crisp = list(frames)
    crisp[0] = min(crisp[0], PADDING_FRAMES)
    crisp[last] = min(crisp[last], round(LAST_SOUND_FRAMES / speed))
    return crisp


def _lay_out(words: list[SpokenWord]) -> tuple[list[int], list[tuple[int, int]]]:
    phonemes: list[int] = []
    spans: list[tuple[int, int]] = []
    for word in words:
        if phonemes:
            phonemes.append(SPACE)
        spans.append((len(phonemes), len(phonemes) + len(word.phonemes)))
        phonemes.extend((*word.phonemes, *word.pause))
    return phonemes, spans


def _raise_pitch(samples: Samples, pitch: float) -> Samples:
    """Play the samples ``pitch`` times faster, by interpolating with a windowed sinc."""
    if pitch == 1:
        return samples
    positions = np.arange(int(len(samples) / pitch)) * pitch
    base = np.floor(positions).astype(np.int64)
    padded = np.pad(samples, 16)
    raised = np.zeros(len(positions), np.float64)
    for tap in range(-15, 17):
        distance = positions - (base + tap)
        weight = np.sinc(distance / pitch) / pitch * np.cos(np.clip(distance / 32, -0.5, 0.5) * np.pi) ** 2
        raised += padded[base + tap + 16] * weight
    return raised.astype(np.float32)


def _heard(samples: Samples) -> tuple[float, float]:
    """When a voice is first and last heard, in seconds: within 40 dB of the loudest hundredth of a second."""
    step = SAMPLE_RATE // 100
    power = np.add.reduceat(samples.astype(np.float64) ** 2, np.arange(0, len(samples), step))
    loud = np.flatnonzero(power > power.max() * HEARD_SHARE)
    return float(loud[0] / 100), float((loud[-1] + 1) / 100)


def _trim(samples: Samples, times: list[WordTime]) -> tuple[Samples, list[WordTime]]:
    """Cut the silence at both ends, and set the word times by what is heard.

    The network's lengths begin about 0.08 s after the sound, and the last phoneme takes in the silence.
    """
    heard, gone = _heard(samples)
    first = max(0, round((heard - LEAD_SECONDS) * SAMPLE_RATE))
    last = min(len(samples), round((gone + TAIL_SECONDS) * SAMPLE_RATE))
    kept = samples[first:last].copy()
    ramp = np.linspace(0, 1, round(FADE_SECONDS * SAMPLE_RATE), dtype=np.float32)
    kept[: len(ramp)] *= ramp
    kept[-len(ramp) :] *= ramp[::-1]
    shift = times[0].start - heard + first / SAMPLE_RATE
    end = gone - first / SAMPLE_RATE
    moved = [WordTime(time.text, min(time.start - shift, end), min(time.end - shift, end)) for time in times]
    moved[-1] = replace(moved[-1], end=end)
    return kept, moved


def _levelled(sound: Samples) -> Samples:
    """Bring every line to the same level: voices differ by 4 dB, and no one should seem to shout."""
    step = SAMPLE_RATE // 20
    power = np.sort(np.add.reduceat(sound.astype(np.float64) ** 2, np.arange(0, len(sound), step)) / step)
    loud = power[len(power) // 2 :].mean()
    gain = min(10 ** (SPEECH_LEVEL / 20) / np.sqrt(loud), HIGHEST_PEAK / np.abs(sound).max())
    levelled: Samples = (sound * gain).astype(np.float32)
    return levelled


def _as_pcm(sound: Samples) -> bytes:
    return (np.clip(sound, -1, 1) * 32767).astype("<i2").tobytes()
