"""A lesson's pictures for handouts: an SVG as it is, once it was checked; anything else drawn anew by us."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice

from lesson_player.handouts.pictures import BITMAP_SIDE, Drawing
from lesson_player.rendering.pictures import PictureStore

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QImage

    from lesson_player.model.bundle import LessonBundle

_SVG = ".svg"


class LessonDrawings:
    """The pictures of one lesson. Whether one is safe to draw is the class screen's own judgement."""

    def __init__(self, bundle: LessonBundle) -> None:
        self._path = bundle.picture_path
        self._store = PictureStore(bundle.picture_path)
        self._made: dict[str, Drawing | None] = {}

    def drawing(self, picture_id: str) -> Drawing | None:
        """The picture as SVG where it is one, else as PNG; None where it cannot be shown."""
        if picture_id not in self._made:
            self._made[picture_id] = self._make(picture_id)
        return self._made[picture_id]

    def bitmap(self, picture_id: str, side: int = BITMAP_SIDE) -> bytes | None:
        """The picture as PNG, *side* pixels wide or high."""
        image = self._store.image(picture_id, side, side)
        return None if image is None else _png(image)

    def _make(self, picture_id: str) -> Drawing | None:
        if self._store.image(picture_id, 8, 8) is None:
            return None
        path = self._path(picture_id)
        svg = _svg(path) if path is not None else None
        if svg is not None:
            return Drawing(svg, _SVG)
        png = self.bitmap(picture_id)
        return Drawing(png, ".png") if png is not None else None


def _svg(path: Path) -> bytes | None:
    """The file where it is an SVG; the store has looked at its size and at what is in it."""
    data = path.read_bytes()
    return data if path.suffix.lower() == _SVG or data.lstrip()[:1] == b"<" else None


def _png(image: QImage) -> bytes:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload,unused-ignore]
    return bytes(buffer.data().data())
