"""From a frame of Qt Multimedia to a picture, by the FFmpeg libraries that PySide6 itself brings.

Qt's own conversion without a graphics card goes pixel by pixel: it took more processor time than decoding
(42 % of the whole at 1080p25, docs/decisions/0021). ``libswscale``, which lies beside Qt's FFmpeg, does it
with the processor's vector instructions, and scales in the same pass. Where a frame is of a kind that is not
known here, or the library is missing, Qt's own conversion is used.
"""

from __future__ import annotations

import ctypes
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import PySide6
from PySide6.QtMultimedia import QtVideo, QVideoFrame, QVideoFrameFormat

from lesson_player.playback.pictures import PicturePool, scaled_into

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtGui import QImage

_BILINEAR = 2
_UNIT = 1 << 16
"""One, in the fixed point numbers of ``sws_setColorspaceDetails``."""
_READ_ONLY = QVideoFrame.MapMode.ReadOnly
_Format = QVideoFrameFormat.PixelFormat
_FFMPEG_NAMES = {
    _Format.Format_YUV420P: b"yuv420p",
    _Format.Format_YUV422P: b"yuv422p",
    _Format.Format_YUV420P10: b"yuv420p10le",
    _Format.Format_NV12: b"nv12",
    _Format.Format_P010: b"p010le",
}
_Space = QVideoFrameFormat.ColorSpace
_COEFFICIENTS = {_Space.ColorSpace_BT709: 1, _Space.ColorSpace_BT2020: 9}
_COEFFICIENTS_601 = 5
"""``SWS_CS_ITU709``, ``SWS_CS_BT2020`` and ``SWS_CS_ITU601`` of ``libswscale/swscale.h``."""
_HDR = frozenset(
    {
        QVideoFrameFormat.ColorTransfer.ColorTransfer_ST2084,
        QVideoFrameFormat.ColorTransfer.ColorTransfer_STD_B67,
    }
)

_Pointers = ctypes.c_void_p * 4
_Strides = ctypes.c_int * 4


class _Buffer(ctypes.Structure):
    """``Py_buffer``, as far as it is read here."""

    _fields_ = (("address", ctypes.c_void_p), ("rest", ctypes.c_byte * 256))


@dataclass(frozen=True, slots=True)
class _Kind:
    """All that a converter is made for."""

    name: bytes
    width: int
    height: int
    to_width: int
    to_height: int
    coefficients: int
    full_range: bool


class Converter:
    """Makes pictures from the frames of one film, no larger than the room they have on screen."""

    def __init__(self) -> None:
        self.room = (0, 0)
        """The most pixels that a picture has on screen; zeros for the film's own."""
        self._kind: _Kind | None = None
        self._context: int | None = None
        self._pool: PicturePool | None = None

    def image(self, frame: QVideoFrame) -> QImage:
        """The picture of a frame."""
        kind = _kind(frame, self.room)
        library = _swscale()
        if kind is None or library is None or not self._is_for(kind, library):
            return frame.toImage()
        copy = QVideoFrame(frame)
        if not copy.map(_READ_ONLY):
            return frame.toImage()
        try:
            return self._converted(copy, kind, library) or frame.toImage()
        finally:
            copy.unmap()

    def close(self) -> None:
        """Let go of the converter's memory; pictures that were handed out stay whole."""
        library = _swscale()
        if self._context is not None and library is not None:
            library.sws_freeContext(self._context)
        self._context, self._kind, self._pool = None, None, None

    def _is_for(self, kind: _Kind, library: ctypes.CDLL) -> bool:
        if kind != self._kind:
            self.close()
            self._context = _make(kind, library)
            self._kind = kind
            self._pool = PicturePool(kind.to_width, kind.to_height)
        return self._context is not None

    def _converted(self, frame: QVideoFrame, kind: _Kind, library: ctypes.CDLL) -> QImage | None:
        pool = self._pool
        ticket, block = pool.take() if pool is not None else (0, None)
        if pool is None or block is None or not ticket:
            return None
        planes, strides = _Pointers(), _Strides()
        with _addresses(frame) as addresses:
            for index, address in enumerate(addresses):
                planes[index], strides[index] = address, frame.bytesPerLine(index)
            into, into_strides = _Pointers(block.address), _Strides(block.stride)
            lines = library.sws_scale(self._context, planes, strides, 0, kind.height, into, into_strides)
        drawn = pool.drawn(ticket)
        return drawn.image() if drawn is not None and lines == kind.to_height else None


