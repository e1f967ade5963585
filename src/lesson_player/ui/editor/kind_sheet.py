"""The kinds of step that can be added, one wide button each with what it is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.control.editing.new_steps import step_kinds
from lesson_player.foundation.i18n import tr
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget


class KindSheet(Sheet):
    """The sheet closes before the step is added, so that its words have the focus."""

    kind_asked = Signal(str)
    """Id of the kind of step."""

    def __init__(self, over: QWidget, *, film: bool) -> None:
        super().__init__(over, tr("What kind of step?"), width=640)
        self.lines.setSpacing(0)
        self.choices: dict[str, WordButton] = {}
        for kind in step_kinds(film=film):
            button = WordButton(kind.title, beside=True)
            button.setAccessibleDescription(kind.about)
            button.clicked.connect(lambda _on=False, name=kind.id: self._choose(name))
            self.choices[kind.id] = button
            about = label(kind.about, Type.MINOR, role=Role.QUIET)
            about.setContentsMargins(drawing.ring_room(), 0, 0, px(8))
            self.lines.addWidget(button)
            self.lines.addWidget(about)

    def first_control(self) -> QWidget:
        """The first kind."""
        return next(iter(self.choices.values()))

    def _choose(self, kind: str) -> None:
        self.close_sheet()
        self.kind_asked.emit(kind)
