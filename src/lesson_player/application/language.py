"""The language that the user has chosen, for the program's words and for the direction of its windows."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from lesson_player.foundation.languages import KEY, SECTION, SYSTEM, is_right_to_left, speak

if TYPE_CHECKING:
    from lesson_player.foundation.settings import Settings


def speak_as_chosen(settings: Settings) -> str:
    """Speak the language that *settings* name; windows that open afterwards have it. Gives its code."""
    code = speak(str(settings.section(SECTION).get(KEY, SYSTEM)))
    direction = Qt.LayoutDirection
    QGuiApplication.setLayoutDirection(
        direction.RightToLeft if is_right_to_left(code) else direction.LeftToRight
    )
    return code