def _kind(frame: QVideoFrame, room: tuple[int, int]) -> _Kind | None:
    """What converts the frame; None for one that only Qt can convert, as in a graphics card or turned."""
    shape = frame.surfaceFormat()
    name = _FFMPEG_NAMES.get(frame.pixelFormat())
    turned = frame.rotation() != QtVideo.Rotation.None_ or shape.rotation() != QtVideo.Rotation.None_
    plain = frame.handleType() == QVideoFrame.HandleType.NoHandle and not turned
    if name is None or not plain or frame.mirrored() or shape.isMirrored() or shape.colorTransfer() in _HDR:
        return None
    width, height = frame.width(), frame.height()
    full_range = shape.colorRange() == QVideoFrameFormat.ColorRange.ColorRange_Full
    coefficients = _COEFFICIENTS.get(shape.colorSpace(), _COEFFICIENTS_601)
    return _Kind(name, width, height, *scaled_into(room, width, height, width), coefficients, full_range)


def _make(kind: _Kind, library: ctypes.CDLL) -> int | None:
    from_format, to_format = _pixel_format(kind.name), _pixel_format(b"bgra")
    if from_format < 0 or to_format < 0:
        return None
    context = library.sws_getContext(
        kind.width,
        kind.height,
        from_format,
        kind.to_width,
        kind.to_height,
        to_format,
        _BILINEAR,
        None,
        None,
        None,
    )
    if not context:
        return None
    table = library.sws_getCoefficients(kind.coefficients)
    library.sws_setColorspaceDetails(context, table, int(kind.full_range), table, 1, 0, _UNIT, _UNIT)
    return int(context)


@contextmanager
def _addresses(frame: QVideoFrame) -> Iterator[list[int]]:
    """Where the planes of a mapped frame lie in memory."""
    views, held = [frame.bits(index) for index in range(frame.planeCount())], []
    api = ctypes.pythonapi
    try:
        for view in views:
            buffer = _Buffer()
            api.PyObject_GetBuffer(ctypes.py_object(view), ctypes.byref(buffer), 0)
            held.append(buffer)
        yield [buffer.address for buffer in held]
    finally:
        for buffer in held:
            api.PyBuffer_Release(ctypes.byref(buffer))


@cache
def _library(name: str) -> ctypes.CDLL | None:
    """A library that Qt Multimedia has loaded by now; before, what it needs would not be found."""
    folder = Path(PySide6.__file__).parent
    found = [*folder.glob(f"Qt/lib/lib{name}.*"), *folder.glob(f"{name}-*.dll")]
    # The wheel holds a copy under each of a library's names; Qt loads the one with two full stops.
    for path in sorted(found, key=lambda path: path.name.count(".") != 2):
        try:
            return ctypes.CDLL(str(path))
        except OSError:
            continue
    return None


@cache
def _pixel_format(name: bytes) -> int:
    library = _library("avutil")
    return int(library.av_get_pix_fmt(name)) if library is not None else -1


@cache
def _swscale() -> ctypes.CDLL | None:
    """``libswscale`` with its functions described; None where PySide6 brings none."""
    library = _library("swscale")
    if library is None:
        return None
    number, pointer = ctypes.c_int, ctypes.c_void_p
    library.sws_getContext.restype = pointer
    library.sws_getContext.argtypes = (*(number,) * 7, pointer, pointer, pointer)
    library.sws_getCoefficients.restype = pointer
    library.sws_getCoefficients.argtypes = (number,)
    library.sws_setColorspaceDetails.argtypes = (pointer, pointer, number, pointer, *(number,) * 4)
    library.sws_scale.argtypes = (pointer, pointer, pointer, number, number, pointer, pointer)
    library.sws_freeContext.restype = None
    library.sws_freeContext.argtypes = (pointer,)
    return library
