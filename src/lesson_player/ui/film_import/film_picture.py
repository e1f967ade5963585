"""One picture of a film, as large as its place allows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QSizePolicy, QWidget

from lesson_player.model.theme import FILM_GROUND, FILM_INK
from lesson_player.ui.theme.measures import Type, font, px

if TYPE_CHECKING:
    from PySide6.QtGui import QImage, QPaintEvent

_WIDE = 16 / 9
_LEAST_OF_WINDOW = 0.3
"""Share of the window's height that the picture gets, however large the words are."""


class FilmPicture(QWidget):
    """A frame on the film's dark ground; words where there is no frame."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._image: QImage | None = None
        self._shape = _WIDE
        self._words = ""
        self.setAccessibleName(name)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def show_image(self, image: QImage) -> None:
        """Show *image*, upright and with square pixels, as the engines give it."""
        self._image, self._words = image, ""
        shape = image.width() / max(1, image.height())
        if shape > 0 and abs(shape - self._shape) > 0.01:
            self._shape = shape
            self.updateGeometry()
        self.update()

    def show_words(self, words: str) -> None:
        """Say why there is no picture."""
        self._image, self._words = None, words
        self.update()

    @property
    def has_image(self) -> bool:
        """Whether a frame is shown."""
        return self._image is not None

    def fit_window(self, besides: int) -> None:
        """Be no larger than the window shows at once, with *besides* pixels at 100 % for all the rest."""
        high = self.window().height()
        self.setMaximumWidth(round(max(high - px(besides), high * _LEAST_OF_WINDOW) * _WIDE))

    def picture_rect(self) -> QRectF:
        """Where the frame is in this widget."""
        box = QRectF(self.rect())
        width = min(box.width(), box.height() * self._shape)
        found = QRectF(0, 0, width, width / self._shape)
        found.moveCenter(box.center())
        return found

    def sizeHint(self) -> QSize:
        return QSize(px(420), self.heightForWidth(px(420)))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(180), px(100))

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        # A portrait film would push everything below it out of sight.
        return round(min(width, self.maximumWidth()) / max(self._shape, _WIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor(FILM_GROUND))
        if self._image is not None:
            painter.drawImage(self.picture_rect(), self._image)
        elif self._words:
            painter.setPen(QColor(FILM_INK))
            painter.setFont(font(Type.BODY))
            inside = self.rect().adjusted(px(12), px(12), -px(12), -px(12))
            painter.drawText(inside, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
