"""A photo or drawing of the school's own, made ready for a lesson: safe, as large as a class screen needs,
and with nothing in it but what can be seen.

Photographs carry where and when they were taken and by which telephone (EXIF, GPS); none of it is kept. A
size that is too large is refused from the file's head, before anything is decoded.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QColorSpace, QImage, QImageReader, QPainter

from lesson_player.foundation.i18n import tr
from lesson_player.foundation.plain_svg import plain_svg
from lesson_player.foundation.svg import SvgRefused
from lesson_player.model.problem import Problem

LONGEST_SIDE = 1920
"""Pixels: as wide as most class screens, and half of the widest; a lesson's picture fills no more."""
LARGEST_FILE = 40_000_000
"""Bytes: a photograph from any telephone."""
MOST_PIXELS = 40_000_000
"""Decoded at once."""
MOST_JPEG_PIXELS = 130_000_000
"""Of a photograph: JPEG is made smaller while it is decoded."""
SMALL_PNG = 300_000
"""Bytes up to which a picture without transparency stays exact (PNG); larger ones are photographs (JPEG)."""
JPEG_QUALITY = 88
_FORMATS = frozenset({"png", "jpeg", "webp"})


@dataclass(frozen=True, slots=True)
class OwnPicture:
    """A picture that can be put into a lesson."""

    data: bytes
    ending: str
    """Of its file: ``svg``, ``png`` or ``jpg``."""


def own_picture(data: bytes) -> OwnPicture | Problem:
    """The picture in *data*, PNG, JPEG, WebP or SVG, made ready; or why it cannot be. Raises nothing."""
    if len(data) > LARGEST_FILE:
        return _too_large()
    if data.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] == b"<":
        try:
            return OwnPicture(plain_svg(data), "svg")
        except SvgRefused:
            return _unsafe()
    return _bitmap(data)


def own_image(image: QImage) -> OwnPicture | Problem:
    """A picture that was copied in another program, made ready; or why it cannot be."""
    if image.isNull():
        return _unreadable()
    if image.width() * image.height() > MOST_PIXELS:
        return _too_large()
    return _written(_seen(image))


def _bitmap(data: bytes) -> OwnPicture | Problem:
    buffer = QBuffer()
    buffer.setData(QByteArray(data))
    buffer.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(buffer)
    reader.setAutoTransform(True)
    kind = bytes(reader.format().data()).decode("ascii", errors="replace")
    size = reader.size()
    if kind not in _FORMATS or not size.isValid():
        return _unreadable()
    if size.width() * size.height() > (MOST_JPEG_PIXELS if kind == "jpeg" else MOST_PIXELS):
        return _too_large()
    if kind == "jpeg":
        reader.setScaledSize(_fitted(size))
    image = reader.read()
    return _written(_seen(image)) if not image.isNull() else _unreadable()


def _fitted(size: QSize) -> QSize:
    if max(size.width(), size.height()) <= LONGEST_SIDE:
        return size
    fitted = size.scaled(LONGEST_SIDE, LONGEST_SIDE, Qt.AspectRatioMode.KeepAspectRatio)
    return fitted.expandedTo(QSize(1, 1))


def _seen(image: QImage) -> QImage:
    """A new picture with the same colours and nothing else: notes and profiles are not copied."""
    if image.colorSpace().isValid():
        image = image.convertedToColorSpace(QColorSpace(QColorSpace.NamedColorSpace.SRgb))
    clear = image.hasAlphaChannel()
    size = _fitted(image.size())
    if size != image.size():
        image = image.scaled(
            size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation
        )
    fresh = QImage(size, QImage.Format.Format_ARGB32_Premultiplied if clear else QImage.Format.Format_RGB32)
    fresh.fill(Qt.GlobalColor.transparent if clear else Qt.GlobalColor.white)
    painter = QPainter(fresh)
    painter.drawImage(0, 0, image)
    painter.end()
    return fresh


def _written(image: QImage) -> OwnPicture | Problem:
    exact = _encoded(image, "PNG", -1)
    if exact and (image.hasAlphaChannel() or len(exact) <= SMALL_PNG):
        return OwnPicture(exact, "png")
    photo = _encoded(image, "JPG", JPEG_QUALITY)
    return OwnPicture(photo, "jpg") if photo else _unreadable()


def _encoded(image: QImage, kind: str, quality: int) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    written = image.save(buffer, kind, quality)  # type: ignore[call-overload,unused-ignore]
    return bytes(buffer.data().data()) if written else b""


def _too_large() -> Problem:
    return Problem(
        code="picture-too-large",
        sentence=tr("This picture is too large to be taken in."),
        remedy=tr("Make it smaller in another program, or take a picture of it with less detail."),
    )


def _unreadable() -> Problem:
    return Problem(
        code="picture-unreadable",
        sentence=tr("This cannot be read as a picture."),
        remedy=tr(
            "PNG, JPEG, WebP and SVG can be used. Open it in another program and save it as one of these."
        ),
    )


def _unsafe() -> Problem:
    return Problem(
        code="picture-unsafe",
        sentence=tr(
            "This drawing has something in it that cannot be shown safely, such as a script or a link."
        ),
        remedy=tr("Open it in a drawing program and save it as PNG."),
    )
