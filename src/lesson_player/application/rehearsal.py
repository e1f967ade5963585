"""Paints what a rehearsal asks for."""

from __future__ import annotations

import time
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

from lesson_player.foundation.i18n import tr
from lesson_player.operations.rehearse import Painted
from lesson_player.rendering.fonts import family
from lesson_player.rendering.layout import lay_out
from lesson_player.rendering.paint import to_image

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from lesson_player.model.slide import ClassView
    from lesson_player.rendering.pictures import PictureStore

_WIDTH, _HEIGHT = 1280, 720
_PNG_QUALITY = 75
"""Of Qt's 0 to 100: larger files, but written several times as fast as the smallest."""
_THUMB_W, _THUMB_H, _LABEL_H, _GAP, _COLUMNS = 320, 180, 34, 12, 6


class SlidePainter:
    """Paints views of the class screen off screen and saves them as PNG."""

    def __init__(self, pictures: PictureStore) -> None:
        self._pictures = pictures
        self._small: dict[Path, QImage] = {}

    def paint(self, view: ClassView, frame: object | None, path: Path | None) -> Painted:
        """Paint a view, and save it to *path* if one is given. Raises OSError when it cannot be saved."""
        picture = frame if isinstance(frame, QImage) else None
        started = time.perf_counter()
        image = to_image(view, _WIDTH, _HEIGHT, self._pictures, picture)
        took_ms = (time.perf_counter() - started) * 1000
        if path is not None:
            if not image.save(str(path), quality=_PNG_QUALITY):
                raise OSError(tr("The picture {name} could not be written.", name=path.name))
            self._small[path] = _thumbnail(image)
        problems = lay_out(view, _WIDTH, _HEIGHT).problems
        return Painted(tuple(f"{problem.sentence} {problem.remedy}".strip() for problem in problems), took_ms)

    def contact_sheet(self, pictures: Sequence[tuple[Path, str]], path: Path) -> None:
        """Small copies of all pictures with their captions. Raises OSError when it cannot be written."""
        rows = ceil(len(pictures) / _COLUMNS) or 1
        width = _COLUMNS * (_THUMB_W + _GAP) + _GAP
        sheet = QImage(width, rows * (_THUMB_H + _LABEL_H + _GAP) + _GAP, QImage.Format.Format_RGB32)
        sheet.fill(QColor("#FFFFFF"))
        painter = QPainter(sheet)
        font = QFont(family("atkinson"))
        font.setPixelSize(13)
        painter.setFont(font)
        painter.setPen(QColor("#1B2430"))
        for index, (file, label) in enumerate(pictures):
            x = _GAP + index % _COLUMNS * (_THUMB_W + _GAP)
            y = _GAP + index // _COLUMNS * (_THUMB_H + _LABEL_H + _GAP)
            small = self._small[file]
            painter.drawImage(QRect(x, y, small.width(), small.height()), small)
            words = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignTop
            painter.drawText(QRectF(x, y + _THUMB_H + 2, _THUMB_W, _LABEL_H), int(words), label)
        painter.end()
        if not sheet.save(str(path)):
            raise OSError(tr("The picture {name} could not be written.", name=path.name))


def _thumbnail(image: QImage) -> QImage:
    return image.scaled(
        _THUMB_W, _THUMB_H, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation
    )
