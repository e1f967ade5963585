"""A true picture of the class screen on a sheet, beside what is chosen there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.presenter.view_sheet import ViewSheet
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.class_picture import ClassPicture
from lesson_player.ui.widgets.panel import Framed
from lesson_player.ui.widgets.scrolling import WIDTH
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtCore import QSize

    from lesson_player.control.teaching import TeachingController
    from lesson_player.rendering.pictures import PictureStore

_EDGE = 3
"""Width of the edge around the picture, in pixels at 100 %."""
_WIDE = 1120
"""Of the sheet, in pixels at 100 %."""
_PICTURE, _LEAST_CHOICES = 400, 340
"""Widths of the picture and, least, of the choices beside it; where they do not fit, it goes before them."""


class ExamplePicture(QWidget):
    """The class screen in a frame, and below it that it is the class screen."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__()
        self._aspect = 16 / 9
        self.picture = ClassPicture(pictures)
        self._frame = Framed(self.picture, Role.ACCENT, width=_EDGE)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(px(8))
        self.column.addWidget(self._frame)
        self.column.addWidget(
            label(tr("What you choose is on the class screen at once."), Type.MINOR, role=Role.QUIET)
        )
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Preferred)

    def stand_for(self, screen: QSize) -> None:
        """Take on the proportions of the class screen."""
        if not screen.isEmpty():
            self._aspect = screen.width() / screen.height()
            self.picture.stand_for(self._aspect)

    def fit(self, width: int) -> None:
        """Be as wide as that, in pixels."""
        self.setFixedWidth(width)
        inner = width - 2 * px(_EDGE)
        self._frame.setFixedSize(width, round(inner / self._aspect) + 2 * px(_EDGE))


class ExampleSheet(ViewSheet):
    """A sheet of choices with a picture beside them; where the window is narrow, before them."""

    def __init__(
        self, over: QWidget, title: str, controller: TeachingController, preview: ExamplePicture
    ) -> None:
        super().__init__(over, title, controller, width=_WIDE)
        self.preview = preview
        at = self._column.indexOf(self._scroll)
        self._column.takeAt(at)
        self._beside = QHBoxLayout()
        self._beside.setSpacing(px(20))
        self._beside.addWidget(self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self._beside.addWidget(self._scroll, 1)
        self._column.insertLayout(at, self._beside, 1)

    def stand_for(self, screen: QSize) -> None:
        """Let the example have the proportions of the class screen."""
        self.preview.stand_for(screen)

    def _fit(self) -> None:
        room = self._over.rect()
        width = min(self._wide, room.width() - px(8))
        frame = self._column.contentsMargins()
        inner = width - frame.left() - frame.right()
        beside = inner >= px(_PICTURE + _LEAST_CHOICES)
        holder = self._beside if beside else self.lines
        if holder.indexOf(self.preview) < 0:
            holder.insertWidget(0, self.preview, 0, Qt.AlignmentFlag.AlignTop)
        self.preview.fit(px(_PICTURE) if beside else inner - px(WIDTH + 16))
        height = room.height() - px(8)
        self.setGeometry((room.width() - width) // 2, (room.height() - height) // 2, width, height)
