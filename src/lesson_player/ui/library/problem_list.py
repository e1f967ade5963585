"""What is wrong with a lesson, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from lesson_player.model.problem import Problem

MOST = 8
"""Problems shown at once; the first ones are often the cause of the rest."""


class ProblemList(QWidget):
    """Each problem as what happened, what to do, and where."""

    def __init__(self, problems: tuple[Problem, ...], *, teachable: bool) -> None:
        super().__init__()
        head = (
            tr("This lesson can be taught. Somebody should look at this:")
            if teachable
            else tr("This lesson cannot be taught as it is. Nothing has been changed or lost.")
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(4), 0, 0)
        column.setSpacing(px(10))
        column.addWidget(label(head, Type.STRONG, role=Role.INK if teachable else Role.WARM))
        for problem in problems[:MOST]:
            column.addLayout(_lines(problem))
        left = len(problems) - MOST
        if left > 0:
            column.addWidget(label(tr_n("And {n} more.", "And {n} more.", left), role=Role.QUIET))


def _lines(problem: Problem) -> QVBoxLayout:
    lines = QVBoxLayout()
    lines.setSpacing(px(2))
    lines.addWidget(label(problem.sentence))
    if problem.remedy:
        lines.addWidget(label(tr("What to do: {remedy}", remedy=problem.remedy)))
    if problem.file:
        lines.addWidget(label(_place(problem), Type.MINOR, role=Role.QUIET))
    return lines


def _place(problem: Problem) -> str:
    if not problem.line:
        return problem.file
    return tr("{file}, line {line}", file=problem.file, line=problem.line)
