"""Encode spoken lines as Opus, and measure what came out."""

from __future__ import annotations

import shutil
import subprocess
from array import array
from collections.abc import Sequence

from lesson_player.speech.making.sound import LEAD_S, Measured, measured
from lesson_voice import VoiceNotRecorded

RATE = 24_000
DECODED_RATE = 48_000
LEAD_SECONDS = LEAD_S
ENCODING = (
    *("-c:a", "libopus", "-b:a", "24k", "-vbr", "on", "-ac", "1", "-application", "audio"),
    *("-map_metadata", "-1", "-fflags", "+bitexact", "-flags:a", "+bitexact", "-f", "opus"),
)
"""Opus, mono, about 24 kbit/s; without dates or chance, so that the same sound gives the same bytes."""


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
    return measured(samples, DECODED_RATE)


def _ffmpeg(program: str, arguments: Sequence[str], given: bytes) -> bytes:
    command = [program, "-hide_banner", "-loglevel", "error", *arguments]
    done = subprocess.run(command, input=given, capture_output=True, check=False)
    if done.returncode != 0 or not done.stdout:
        said = done.stderr.decode(errors="replace").strip() or "no reason given"
        raise VoiceNotRecorded(f"ffmpeg failed: {said.splitlines()[-1]}")
    return done.stdout
