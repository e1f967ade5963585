"""The picture of a line, which is pressed to choose another one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QSizePolicy

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, font, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from lesson_player.rendering.pictures import PictureStore

SIDE = 78
"""Of the button, in pixels at 100 %."""


class PictureButton(WordButton):
    """A picture on paper with a dashed edge; the words "No picture" where there is none."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__("")
        self._pictures = pictures
        self._picture = ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: str, alt: str, line: str) -> None:
        """Show another picture; *line* is how people know the line."""
        self._picture = picture
        about = alt or (tr("a picture without words") if picture else tr("none"))
        self.set_words("", name=tr("Picture of {line}: {alt}. Choose another", line=line, alt=about))
        self.setToolTip(tr("Choose another picture"))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(px(SIDE), px(SIDE))

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        room = drawing.ring_room()
        box = self.rect().adjusted(room, room, -room, -room)
        # Symbols have dark outlines, so light paper lies behind each in every theme.
        drawing.draw_box(painter, box, Qt.GlobalColor.white if self._picture else colour(self, Role.PAPER))  # type: ignore[arg-type]
        edge = colour(self, Role.ACCENT if self.underMouse() else Role.EDGE)
        painter.setPen(QPen(edge, px(2), Qt.PenStyle.DashLine))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(QRectF(box).adjusted(1, 1, -1, -1), px(10), px(10))
        if self.hasFocus():
            drawing.draw_ring(painter, self.rect(), colour(self, Role.ACCENT))
        inner = box.adjusted(px(5), px(5), -px(5), -px(5))
        ratio = self.devicePixelRatioF()
        side = round(inner.width() * ratio)
        image = self._pictures.image(self._picture, side, side) if self._picture else None
        if image is not None:
            size = image.size() / ratio
            target = QRectF(0, 0, size.width(), size.height())
            target.moveCenter(QRectF(inner).center())
            painter.drawImage(target, image)
            return
        painter.setPen(colour(self, Role.INK))
        painter.setFont(font(Type.SMALL))
        painter.drawText(inner, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, tr("No picture"))
