"""A few words on a rounded ground."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.text import LineLabel

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent


class Chip(LineLabel):
    """States one thing; not to be pressed. A *warm* one asks for notice and has an edge besides."""

    def __init__(self, words: str = "", *, warm: bool = False) -> None:
        super().__init__(words, Type.LABEL, role=Role.WARM if warm else Role.INK)
        self._warm = warm
        self.setContentsMargins(px(12), px(4), px(12), px(4))

    def show_words(self, words: str) -> None:
        """Show *words*; no words, no chip."""
        self.setText(words)
        self.setVisible(bool(words))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = drawing.painter_on(self)
        fill = colour(self, Role.PAPER if self._warm else Role.SOFT)
        edge = colour(self, Role.WARM) if self._warm else None
        drawing.draw_box(painter, self.rect(), fill, edge, width=px(2), corner=14)
        painter.end()
        super().paintEvent(event)
