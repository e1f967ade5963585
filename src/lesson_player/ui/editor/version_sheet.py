"""The version as a whole: its name, wording, presets, look, and how its film is shown."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.adapting.version_edits import (
    ChangeFilm,
    ChangeLook,
    ChangePresets,
    ChangeWording,
)
from lesson_player.control.editing import actions
from lesson_player.control.editing.lines import field_view
from lesson_player.control.editing.view import Owner
from lesson_player.foundation.i18n import tr
from lesson_player.model.lesson import Wording
from lesson_player.ui.editor.field_box import FieldBox
from lesson_player.ui.presenter.appearance_choices import appearance_choices, preset_choices, preset_order
from lesson_player.ui.presenter.caption_choices import Choice, ValueRow
from lesson_player.ui.theme.measures import Type
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.check_chip import CheckRow
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.controller import EditingController
    from lesson_player.control.editing.view import FieldKey, FieldView

_NOT_SET = "not-set"
"""Stands for a field that the version leaves to presets, settings and the teacher."""


class VersionSheet(Sheet):
    """Every choice holds at once; the picture behind the sheet shows it when the sheet is closed."""

    def __init__(self, over: QWidget, controller: EditingController) -> None:
        super().__init__(over, tr("This version"), width=900)
        self._controller = controller
        self.name, self.about = (FieldBox(one) for one in self._fields())
        self.wording = ValueRow(
            tr("The class reads"),
            (Choice(Wording.STANDARD, tr("Standard wording")), Choice(Wording.EASY, tr("Easy read"))),
        )
        self.presets = CheckRow(tr("Presets, by need"), preset_choices())
        self.order = label("", Type.MINOR, role=Role.QUIET)
        usual = Choice(_NOT_SET, tr("As usual"), tr("The version leaves it to presets and settings."))
        self.looks = {one.field: ValueRow(one.title, (usual, *one.choices)) for one in appearance_choices()}
        self.films = {name: ValueRow(title, (usual, *choices)) for name, title, choices in self._film_rows()}
        self._put_together()
        self._connect()
        self._show()

    def first_control(self) -> QWidget:
        """The name."""
        return self.name.field

    def _fields(self) -> tuple[FieldView, FieldView]:
        version = self._controller.opened.adaptation
        name = field_view(Owner.VERSION, version.id, "title", tr("Name of the version"), version.title, None)
        about = field_view(
            Owner.VERSION, version.id, "about", tr("What it is for, by need"), version.about, None
        )
        return name, about

    def _film_rows(self) -> list[tuple[str, str, tuple[Choice, ...]]]:
        film = self._controller.bundle.films.get(self._controller.opened.base.film or "")
        if film is None:
            return []
        versions = film.film.versions
        tracks = {track.id: track.title for one in versions.values() for track in one.captions}
        on_off = (Choice(True, tr("On")), Choice(False, tr("Off")))
        rows: list[tuple[str, str, tuple[Choice, ...]]] = []
        if len(versions) > 1:
            rows.append(
                ("version", tr("Film"), tuple(Choice(name, one.title) for name, one in versions.items()))
            )
        rows.append(("captions", tr("Captions"), on_off))
        if len(tracks) > 1:
            rows.append(
                ("caption_track", tr("Which captions"), tuple(Choice(*one) for one in tracks.items()))
            )
        rows.append(("description", tr("Audio description"), on_off))
        return rows

    def _put_together(self) -> None:
        for part in (self.name, self.about, self.wording, self.presets, self.order):
            self.lines.addWidget(part)
        if self.films:
            self.lines.addWidget(label(tr("The film"), Type.TITLE))
        for row in self.films.values():
            self.lines.addWidget(row)
        self.lines.addWidget(label(tr("The class screen"), Type.TITLE))
        for row in self.looks.values():
            self.lines.addWidget(row)

    def _connect(self) -> None:
        edit = self._controller.edit
        self._controller.edited.connect(self._show)
        for box in (self.name, self.about):
            box.written.connect(self._write)
        self.wording.picked.connect(lambda value: edit(ChangeWording(Wording(str(value)))))
        self.presets.switched.connect(self._switch)
        for name, row in self.looks.items():
            row.picked.connect(
                lambda value, name=name: edit(ChangeLook(name, None if value == _NOT_SET else value))
            )
        for name, row in self.films.items():
            row.picked.connect(
                lambda value, name=name: edit(ChangeFilm(name, None if value == _NOT_SET else value))
            )

    def _write(self, key: FieldKey, words: str) -> None:
        if words.strip():
            actions.write(self._controller, key, words)

    def _switch(self, name: str, on: bool) -> None:  # noqa: FBT001 - a slot
        there = tuple(one for one in self._controller.opened.adaptation.presets if one != name)
        self._controller.edit(ChangePresets((*there, name) if on else there))

    def _show(self) -> None:
        version = self._controller.opened.adaptation
        for box, view in zip((self.name, self.about), self._fields(), strict=True):
            box.show_field(view)
        self.wording.show_value(version.wording or Wording.STANDARD)
        self.presets.show_on(version.presets)
        self.order.setText(preset_order(version.presets))
        self.order.setVisible(bool(self.order.text()))
        for name, row in self.looks.items():
            value = getattr(version.appearance, name)
            row.show_value(_NOT_SET if value is None else value)
        for name, row in self.films.items():
            value = getattr(version.film, name)
            row.show_value(_NOT_SET if value is None else value)
