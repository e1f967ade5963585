"""The middle of the editor: everything that can be changed in one step."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.adapting.step_edits import ChangeStep
from lesson_player.control.editing import actions, lesson_actions
from lesson_player.control.editing.view import Owner
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.field_box import FieldBox
from lesson_player.ui.editor.film_part import FilmPartRows
from lesson_player.ui.editor.group_box import GroupBox
from lesson_player.ui.editor.minutes_row import MinutesRow
from lesson_player.ui.presenter.caption_choices import Choice, ValueRow
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.check_chip import CheckRow
from lesson_player.ui.widgets.scrolling import Page
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from lesson_player.adapting.easy_read.finding import Finding
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.control.editing.view import FieldKey, StepFields
    from lesson_player.rendering.pictures import PictureStore
    from lesson_player.ui.editor.line_box import LineBox


_STANDARD = {"easy": "text", "reply_easy": "reply"}
"""Where there is no easy-read wording, it is the standard one that is read."""


class StepPage(Page):
    """Made anew for each step, and shown anew after each edit of it."""

    def __init__(self, controller: EditingController, pictures: PictureStore) -> None:
        super().__init__()
        self._controller, self._pictures = controller, pictures
        step = controller.view.step
        self.kept = shape_of(step)
        """What the page is made for; where it is another, a new page is needed."""
        self.state = label("", Type.STRONG, role=Role.WARM)
        self.title, self.now = FieldBox(step.title), FieldBox(step.now)
        self.minutes = MinutesRow()
        self.reveal = self._reveal_row() if step.reveal else None
        self.film = FilmPartRows(step.film) if step.film else None
        self.services = self._services_row() if step.services else None
        self.groups = tuple(GroupBox(group, pictures) for group in step.groups)
        self.notes = tuple(FieldBox(field) for field in step.notes)
        self._put_together()
        self._connect()
        self.show_step(step)

    @property
    def fields(self) -> Iterator[FieldBox]:
        """Every field from top to bottom."""
        yield self.title
        for line in self.lines:
            yield from line.fields
        yield self.now
        yield from self.notes

    @property
    def lines(self) -> Iterator[LineBox]:
        """Every line from top to bottom."""
        for group in self.groups:
            yield from group.lines

    def show_step(self, step: StepFields) -> None:
        """Show how the step stands now; its `shape_of` is the same as when the page was made."""
        self.state.setText(
            tr("Hidden from the class. Alt Delete shows it again.") if step.hidden else step.fixed
        )
        self.state.setVisible(bool(self.state.text()))
        self.title.show_field(step.title)
        self.now.show_field(step.now)
        self.minutes.show_minutes(step.minutes, step.base_minutes)
        if self.reveal is not None:
            self.reveal.show_value(step.reveal)
        if self.film is not None and step.film is not None:
            self.film.show_part(step.film)
        if self.services is not None:
            self.services.show_on(tuple(one.id for one in step.services if one.named))
        for box, group in zip(self.groups, step.groups, strict=True):
            box.show_group(group)
        for note, view in zip(self.notes, step.notes, strict=True):
            note.show_field(view)

    def show_found(self, found: Iterable[Finding]) -> None:
        """Say below each field what was found in it."""
        words: dict[tuple[str, str], list[str]] = {}
        for one in found:
            said = f"{one.reason} {one.suggestion}".strip()
            words.setdefault((one.where.line, one.where.field), []).append(said)
        for box in self.fields:
            line = box.key.id if box.key.owner is Owner.LINE else ""
            field = box.key.field if box.key.owner in {Owner.LINE, Owner.STEP} else "?"
            fields = (field, _STANDARD.get(field, field))
            box.show_found(
                "\n".join(said for name in dict.fromkeys(fields) for said in words.get((line, name), ()))
            )

    def box_of(self, key: FieldKey) -> FieldBox | None:
        """The box of a field."""
        return next((box for box in self.fields if box.key == key), None)

    def line_of(self, widget: QWidget | None) -> LineBox | None:
        """The line in which a widget stands."""
        return next((box for box in self.lines if widget is not None and box.isAncestorOf(widget)), None)

    def take_focus(self, line: str = "") -> None:
        """Put the cursor into a line, or into the title."""
        box = next((one for one in self.lines if one.line.id == line and one.fields), None)
        target: QWidget = self.title.field
        if box is not None:
            target = box.more if box.line.hidden else box.fields[0].field
        target.setFocus(Qt.FocusReason.TabFocusReason)

    def _connect(self) -> None:
        controller = self._controller
        for box in self.fields:
            box.written.connect(partial(actions.write, controller))
            box.reset_asked.connect(partial(actions.reset, controller))
            box.taken.connect(self._work_on)
        for group in self.groups:
            group.pause_asked.connect(partial(actions.hide_or_show_pause, controller))
        self.minutes.picked.connect(lambda value: self._change("minutes", value))
        if self.film is not None:
            self.film.picked.connect(self._change)

    def _change(self, field: str, value: object) -> None:
        self._controller.edit(ChangeStep(self._controller.place.step, field, value))  # type: ignore[arg-type]

    def _work_on(self, key: FieldKey) -> None:
        """The slide that shows the line is the one that is looked at."""
        place = self._controller.place
        self._controller.go(place.to_line(key.id if key.owner is Owner.LINE else ""))

    def _reveal_row(self) -> ValueRow:
        row = ValueRow(
            tr("Lines come"), (Choice("line", tr("One by one")), Choice("together", tr("Together")))
        )
        row.picked.connect(lambda value: self._change("reveal", value))
        return row

    def _services_row(self) -> CheckRow:
        choices = tuple((one.id, one.name, "") for one in self._controller.view.step.services)
        row = CheckRow(tr("Services on this slide"), choices)
        row.switched.connect(lambda name, on: lesson_actions.name_service(self._controller, name, named=on))
        return row

    def _put_together(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(px(20), px(12), px(20), px(20))
        column.setSpacing(px(10))
        for part in (self.state, self.title, *self.groups):
            column.addWidget(part)
        if self.services is not None:
            column.addWidget(self.services)
        column.addSpacing(px(10))
        column.addWidget(label(tr("How the step goes"), Type.TITLE))
        for row in (self.film, self.reveal, self.minutes, self.now):
            if row is not None:
                column.addWidget(row)
        column.addSpacing(px(10))
        column.addWidget(label(tr("Notes for the teacher alone"), Type.TITLE))
        column.addWidget(label(tr("A new line is a new point."), Type.MINOR, role=Role.QUIET))
        for note in self.notes:
            column.addWidget(note)
        column.addStretch(1)


def shape_of(step: StepFields) -> object:
    """What makes another page necessary: other lines, or other fields."""
    groups = tuple(
        (group.pause, bool(group.title), tuple((line.id, len(line.fields)) for line in group.lines))
        for group in step.groups
    )
    moments = step.film.moments if step.film is not None else ()
    services = tuple((one.id, one.name) for one in step.services)
    return (step.id, step.title.key, groups, moments, bool(step.reveal), services)
