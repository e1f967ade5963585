"""The picture of a lesson in the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainterPath
from PySide6.QtWidgets import QSizePolicy, QWidget

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import px
from lesson_player.ui.theme.roles import Role, colour

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtGui import QPaintEvent

    from lesson_player.rendering.pictures import PictureStore

WIDTH, HEIGHT = 220, 190
"""Of the picture, in pixels at 100 %."""


class LessonPicture(QWidget):
    """The picture on a soft ground; the ground alone where there is no picture."""

    def __init__(self, path: Path | None, pictures: PictureStore, words: str) -> None:
        super().__init__()
        self._path = path
        self._pictures = pictures
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        return QSize(px(WIDTH), px(HEIGHT))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), px(12), px(12))
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), colour(self, Role.SOFT))
        ratio = self.devicePixelRatioF()
        side = round(min(self.width(), self.height()) * ratio)
        image = self._pictures.image(str(self._path), side, side) if self._path is not None else None
        if image is None:
            return
        size = image.size() / ratio
        target = QRectF(0, 0, size.width(), size.height())
        target.moveCenter(QRectF(self.rect()).center())
        painter.drawImage(target, image)
