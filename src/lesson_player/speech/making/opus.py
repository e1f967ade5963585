"""Sound as Opus in an Ogg file (RFC 7845), made in a process of its own, and decoded again to be measured.

``lesson-player encode-sound RATE``: standard input is mono sound, signed 16 bit; standard output is one JSON
object with the file as base64 and what was measured in it.
"""

from __future__ import annotations

import base64
import io
import json
import sys
from array import array
from dataclasses import asdict
from fractions import Fraction
from typing import Final

import av
from av.audio.resampler import AudioResampler

from lesson_player.speech.making.sound import measured

_BITS_A_SECOND: Final = 24_000
"""As the recordings of lessons have it (docs/decisions/0020)."""
_OPUS_RATE: Final = 24_000
_DECODED_RATE: Final = 48_000
_FRAME: Final = 480
_EXACT: Final = {"fflags": "+bitexact"}


def main(rate: int) -> int:
    """Encode standard input; gives the exit code."""
    pcm = sys.stdin.buffer.read()
    opus = encoded(pcm, rate)
    facts = measured(decoded(opus), _DECODED_RATE)
    sys.stdout.write(json.dumps({"opus": base64.b64encode(opus).decode("ascii"), **asdict(facts)}))
    return 0


def encoded(pcm: bytes, rate: int) -> bytes:
    """Mono sound, signed 16 bit, as an Opus file without dates or chance in it."""
    target = io.BytesIO()
    with av.open(target, "w", format="opus", options=_EXACT) as file:
        stream = file.add_stream("libopus", rate=_OPUS_RATE)
        stream.layout = "mono"
        stream.bit_rate = _BITS_A_SECOND
        stream.options = {"application": "audio", "vbr": "on"}
        resampler = AudioResampler(format="s16", layout="mono", rate=_OPUS_RATE, frame_size=_FRAME)
        sound = _frame(pcm, rate)
        for given in (sound, None):
            for part in resampler.resample(given):
                file.mux(stream.encode(part))
        file.mux(stream.encode(None))
    return target.getvalue()


def decoded(opus: bytes) -> array[float]:
    """The samples of an Opus file, at 48 kHz, full scale being 1.0."""
    samples = array("f")
    with av.open(io.BytesIO(opus), "r") as file:
        resampler = AudioResampler(format="flt", layout="mono", rate=_DECODED_RATE)
        for frame in file.decode(audio=0):
            for part in resampler.resample(frame):
                samples.frombytes(bytes(part.planes[0])[: part.samples * 4])
    return samples


def _frame(pcm: bytes, rate: int) -> av.AudioFrame:
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(pcm) // 2)
    frame.sample_rate = rate
    frame.pts = 0
    frame.time_base = Fraction(1, rate)
    padded = pcm + bytes(frame.planes[0].buffer_size - len(pcm))
    frame.planes[0].update(padded)
    return frame
