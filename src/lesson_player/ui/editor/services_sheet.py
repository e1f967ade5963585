"""The services that a lesson names on its help slides: who helps, how to reach them, and who checked that."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from lesson_player.control.editing import actions, lesson_actions
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.field_box import FieldBox
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.button_row import ButtonRow
from lesson_player.ui.widgets.tall_sheet import TallSheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.control.editing.controller import EditingController
    from lesson_player.model.services import SupportService


class ServicesSheet(TallSheet):
    """A help slide names those that are ticked on its own page; here they are written."""

    def __init__(self, over: QWidget, controller: EditingController) -> None:
        super().__init__(over, tr("Services that help"), width=900)
        self._controller = controller
        self.boxes: tuple[ServiceBox, ...] = ()
        self.add_button = WordButton(tr("Add a service"))
        advice = tr("Ring the number or look at the service’s own page before pupils see it.")
        self.lines.addWidget(label(advice, role=Role.QUIET))
        self._list = QVBoxLayout()
        self.lines.addLayout(self._list)
        self.lines.addStretch(1)
        self.buttons.insertWidget(0, self.add_button)
        self.add_button.clicked.connect(self._add)
        controller.edited.connect(self._show)
        self._show()

    def first_control(self) -> QWidget:
        """The name of the first service."""
        return self.boxes[0].fields[0].field if self.boxes else self.add_button

    def _add(self) -> None:
        if lesson_actions.add_service(self._controller):
            field = self.boxes[-1].fields[0].field
            field.setFocus(Qt.FocusReason.TabFocusReason)
            field.selectAll()

    def _show(self) -> None:
        services = lesson_actions.services(self._controller)
        if [one.id for one in services] != [box.service.id for box in self.boxes]:
            self._renew(services)
        for box, service in zip(self.boxes, services, strict=True):
            box.show_service(service)

    def _renew(self, services: tuple[SupportService, ...]) -> None:
        for box in self.boxes:
            self._list.removeWidget(box)
            box.hide()
            box.deleteLater()
        self.boxes = tuple(ServiceBox(self._controller, one) for one in services)
        for box in self.boxes:
            self._list.addWidget(box)
        if self.isVisible():
            self.first_control().setFocus(Qt.FocusReason.OtherFocusReason)


class ServiceBox(QWidget):
    """One service with its words, when it was checked, and a button to take it out."""

    def __init__(self, controller: EditingController, service: SupportService) -> None:
        super().__init__()
        self.service = service
        self.fields = tuple(FieldBox(view) for view in lesson_actions.service_fields(service))
        self.checked = label("", Type.MINOR, role=Role.QUIET)
        self.check_button = WordButton(tr("I checked it today"))
        self.drop_button = WordButton(tr("Take out"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, px(10), 0, px(4))
        column.setSpacing(px(6))
        buttons = ButtonRow((self.check_button, self.drop_button), centred=False)
        for part in (*self.fields, self.checked, buttons):
            column.addWidget(part)
        for box in self.fields:
            box.written.connect(partial(actions.write, controller))
        self.check_button.clicked.connect(lambda: lesson_actions.check_service(controller, service.id))
        self.drop_button.clicked.connect(lambda: lesson_actions.drop_service(controller, service.id))
        self.show_service(service)

    def show_service(self, service: SupportService) -> None:
        """Show what it says now."""
        self.service = service
        for box, view in zip(self.fields, lesson_actions.service_fields(service), strict=True):
            box.show_field(view)
        day = f"{service.last_checked:%d.%m.%Y}"
        words = tr("Nobody has confirmed this yet.") if service.check_before_use else ""
        self.checked.setText(" ".join(part for part in (words, tr("Last checked: {day}", day=day)) if part))
        for button in (self.check_button, self.drop_button):
            words = button.text()
            button.set_words(words, name=tr("{words}: {service}", words=words, service=service.name))
