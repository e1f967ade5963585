"""All keys of the editor."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout

from lesson_player.control.editing.caption_commands import caption_commands
from lesson_player.control.editing.commands import editor_commands
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.key_words import key_words
from lesson_player.ui.theme.measures import Type, px
from lesson_player.ui.widgets.sheet import Sheet
from lesson_player.ui.widgets.text import label

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.commands import EditorCommand


class EditorKeysSheet(Sheet):
    """Each key beside what it does."""

    def __init__(self, over: QWidget) -> None:
        super().__init__(over, tr("Keys of the editor"), width=760)
        grid = QGridLayout()
        grid.setHorizontalSpacing(px(16))
        grid.setVerticalSpacing(px(8))
        grid.setColumnStretch(1, 1)
        rows: list[EditorCommand | str] = [
            *editor_commands(),
            tr("On the page of captions"),
            *caption_commands(),
        ]
        for row, command in enumerate(rows):
            if isinstance(command, str):
                grid.addWidget(label(command, Type.TITLE), row, 0, 1, 2)
                continue
            keys = label(tr(" or ").join(key_words(key) for key in command.keys), Type.STRONG)
            keys.setMinimumWidth(px(150))
            grid.addWidget(keys, row, 0)
            grid.addWidget(label(f"{command.words}. {command.help}"), row, 1)
        self.lines.addLayout(grid)
