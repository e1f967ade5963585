"""Putting a theme and a text scale onto the program."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtGui import QFont
from PySide6.QtWidgets import QStyleFactory

from lesson_player.model.theme import theme_named
from lesson_player.rendering import fonts
from lesson_player.ui.theme.measures import BASE_PX
from lesson_player.ui.theme.roles import palette_for

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

TYPEFACE = "atkinson"
"""Id of the typeface of the program's own windows."""


def apply_theme(app: QApplication, theme_id: str = "cream", scale: float = 1.0) -> None:
    """Dress the program's windows in the theme of that id, with text *scale* times the usual size.

    Colours change at once; sizes hold for windows opened afterwards. An unknown theme gives the default.
    """
    fonts.load_fonts()
    app.setStyle(QStyleFactory.create("Fusion"))
    typeface = QFont(fonts.family(TYPEFACE))
    typeface.setPixelSize(round(BASE_PX * scale))
    typeface.setFeature(QFont.Tag("tnum"), 1)
    app.setFont(typeface)
    app.setPalette(palette_for(theme_named(theme_id)))
