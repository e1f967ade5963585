"""Labels in the program's type."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QWidget

from lesson_player.ui.theme.measures import Type, px, set_type
from lesson_player.ui.theme.roles import Role


class LineLabel(QLabel):
    """Words that would like to stand on one line, and wrap only where there is no such line."""

    def __init__(self, words: str = "", step: Type = Type.LABEL, *, role: Role = Role.INK) -> None:
        super().__init__(words)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWordWrap(True)
        self.setForegroundRole(role.value)
        set_type(self, step)

    def sizeHint(self) -> QSize:
        margins = self.contentsMargins()
        words = self.fontMetrics().size(Qt.TextFlag.TextSingleLine, self.text())
        return words.grownBy(margins) + QSize(1, 0)

    def minimumSizeHint(self) -> QSize:
        return QSize(min(px(44), self.sizeHint().width()), self.sizeHint().height())


def label(
    words: str = "", step: Type = Type.BODY, *, role: Role = Role.INK, parent: QWidget | None = None
) -> QLabel:
    """A label of plain words that wraps, in *step* of the type scale and the colour of *role*."""
    made = QLabel(words, parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setWordWrap(True)
    made.setForegroundRole(role.value)
    policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    set_type(made, step)
    return made


def short_label(words: str = "", step: Type = Type.LABEL, *, role: Role = Role.QUIET) -> QLabel:
    """A label of a few words on one line."""
    made = label(words, step, role=role)
    made.setWordWrap(False)
    return made
