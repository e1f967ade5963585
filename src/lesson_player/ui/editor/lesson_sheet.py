"""The lesson as a whole, where it is edited itself: its name, and the words that stand around its steps."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.adapting.version_edits import ChangeWording
from lesson_player.control.editing import actions
from lesson_player.control.editing.view import FieldKey, FieldView, Owner
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import Wording
from lesson_player.ui.editor.field_box import FieldBox
from lesson_player.ui.presenter.caption_choices import Choice, ValueRow
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from collections.abc import Iterator

    from PySide6.QtCore import SignalInstance
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.controller import EditingController
    from lesson_player.model.lesson import Line


class LessonSheet(TallSheet):
    """Every word holds at once."""

    picture_asked = Signal()
    """Another picture for the lesson is wanted."""
    services_asked = Signal()
    """The lesson's services are wanted."""

    def __init__(self, over: QWidget, controller: EditingController) -> None:
        super().__init__(over, tr("This lesson"), width=900)
        self._controller = controller
        self.wording = ValueRow(
            tr("Words that you write now"),
            (Choice(Wording.STANDARD, tr("Standard wording")), Choice(Wording.EASY, tr("Easy read"))),
        )
        advice = tr("A line without easy-read words is read as it stands.")
        self.picture_button = WordButton(tr("Picture of the lesson…"))
        self.services_button = WordButton(tr("Services that help…"))
        self.fields = tuple(FieldBox(view) for view in self._views())
        card = label(tr("If a pupil tells you something"), Type.TITLE)
        for box in self.fields:
            if box.key.id == controller.opened.lesson.disclosure.lines[0].id:
                self.lines.addWidget(card)
            self.lines.addWidget(box)
            if box.key.field == "about":
                self.lines.addWidget(self.wording)
                self.lines.addWidget(label(advice, Type.MINOR, role=Role.QUIET))
        self.buttons.insertWidget(0, self.picture_button)
        self.buttons.insertWidget(1, self.services_button)
        self._connect()
        self._show()

    def first_control(self) -> QWidget:
        """The title."""
        return self.fields[0].field

    def _views(self) -> Iterator[FieldView]:
        lesson, own = self._controller.opened.lesson, self._controller.opened.adaptation
        yield FieldView(FieldKey(Owner.VERSION, own.id, "title"), tr("Title of the lesson"), own.title)
        about = FieldKey(Owner.VERSION, own.id, "about")
        yield FieldView(about, tr("What it is for, for the teacher"), own.about, longest=2000)
        if lesson.footer is not None:
            yield self._line(lesson.footer, tr("At the foot of every slide"))
        yield self._line(lesson.calm, tr("The calm screen"))
        yield self._line(lesson.hidden, tr("While the screen is hidden"))
        for number, line in enumerate(lesson.disclosure.lines, start=1):
            yield self._line(line, tr("Line {n} of the card for teachers", n=number))

    def _line(self, line: Line, words: str) -> FieldView:
        wording = self._controller.source().wording
        field = self._controller.source().words_field("text", "easy")
        return FieldView(FieldKey(Owner.LINE, line.id, field), words, line.words(wording))

    def _connect(self) -> None:
        self._controller.edited.connect(self._show)
        for box in self.fields:
            box.written.connect(self._write)
        self.wording.picked.connect(lambda value: self._controller.edit(ChangeWording(Wording(str(value)))))
        self.picture_button.clicked.connect(lambda: self._leave_for(self.picture_asked))
        self.services_button.clicked.connect(lambda: self._leave_for(self.services_asked))

    def _write(self, key: FieldKey, words: str) -> None:
        actions.write(self._controller, key, words)

    def _leave_for(self, asked: SignalInstance) -> None:
        self.close_sheet()
        asked.emit()

    def _show(self) -> None:
        for box, view in zip(self.fields, self._views(), strict=True):
            box.show_field(view)
        self.wording.show_value(self._controller.source().wording)
