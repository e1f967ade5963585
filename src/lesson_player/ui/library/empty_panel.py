"""What stands in the library where there is no lesson yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout

from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.widgets.panel import Panel
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from pathlib import Path


class EmptyPanel(Panel):
    """Says where lessons are put, and looks again."""

    def __init__(self, folder: Path | None) -> None:
        super().__init__(corner=14)
        column = QVBoxLayout(self)
        column.setContentsMargins(px(24), px(24), px(24), px(24))
        column.addWidget(label(tr("There are no lessons here yet"), Type.CARD))
        where = str(folder) if folder is not None else tr("the lessons folder")
        column.addWidget(label(tr("Put a lesson’s folder into {where}. Then look again.", where=where)))
        self.button = WordButton(tr("Look again"))
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
