"""A line of a slide: its picture, its words, and the button for all that can be done with it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.field_box import FieldBox
from lesson_player.ui.editor.picture_button import PictureButton
from lesson_player.ui.theme import drawing
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role, colour
from lesson_player.ui.widgets.panel import Panel
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from PySide6.QtGui import QPaintEvent

    from lesson_player.control.editing.view import LineView
    from lesson_player.rendering.pictures import PictureStore

_BAR = 6
"""Of the bar that stands beside a changed line, in pixels at 100 %."""


class LineBox(Panel):
    """One line; what it is changed in is said below its words, and a bar stands beside it."""

    picture_asked = Signal(str)
    """Id of the line: another picture is wanted."""
    line_asked = Signal(str)
    """Id of the line: everything that can be done with it is wanted."""

    def __init__(self, line: LineView, pictures: PictureStore) -> None:
        super().__init__(corner=10)
        self.line = line
        self.picture = PictureButton(pictures)
        self.fields = tuple(FieldBox(view) for view in line.fields)
        self.state = label("", Type.MINOR, role=Role.QUIET)
        self.more = WordButton("⋮")
        self.picture.clicked.connect(lambda: self.picture_asked.emit(self.line.id))
        self.more.clicked.connect(lambda: self.line_asked.emit(self.line.id))
        words = QVBoxLayout()
        words.setSpacing(px(6))
        words.addWidget(self.state)
        for field in self.fields:
            words.addWidget(field)
        row = QHBoxLayout(self)
        row.setContentsMargins(px(14), px(8), px(6), px(10))
        row.setSpacing(px(10))
        row.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignVCenter)
        self.show_line(line)

    def show_line(self, line: LineView) -> None:
        """Show how the line stands now."""
        self.line = line
        self.setAccessibleName(line.label)
        self.picture.show_picture(line.picture, line.picture_alt, line.label)
        if line.hidden and any(box.field.hasFocus() for box in self.fields):
            self.more.setFocus(Qt.FocusReason.OtherFocusReason)
        for box, view in zip(self.fields, line.fields, strict=True):
            box.show_field(view)
            box.setEnabled(not line.hidden)
        self.more.set_words("⋮", name=tr("{line}: hide, move, split and more", line=line.label))
        self.more.setToolTip(tr("Hide, move, split and more"))
        self.state.setText(_state(line))
        self.state.setVisible(bool(self.state.text()))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.line.changed or self.line.hidden:
            painter = drawing.painter_on(self)
            bar = self.rect().adjusted(px(2), px(10), 0, -px(10))
            bar.setWidth(px(_BAR))
            place = drawing.as_written(self, self.rect(), bar)
            drawing.draw_box(painter, place, colour(self, Role.WARM), corner=3)


def _state(line: LineView) -> str:
    if line.hidden:
        return tr("Hidden from the class. The ⋮ button shows it again.")
    parts = []
    if line.own:
        parts.append(tr("Added by this version"))
    if line.base_picture is not None:
        parts.append(
            tr("another picture than in the lesson") if parts else tr("Another picture than in the lesson")
        )
    return " · ".join(parts)
