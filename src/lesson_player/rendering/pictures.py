"""The lesson's pictures, drawn once for each size and kept.

A picture that is missing, broken, too large or unsafe is never an exception on the class screen: the painter
shows a quiet box with the picture's words instead.
"""

from __future__ import annotations

import logging
from collections import OrderedDict
from threading import Lock
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QImage, QImageReader, QPainter
from PySide6.QtSvg import QSvgRenderer

from lesson_player.foundation.svg import SvgRefused, check_svg

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

_log = logging.getLogger(__name__)

LARGEST_BITMAP_FILE = 20_000_000
"""Bytes."""
LARGEST_BITMAP = 40_000_000
"""Pixels before scaling: a photograph from any telephone, not a picture made to fill the memory."""
LARGEST_SIDE = 4096
"""Pixels of a drawn picture."""
_KEPT_BYTES = 128_000_000
_FORMATS = frozenset({b"png", b"jpeg", b"jpg", b"webp", b"bmp", b"gif"})

_Source = QSvgRenderer | QImage
_Key = tuple[str, int, int, str]


class PictureStore:
    """Pictures by id. *resolve* gives a picture's file, or what would stand in it; None where there is none.

    Safe to prefetch from a worker thread while the window paints.
    """

    def __init__(self, resolve: Callable[[str], Path | bytes | None]) -> None:
        self._resolve = resolve
        self._sources: dict[str, _Source | None] = {}
        self._drawn: OrderedDict[_Key, QImage] = OrderedDict()
        self._bytes = 0
        self._lock = Lock()

    def image(self, picture_id: str, width: int, height: int, tint: str = "") -> QImage | None:
        """The picture as large as it fits into *width* by *height* pixels; None when it cannot be shown.

        *tint* is the colour of the sheet that it is seen through, ``#RRGGBB``; empty for none.
        """
        width, height = min(width, LARGEST_SIDE), min(height, LARGEST_SIDE)
        if width < 1 or height < 1:
            return None
        key = (picture_id, width, height, tint)
        with self._lock:
            if key in self._drawn:
                self._drawn.move_to_end(key)
                return self._drawn[key]
            if picture_id not in self._sources:
                self._sources[picture_id] = self._load(picture_id)
            source = self._sources[picture_id]
            if source is None:
                return None
            drawn = _drawn(source, width, height)
            if tint:
                drawn = _under(drawn, tint)
            self._keep(key, drawn)
            return drawn

    def prefetch(self, ids: Iterable[str], size: tuple[int, int], tint: str = "") -> None:
        """Draw pictures before they are wanted, each to fit *size* (width and height in pixels)."""
        for picture_id in ids:
            self.image(picture_id, *size, tint)

    def forget(self) -> None:
        """Read the files anew from now on, as after a picture was changed."""
        with self._lock:
            self._sources.clear()
            self._drawn.clear()
            self._bytes = 0

    def _keep(self, key: _Key, drawn: QImage) -> None:
        self._drawn[key] = drawn
        self._bytes += drawn.sizeInBytes()
        while self._bytes > _KEPT_BYTES and len(self._drawn) > 1:
            _, old = self._drawn.popitem(last=False)
            self._bytes -= old.sizeInBytes()

    def _load(self, picture_id: str) -> _Source | None:
        found = self._resolve(picture_id)
        try:
            if found is None:
                return None
            data = found if isinstance(found, bytes) else _read(found, LARGEST_BITMAP_FILE)
            named_svg = not isinstance(found, bytes) and found.suffix.lower() == ".svg"
            return _svg(data) if named_svg or data.lstrip()[:1] == b"<" else _bitmap(data)
        except (OSError, ValueError) as error:
            # In words: whoever keeps the record would keep the error, and with it those who paint.
            _log.warning("The picture %s cannot be shown: %s", picture_id, str(error))
            return None


def _svg(data: bytes) -> QSvgRenderer:
    check_svg(data)
    renderer = QSvgRenderer()
    renderer.setAnimationEnabled(False)
    if not renderer.load(QByteArray(data)) or not renderer.isValid():
        raise SvgRefused("it cannot be drawn")
    renderer.setAspectRatioMode(Qt.AspectRatioMode.KeepAspectRatio)
    return renderer


def _bitmap(data: bytes) -> QImage:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    if reader.format().data() not in _FORMATS:
        raise ValueError("it is not a picture of a known kind")
    size = reader.size()
    if size.width() * size.height() > LARGEST_BITMAP or not size.isValid():
        raise ValueError("it has too many pixels")
    image = reader.read()
    if image.isNull():
        raise ValueError(reader.errorString())
    bound = QSize(LARGEST_SIDE, LARGEST_SIDE)
    if image.width() > LARGEST_SIDE or image.height() > LARGEST_SIDE:
        image = image.scaled(
            bound, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def _read(path: Path, most: int) -> bytes:
    with path.open("rb") as file:
        data = file.read(most + 1)
    if len(data) > most:
        raise ValueError("the file is too large")
    return data


def _drawn(source: _Source, width: int, height: int) -> QImage:
    if isinstance(source, QImage):
        return source.scaled(
            width, height, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    size = source.viewBoxF().size() if source.viewBoxF().isValid() else source.defaultSize().toSizeF()
    fitted = size.scaled(width, height, Qt.AspectRatioMode.KeepAspectRatio).toSize().expandedTo(QSize(1, 1))
    image = QImage(fitted, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(0)
    with QPainter(image) as painter:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        source.render(painter, QRectF(0, 0, fitted.width(), fitted.height()))
    return image


def _under(image: QImage, tint: str) -> QImage:
    """The picture as it looks through a sheet of that colour, as transparent as before."""
    alpha = image.convertToFormat(QImage.Format.Format_Alpha8)
    seen = image.convertToFormat(QImage.Format.Format_ARGB32).convertToFormat(QImage.Format.Format_RGB32)
    with QPainter(seen) as painter:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Multiply)
        painter.fillRect(seen.rect(), QColor(tint))
    seen.setAlphaChannel(alpha)
    return seen.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
