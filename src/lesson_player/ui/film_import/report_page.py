"""What was found in the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.model.library import CheckLine, Readiness
from lesson_player.model.problem import Severity
from lesson_player.operations.film_import.report import facts_words, lengths_note, version_lines
from lesson_player.ui.film_import.page import AssistantPage
from lesson_player.ui.film_import.progress import WorkBar
from lesson_player.ui.library.readiness_panel import CheckRow
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lesson_player.model.problem import Problem
    from lesson_player.operations.film_import.survey import Survey


class ReportPage(AssistantPage):
    """While the files are looked at, how far that is; then what was found, with what to do."""

    look_asked = Signal()
    stop_asked = Signal()

    def __init__(self) -> None:
        super().__init__(tr("What is in the files"), "")
        self.survey: Survey | None = None
        self.bar = WorkBar(tr("Looking at the files"))
        self.column.addWidget(self.bar)
        self._found = QWidget()
        self._lines = QVBoxLayout(self._found)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(px(4))
        self.column.addWidget(self._found)
        self.column.addStretch(1)

    @property
    def ready(self) -> bool:
        return self.survey is not None and self.survey.usable

    def begin(self) -> None:
        self.look_asked.emit()

    def first_control(self) -> QWidget | None:
        return self.bar if self.survey is None else None

    def leave(self) -> None:
        if self.survey is None:
            self.stop_asked.emit()

    def wait(self) -> None:
        """Forget what was found before, and show that the files are being looked at."""
        self.survey = None
        self._clear()
        self.explained.setText(tr("Each film is decoded once from end to end. That takes a while."))
        self.bar.set_share(0)
        self.bar.show()
        self.changed.emit()

    def show_progress(self, share: float, words: str) -> None:
        """Show how far the look is."""
        self.bar.set_share(share)
        if words:
            self.explained.setText(words)

    def show_survey(self, survey: Survey) -> None:
        """Show what was found."""
        self.survey = survey
        self.bar.hide()
        self._clear()
        self.explained.setText(_summary(survey))
        for one in survey.versions.values():
            self._lines.addSpacing(px(8))
            self._lines.addWidget(label(f"{one.title}: {one.path.name}", Type.TITLE))
            for line in _version_rows(survey, one.version):
                self._lines.addWidget(CheckRow(line))
        for problem in survey.problems:
            self._lines.addWidget(CheckRow(_row(problem)))
        if note := lengths_note(survey):
            self._lines.addWidget(CheckRow(CheckLine(id="lengths", readiness=Readiness.GOOD, sentence=note)))
        announce(self, self.explained.text())
        self.changed.emit()

    def show_failure(self, words: str) -> None:
        """Say that the files could not be looked at."""
        self.bar.hide()
        self.explained.setText(words)
        self.changed.emit()

    def _clear(self) -> None:
        while (item := self._lines.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.hide()
                widget.deleteLater()


def _summary(survey: Survey) -> str:
    if not survey.usable:
        return tr(
            "The films cannot be put in like this. Go back and choose others: nothing has been changed."
        )
    if survey.all_problems:
        return tr("The films can be put in. Somebody should know this:")
    return tr("The films can be put in.")


def _version_rows(survey: Survey, version: str) -> Iterator[CheckLine]:
    one = survey.versions[version]
    for problem in sorted(one.problems, key=lambda problem: problem.severity is not Severity.ERROR):
        yield _row(problem)
    if one.facts is not None:
        yield _good(f"{version}-facts", facts_words(one.facts))
    for number, line in enumerate(version_lines(one)):
        yield _good(f"{version}-{number}", line)


def _good(name: str, sentence: str) -> CheckLine:
    return CheckLine(id=name, readiness=Readiness.GOOD, sentence=sentence)


def _row(problem: Problem) -> CheckLine:
    stops = problem.severity is Severity.ERROR
    return CheckLine(
        id=problem.code,
        readiness=Readiness.PROBLEM if stops else Readiness.WARNING,
        sentence=problem.sentence,
        remedy=problem.remedy,
    )
