"""What is handed out, and how: version, form, kinds, paper, ink, Braille, pages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.braille import Grade
from lesson_player.handouts.handout import Ink, Paper
from lesson_player.handouts.kinds import KINDS
from lesson_player.operations.handout_copies import CopyWish, Form
from lesson_player.ui.handouts.page_numbers import read_pages
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.check_chip import CheckRow
from lesson_player.ui.widgets.choice_chip import ChoiceRow
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.text_field import TextField

if TYPE_CHECKING:
    from collections.abc import Sequence

_PAPERS = (Paper.A4, Paper.A5)
_INKS = (Ink.COLOUR, Ink.GREY)
_GRADES = (Grade.CONTRACTED, Grade.UNCONTRACTED)


@dataclass(frozen=True, slots=True)
class Asked:
    """All that was chosen."""

    version: int
    """Its place in the list of versions."""
    wish: CopyWish


class HandoutChoices(QWidget):
    """The choices from top to bottom; what makes no difference to the chosen form is not shown."""

    changed = Signal()
    """Something else is to be made: not the pages, which are chosen among what was made."""

    def __init__(self, versions: Sequence[tuple[str, str]], first: int, *, may_save: bool) -> None:
        """*versions*: titles and what each is for; *first*: the chosen one; *may_save*: else paper alone."""
        super().__init__()
        self._forms = tuple(Form) if may_save else (Form.PDF,)
        self.versions = ChoiceRow(tr("Version"), tuple(versions), first=first)
        self.form = ChoiceRow(tr("As"), tuple(_form_words(form) for form in self._forms))
        self.kinds = CheckRow(tr("What"), tuple((kind.id, kind.title, kind.about) for kind in KINDS))
        self.kinds.show_on((KINDS[0].id,))
        self.paper = ChoiceRow(tr("Paper"), (("A4", ""), ("A5", tr("Where a handout can be had on A5."))))
        self.ink = ChoiceRow(tr("Ink"), ((tr("Colour"), ""), (tr("Grey"), "")))
        self.grade = ChoiceRow(tr("Braille"), _grade_words())
        self.pages = TextField(tr("Pages to print; all where nothing is written"), longest=80)
        self.about = label("", Type.MINOR, role=Role.QUIET)
        self._page_words = label("", Type.MINOR, role=Role.QUIET)
        self._pages_title = label(tr("Pages to print"), Type.LABEL, role=Role.QUIET)
        self._put_together()
        self._show_form()

    @property
    def asked(self) -> Asked:
        """What is chosen now."""
        chosen = tuple(name for name, chip in self.kinds.chips.items() if chip.isChecked())
        wish = CopyWish(
            form=self.chosen_form,
            kinds=chosen,
            paper=_PAPERS[self.paper.index],
            ink=_INKS[self.ink.index],
            grade=_GRADES[self.grade.index],
        )
        return Asked(self.versions.index, wish)

    @property
    def chosen_form(self) -> Form:
        """The kind of file."""
        return self._forms[self.form.index]

    def chosen_pages(self, count: int) -> tuple[int, ...] | None:
        """Which of *count* pages are to be printed; None where that makes no sense, and it is said below."""
        found = read_pages(self.pages.text(), count)
        wrong = found if isinstance(found, str) else ""
        self._page_words.setText(wrong or _page_help())
        self._page_words.setForegroundRole((Role.WARM if wrong else Role.QUIET).value)
        return None if isinstance(found, str) else found

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        for words in (self.about, self._pages_title, self._page_words):
            words.setContentsMargins(px(6), 0, 0, 0)
        self._page_words.setText(_page_help())
        above: tuple[QWidget, ...] = (self.versions, self.form, self.about, self.kinds, self.grade)
        for part in above:
            column.addWidget(part)
        beside = QHBoxLayout()
        beside.setSpacing(px(24))
        for row in (self.paper, self.ink):
            beside.addWidget(row, 1)
        column.addLayout(beside)
        below: tuple[QWidget, ...] = (self._pages_title, self.pages, self._page_words)
        for part in below:
            column.addWidget(part)
        column.addStretch(1)
        self.versions.setVisible(len(self.versions.chips) > 1)
        self.form.setVisible(len(self._forms) > 1)
        self.form.chosen.connect(self._show_form)
        for row in (self.versions, self.form, self.paper, self.ink, self.grade):
            row.chosen.connect(lambda _index: self.changed.emit())
        self.kinds.switched.connect(lambda _name, _on: self.changed.emit())

    def _show_form(self) -> None:
        form = self.chosen_form
        self.about.setText(_about(form))
        self.about.setVisible(bool(self.about.text()))
        self.kinds.setVisible(form in {Form.PDF, Form.WEB})
        self.grade.setVisible(form is Form.BRAILLE)
        for part in (self.paper, self.ink, self._pages_title, self.pages, self._page_words):
            part.setVisible(form is Form.PDF)


def _form_words(form: Form) -> tuple[str, str]:
    return {
        Form.PDF: (tr("Paper or PDF"), tr("Printed here, or saved as PDF.")),
        Form.WEB: (tr("Web page"), _about(Form.WEB)),
        Form.SLIDES: (tr("PowerPoint"), _about(Form.SLIDES)),
        Form.BRAILLE: (tr("Braille"), _about(Form.BRAILLE)),
    }[form]


def _about(form: Form) -> str:
    return {
        Form.PDF: "",
        Form.WEB: tr(
            "One file for any browser, with pictures inside. Pupils can enlarge it and type into it."
        ),
        Form.SLIDES: tr("The slides of the lesson to change as you like, your notes below each of them."),
        Form.BRAILLE: tr(
            "What pupils read, for a Braille display or an embosser: 40 cells, 25 lines. A computer made it: "
            "have a Braille reader look at it before a pupil does."
        ),
    }[form]


def _grade_words() -> tuple[tuple[str, str], ...]:
    return (
        (tr("Contracted (grade 2)"), tr("With the signs for groups of letters and whole words.")),
        (tr("Uncontracted (grade 1)"), tr("Letter by letter.")),
    )


def _page_help() -> str:
    return tr("All, or such as 1-3, 5. Files are always saved whole.")
