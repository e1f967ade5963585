"""Lines that belong together, under their heading; a pause can be taken away or put back as a whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.line_box import LineBox
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.theme.roles import Role
from lesson_player.ui.widgets.text import label
from lesson_player.ui.widgets.word_button import WordButton

if TYPE_CHECKING:
    from lesson_player.control.editing.view import GroupView
    from lesson_player.rendering.pictures import PictureStore


class GroupBox(QWidget):
    """A heading, where there is one, and the lines under it."""

    pause_asked = Signal(object)
    """The `GroupView` of a pause to take away or put back."""

    def __init__(self, group: GroupView, pictures: PictureStore) -> None:
        super().__init__()
        self._group = group
        self.heading = label("", Type.STRONG)
        self.why = label("", Type.MINOR, role=Role.QUIET)
        self.pause_button = WordButton("")
        self.pause_button.clicked.connect(lambda: self.pause_asked.emit(self._group))
        self.lines = tuple(LineBox(line, pictures) for line in group.lines)
        head = QHBoxLayout()
        head.setSpacing(px(8))
        head.addWidget(self.heading, 1)
        head.addWidget(self.pause_button, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(px(8))
        column.addLayout(head)
        column.addWidget(self.why)
        for line in self.lines:
            column.addWidget(line)
        self.show_group(group)

    def show_group(self, group: GroupView) -> None:
        """Show how the lines stand now."""
        self._group = group
        for box, line in zip(self.lines, group.lines, strict=True):
            if box.line != line:
                box.show_line(line)
            box.setVisible(not group.hidden)
        title = tr("{title} (added by this version)", title=group.title) if group.own else group.title
        title = tr("{title} (taken away)", title=group.title) if group.hidden else title
        self.heading.setText(title)
        self.heading.setVisible(bool(title))
        words = tr("Put back") if group.hidden else tr("Take away")
        self.pause_button.set_words(words, name=f"{words}: {group.title}")
        self.pause_button.setVisible(bool(group.pause) and (group.hidden or not group.fixed))
        self.why.setText(group.fixed)
        self.why.setVisible(bool(group.pause and group.fixed and not group.hidden))
