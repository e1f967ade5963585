"""Make recorded British speech with word times, offline: text and a voice in, 24 kHz sound out.

Used when a film or a lesson is written, never when it is played. The voice is Kokoro-82M (Apache-2.0).
"""

from __future__ import annotations

SAMPLE_RATE = 24_000
"""Samples a second of everything that the voice maker returns; mono, signed 16 bit, little endian."""
