"""Labels in the program's type."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lesson_player.ui.theme.measures import Type, set_type
from lesson_player.ui.theme.roles import Role


def label(
    words: str = "", step: Type = Type.BODY, *, role: Role = Role.INK, parent: QWidget | None = None
) -> QLabel:
    """A label of plain words that wraps, in *step* of the type scale and the colour of *role*."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setForegroundRole(role.value)
    made.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    set_type(made, step)
    return made


def short_label(words: str = "", step: Type = Type.LABEL, *, role: Role = Role.QUIET) -> QLabel:
    """A label of a few words on one line."""
    made = label(words, step, role=role)
    made.setWordWrap(False)
    return made
