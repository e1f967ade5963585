"""Which sound outputs there are, and a soft sound to try one."""

from __future__ import annotations

import array
import math

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QObject
from PySide6.QtMultimedia import QAudioDevice, QAudioFormat, QAudioSink, QMediaDevices, QtAudio

_RATE = 48_000
_NOTES = ((392.0, 0.0), (493.9, 0.35), (587.3, 0.7))
"""Hertz, and the second at which each note begins: a rising chord of G, one note after the other."""
_LASTS_S = 1.6
_LOUDEST = 0.12
"""Of full scale (-18 dB): soft beside a film, whose speech peaks near full scale."""
_FADE_IN_S = 0.05
_FADE_OUT_S = 0.5


def sound_outputs() -> tuple[str, ...]:
    """Names of the sound outputs, the one in use first; none where the machine has no sound.

    Two outputs of one name cannot be told apart by a teacher, so the name stands once.
    """
    default = QMediaDevices.defaultAudioOutput()
    others = [device for device in QMediaDevices.audioOutputs() if device != default]
    found = [device for device in (default, *others) if not device.isNull()]
    return tuple(dict.fromkeys(device.description() for device in found))


class SoundTest(QObject):
    """Plays a soft rising chord on one output."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._sink: QAudioSink | None = None
        self._buffer = QBuffer(self)

    def play(self, name: str) -> bool:
        """Play it on the output of that name, or on the one in use for an empty name; False without one."""
        self.stop()
        device = _output_named(name)
        if device.isNull():
            return False
        if self._buffer.data().isEmpty():
            # Reckoned once somebody wants to hear it: it costs more than the question that offers it.
            self._buffer.setData(QByteArray(soft_chord()))
        self._sink = QAudioSink(device, _format(), self)
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self._sink.start(self._buffer)
        return self._sink.error() is QtAudio.Error.NoError

    def stop(self) -> None:
        """Be silent."""
        if self._sink is not None:
            self._sink.stop()
            self._sink.deleteLater()
            self._sink = None
        self._buffer.close()


def soft_chord() -> bytes:
    """The test sound: one channel of 16-bit samples."""
    samples = array.array(
        "h", (round(32_767 * _at(index / _RATE)) for index in range(round(_LASTS_S * _RATE)))
    )
    return samples.tobytes()


def _at(moment_s: float) -> float:
    fade = min(1.0, (_LASTS_S - moment_s) / _FADE_OUT_S)
    waves = (_note(hertz, moment_s - begin_s) for hertz, begin_s in _NOTES)
    return _LOUDEST / len(_NOTES) * fade * sum(waves)


def _note(hertz: float, since_s: float) -> float:
    """One note, -1 to 1; it comes up softly."""
    return min(1.0, max(0.0, since_s) / _FADE_IN_S) * math.sin(math.tau * hertz * since_s)


def _output_named(name: str) -> QAudioDevice:
    named = (device for device in QMediaDevices.audioOutputs() if device.description() == name)
    return next(named, QAudioDevice()) if name else QMediaDevices.defaultAudioOutput()


def _format() -> QAudioFormat:
    wanted = QAudioFormat()
    wanted.setSampleRate(_RATE)
    wanted.setChannelCount(1)
    wanted.setSampleFormat(QAudioFormat.SampleFormat.Int16)
    return wanted
