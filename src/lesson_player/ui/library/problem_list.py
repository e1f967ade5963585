"""What is wrong with a lesson, in plain words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr, tr_n
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from lesson_player.model.problem import Problem

MOST = 8
"""Problems shown at once; the first ones are often the cause of the rest."""


class ProblemList(QWidget):
    """What happened, what is safe, what to do next; then each problem, for whoever mends the lesson."""

    def __init__(self, problems: tuple[Problem, ...], *, teachable: bool) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(drawing.ring_room(), px(4), 0, 0)
        column.setSpacing(px(10))
        if teachable:
            column.addWidget(
                label(tr("This lesson can be taught. Somebody should look at this:"), Type.STRONG)
            )
        else:
            column.addWidget(label(_happened(problems), Type.STRONG, role=Role.WARM))
            column.addWidget(
                label(
                    tr(
                        "Nothing in it has been changed or lost, and your other lessons work. Show this card "
                        "to whoever wrote the lesson, or put back a copy of it that worked. Then look again."
                    )
                )
            )
            column.addWidget(label(tr("For whoever mends it"), Type.LABEL, role=Role.QUIET))
        for problem in problems[:MOST]:
            column.addLayout(_lines(problem))
        left = len(problems) - MOST
        if left > 0:
            column.addWidget(label(tr_n("And {n} more.", "And {n} more.", left), role=Role.QUIET))


def _happened(problems: tuple[Problem, ...]) -> str:
    files = {problem.file for problem in problems}
    if len(files) == 1 and (file := next(iter(files))):
        return tr_n(
            "This lesson cannot be opened: there is a mistake in its file {file}.",
            "This lesson cannot be opened: there are {n} mistakes in its file {file}.",
            len(problems),
            file=file,
        )
    return tr_n(
        "This lesson cannot be opened: there is a mistake in it.",
        "This lesson cannot be opened: there are {n} mistakes in it.",
        len(problems),
    )


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
