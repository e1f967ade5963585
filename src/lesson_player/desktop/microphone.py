"""The microphone: what it hears, kept in memory alone, and how loud it is."""

from __future__ import annotations

import logging
from array import array
from contextlib import nullcontext
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtMultimedia import QAudioFormat, QAudioSource, QMediaDevices, QtAudio

from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from contextlib import AbstractContextManager

    from PySide6.QtCore import QIODevice
    from PySide6.QtMultimedia import QAudioDevice

_LOG = logging.getLogger(__name__)
_RATES = (24_000, 48_000)
"""Samples a second, the best one first: recordings are kept with 24,000."""
_MOST_BYTES = 40_000_000
"""Of sound in memory: more than a minute in any form that a microphone gives."""
_FULL = 32_768
_Kinds = QAudioFormat.SampleFormat


class Microphone(QObject):
    """The microphone that the computer uses. Nothing is heard but between `start` and `stop`."""

    level = Signal(float)
    """The loudest sample of the last moment, 0 to 1."""
    failed = Signal(str)
    """One sentence why nothing is heard any more."""

    def __init__(
        self,
        parent: QObject | None = None,
        quietly: Callable[[], AbstractContextManager[None]] = nullcontext,
    ) -> None:
        """*quietly* keeps remarks of Qt's sound module off the terminal, on computers without any sound."""
        super().__init__(parent)
        self._quietly = quietly
        self._source: QAudioSource | None = None
        self._stream: QIODevice | None = None
        self._format = QAudioFormat()
        self._heard = bytearray()

    def why_not(self) -> str:
        """One sentence why there is none; empty where there is."""
        if self._device().isNull():
            return tr(
                "No microphone is connected to this computer, or the computer does not let programs use it. "
                "Connect one, then open this again."
            )
        return ""

    def start(self) -> None:
        """Begin to hear."""
        device = self._device()
        if device.isNull():
            self.failed.emit(self.why_not())
            return
        self._format = _format_for(device)
        self._heard = bytearray()
        self._source = QAudioSource(device, self._format, self)
        stream: QIODevice | None = self._source.start()
        if stream is None or self._source.error() is not QtAudio.Error.NoError:
            _LOG.warning("The microphone cannot be used: %s", self._source.error())
            self.failed.emit(_trouble())
            return
        self._stream = stream
        stream.readyRead.connect(self._read)
        self._source.stateChanged.connect(self._on_state)

    def stop(self) -> tuple[bytes, int]:
        """Hear no more; gives what was heard, mono of signed 16 bit, and its samples a second."""
        source, self._source = self._source, None
        if source is not None:
            self._read()
            self._stream = None
            source.stop()
            source.deleteLater()
        heard, self._heard = bytes(self._heard), bytearray()
        return as_mono(heard, self._format), self._format.sampleRate()

    def _device(self) -> QAudioDevice:
        with self._quietly():
            return QMediaDevices.defaultAudioInput()

    def _read(self) -> None:
        if self._stream is None:
            return
        piece = bytes(self._stream.readAll().data())
        if piece and len(self._heard) < _MOST_BYTES:
            self._heard += piece
            samples = array("h", as_mono(piece, self._format))
            self.level.emit(max((abs(one) for one in samples), default=0) / _FULL)

    def _on_state(self) -> None:
        source = self._source
        if source is not None and source.state() is QtAudio.State.StoppedState:
            _LOG.warning("The microphone stopped: %s", source.error())
            self.failed.emit(_trouble())


def as_mono(heard: bytes, form: QAudioFormat) -> bytes:
    """What a microphone gave as one channel of signed 16-bit samples: the first of its channels."""
    size, channels = form.bytesPerSample(), form.channelCount()
    if not size or not channels:
        return b""
    whole = heard[: len(heard) // (size * channels) * size * channels]
    match form.sampleFormat():
        case _Kinds.Int16:
            return array("h", whole)[::channels].tobytes()
        case _Kinds.Int32:
            return array("h", (one >> 16 for one in array("i", whole)[::channels])).tobytes()
        case _Kinds.UInt8:
            return array("h", ((one - 128) << 8 for one in whole[::channels])).tobytes()
        case _:
            floats = array("f", whole)[::channels]
            return array("h", (round(max(-1.0, min(1.0, one)) * (_FULL - 1)) for one in floats)).tobytes()


def _format_for(device: QAudioDevice) -> QAudioFormat:
    """One channel of 16 bit where the microphone gives that; else whatever it likes best."""
    for rate in _RATES:
        wanted = QAudioFormat()
        wanted.setSampleRate(rate)
        wanted.setChannelCount(1)
        wanted.setSampleFormat(_Kinds.Int16)
        if device.isFormatSupported(wanted):
            return wanted
    return device.preferredFormat()


def _trouble() -> str:
    return tr(
        "The microphone could not be heard: another program may be using it, or the computer does not let "
        "programs use it. Nothing was recorded."
    )
