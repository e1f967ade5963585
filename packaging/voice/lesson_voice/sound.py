"""Encode spoken lines as Opus, and measure what came out."""

from __future__ import annotations

import math
import shutil
import subprocess
from array import array
from collections.abc import Sequence
from dataclasses import dataclass
from operator import mul

from lesson_voice import VoiceNotRecorded

RATE = 24_000
DECODED_RATE = 48_000
LEAD_SECONDS = 0.1
"""Silence put before every line: sound outputs may swallow the first moment after they wake up."""
ENCODING = (
    *("-c:a", "libopus", "-b:a", "24k", "-vbr", "on", "-ac", "1", "-application", "audio"),
    *("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-f", "opus"),
)
"""Opus, mono, about 24 kbit/s; without dates or chance, so that the same sound gives the same bytes."""
QUIET = 1e-2
"""Of the loudest sample: 40 dB below it nothing is heard."""
WINDOW = DECODED_RATE // 20


@dataclass(frozen=True, slots=True)
class Measured:
    """One decoded recording."""

    seconds: float
    peak: float
    """The loudest sample, where 1.0 is full scale."""
    level: float
    """Power of the louder half of its twentieths of a second, in dB of full scale."""
    lead: float
    """Silence before the first sound, in seconds."""


def find_ffmpeg() -> str:
    """The ffmpeg program. Raises :class:`VoiceNotRecorded` with one line when it cannot make Opus."""
    program = shutil.which("ffmpeg")
    if program is None:
        raise VoiceNotRecorded("ffmpeg is missing: it makes Opus files. On Debian: apt-get install ffmpeg")
    encoders = subprocess.run([program, "-hide_banner", "-encoders"], capture_output=True, check=False).stdout
    if b" libopus " not in encoders:
        raise VoiceNotRecorded("This ffmpeg cannot make Opus files: it was built without libopus.")
    return program


def encode(program: str, pcm: bytes) -> bytes:
    """Raw sound (mono, 24 kHz, signed 16 bit) as an Opus file, after `LEAD_SECONDS` of silence."""
    lead = bytes(round(LEAD_SECONDS * RATE) * 2)
    raw = ("-f", "s16le", "-ar", str(RATE), "-ac", "1", "-i", "pipe:0")
    return _ffmpeg(program, (*raw, *ENCODING, "pipe:1"), lead + pcm)


def measure(program: str, opus: bytes) -> Measured:
    """Decode an Opus file and measure it."""
    wanted = ("-f", "f32le", "-ar", str(DECODED_RATE), "-ac", "1")
    samples = array("f", _ffmpeg(program, ("-i", "pipe:0", *wanted, "pipe:1"), opus))
    highest, lowest = max(samples), min(samples)
    peak = max(highest, -lowest)
    first = next(number for number, sample in enumerate(samples) if abs(sample) > peak * QUIET)
    powers = sorted(
        sum(map(mul, part, part)) / len(part)
        for start in range(0, len(samples), WINDOW)
        if len(part := samples[start : start + WINDOW]) == WINDOW
    )
    loud = powers[len(powers) // 2 :]
    level = 10 * math.log10(sum(loud) / len(loud))
    return Measured(len(samples) / DECODED_RATE, peak, level, first / DECODED_RATE)


def _ffmpeg(program: str, arguments: Sequence[str], given: bytes) -> bytes:
    command = [program, "-hide_banner", "-loglevel", "error", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    if done.returncode != 0 or not done.stdout:
        said = done.stderr.decode(errors="replace").strip() or "no reason given"
        raise VoiceNotRecorded(f"ffmpeg failed: {said.splitlines()[-1]}")
    return done.stdout
