"""What the class will see of the step, by the very layout of the class screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.rendering.layout import WIDE
from lesson_player.ui.presenter.next_picture import NextPicture
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.panel import Framed
from lesson_player.ui.widgets.text import label, short_label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from lesson_player.control.editing.view import Preview
    from lesson_player.rendering.pictures import PictureStore

_EDGE = 3
"""Width of the edge around the picture, in pixels at 100 %."""


class PreviewPanel(QWidget):
    """The picture, and buttons to the step's other slides."""

    slide_asked = Signal(int)
    """Which slide is wanted, counted from 0."""

    def __init__(self, pictures: PictureStore) -> None:
        super().__init__()
        self._preview: Preview | None = None
        self.heading = label(tr("The class will see"), Type.LABEL, role=Role.QUIET)
        self.picture = NextPicture(pictures)
        self.picture.stand_for(WIDE)
        self.frame = Framed(self.picture, Role.ACCENT, width=_EDGE)
        self.words = label("", role=Role.QUIET)
        self.back = WordButton("‹")
        self.on = WordButton("›")
        self.back.set_words("‹", name=tr("Slide before"))
        self.on.set_words("›", name=tr("Next slide"))
        self.place = short_label("")
        self.back.clicked.connect(lambda: self._ask(-1))
        self.on.clicked.connect(lambda: self._ask(1))
        self.frame.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._put_together()

    def show_preview(self, preview: Preview) -> None:
        """Show a slide, or why there is none."""
        self._preview = preview
        self.picture.show_view(preview.view)
        self.picture.setAccessibleName(
            tr("The class will see: {words}", words=_said(preview)) if preview.view else ""
        )
        self.frame.setVisible(preview.view is not None)
        self.words.setText(preview.words)
        self.words.setVisible(bool(preview.words))
        self.row.setVisible(preview.slides > 1)
        self.place.setText(tr("Slide {n} of {all}", n=preview.slide, all=preview.slides))
        self.back.setEnabled(preview.slide > 1)
        self.on.setEnabled(preview.slide < preview.slides)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The picture keeps the proportions of a class screen."""
        super().resizeEvent(event)
        self.frame.setFixedHeight(round((self.width() - 2 * px(_EDGE)) / WIDE) + 2 * px(_EDGE))

    def minimumSizeHint(self) -> QSize:
        return QSize(px(200), super().minimumSizeHint().height())

    def _ask(self, by: int) -> None:
        if self._preview is not None:
            self.slide_asked.emit(self._preview.slide - 1 + by)

    def _put_together(self) -> None:
        self.row = QWidget()
        row = QHBoxLayout(self.row)
        row.setContentsMargins(0, 0, 0, 0)
        row.addWidget(self.back)
        row.addWidget(self.place, 1, Qt.AlignmentFlag.AlignCenter)
        row.addWidget(self.on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(6))
        for part in (self.heading, self.frame, self.words, self.row):
            column.addWidget(part)


def _said(preview: Preview) -> str:
    """The slide in words, for those who do not see the picture."""
    view = preview.view
    if view is None:
        return preview.words
    slide = view.film.prompt if view.film is not None and view.film.prompt is not None else view.slide
    rows = [f"{row.lead} {row.text}".strip() for row in slide.rows if row.shown]
    cards = [card.text for card in slide.cards]
    return ". ".join(
        one.replace("**", "").rstrip(".") for one in (slide.heading, *rows, *cards, slide.reply) if one
    )
