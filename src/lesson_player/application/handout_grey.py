"""A lesson's pictures as a printer without colours has them, so that what is looked at is what comes out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage

from lesson_player.handouts.grey import grey_svg
from lesson_player.handouts.handout import Ink
from lesson_player.handouts.pictures import BITMAP_SIDE, Drawing

if TYPE_CHECKING:
    from lesson_player.handouts.pictures import Drawings

_LEAST = 700
"""Pixels of a drawing that cannot be made grey as it is: some 200 dots an inch beside a line."""


class GreyDrawings:
    """The pictures of *drawings* in greys."""

    def __init__(self, drawings: Drawings) -> None:
        self._drawings = drawings

    def drawing(self, picture_id: str) -> Drawing | None:
        """The picture in greys; a PNG where its SVG cannot be changed."""
        found = self._drawings.drawing(picture_id)
        if found is None:
            return None
        if found.suffix != ".svg":
            return Drawing(_grey(found.data), found.suffix)
        grey = grey_svg(found.data)
        if grey is not None:
            return Drawing(grey, found.suffix)
        bitmap = self.bitmap(picture_id, _LEAST)
        return Drawing(bitmap, ".png") if bitmap is not None else None

    def bitmap(self, picture_id: str, side: int = BITMAP_SIDE) -> bytes | None:
        """The picture as PNG in greys."""
        found = self._drawings.bitmap(picture_id, side)
        return _grey(found) if found is not None else None


def in_ink(drawings: Drawings, ink: Ink) -> Drawings:
    """*drawings* as the printer's *ink* has them."""
    return GreyDrawings(drawings) if ink is Ink.GREY else drawings


def _grey(data: bytes) -> bytes:
    """A PNG in greys, as transparent as before."""
    image = QImage.fromData(data).convertToFormat(QImage.Format.Format_ARGB32)
    clear = image.convertToFormat(QImage.Format.Format_Alpha8)
    grey = image.convertToFormat(QImage.Format.Format_Grayscale8).convertToFormat(QImage.Format.Format_RGB32)
    grey.setAlphaChannel(clear)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    grey.save(buffer, "PNG")  # type: ignore[call-overload,unused-ignore]
    return bytes(buffer.data().data())
