"""What the keys and buttons of the editor do with the line that has the focus."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from lesson_player.control.editing import actions
from lesson_player.control.editing.pictures import UsePicture
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.panes import WORDS
from lesson_player.ui.widgets.announce import announce

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from lesson_player.control.editing.view import LineView
    from lesson_player.operations.own_pictures import PictureChoice
    from lesson_player.ui.editor.window import EditorWindow


class LineDoings:
    """Everything that a line can be asked for."""

    def __init__(self, window: EditorWindow) -> None:
        self._window = window
        self._for_picture = ""

    def line(self) -> LineView | None:
        """The line in which the focus is."""
        box = self._window.page.line_of(self._window.focusWidget())
        return box.line if box is not None else None

    def line_id(self) -> str:
        """Its id; empty where the focus is in no line."""
        line = self.line()
        return line.id if line is not None else ""

    def in_line(self) -> LineView | None:
        """The line in which the focus is; without one it is said that there is none."""
        line = self.line()
        if line is None:
            self._window.tell(_no_line())
        return line

    def own_picture(self) -> None:
        """Have the line show the lesson's own picture again."""
        line = self.line()
        if line is not None:
            actions.choose_picture(self._window.controller, line.id, None)

    def add_line(self) -> None:
        """Add a line after this one, and begin its words."""
        name = actions.add_line(self._window.controller, self.line_id())
        if name:
            self.begin_words(name)

    def split(self) -> None:
        """Make two steps: the second begins at this line."""
        line = self.in_line()
        if line is None:
            return
        if not line.splits:
            self._window.tell(tr("A step is split before any line but its first. Locked steps stay whole."))
        elif actions.split_step(self._window.controller, line.id):
            self.begin_words("")

    def begin_words(self, line: str) -> None:
        """Put the cursor where new words are to be written, so that typing replaces what stands there."""
        self._window.panes.show_pane(WORDS)
        self._window.page.take_focus(line)
        box = self._window.page.title
        for one in self._window.page.lines:
            if one.line.id == line:
                box = one.fields[0]
        box.field.selectAll()

    def reset(self) -> None:
        """Bring the lesson's own words back into the field that has the focus."""
        holder: QWidget | None = self._window.focusWidget()
        for box in self._window.page.fields:
            if holder is not None and box.isAncestorOf(holder):
                actions.reset(self._window.controller, box.key)
                box.show_words()
                box.field.setFocus(Qt.FocusReason.OtherFocusReason)
                return

    def choose_picture(self, line: str) -> None:
        """Offer other pictures for a line, those that fit its words first."""
        found = next((one for one in self._window.controller.view.step.lines if one.id == line), None)
        if found is None or found.hidden:
            self._window.tell(_no_line())
            return
        self._for_picture = line
        words = found.fields[-1].value if found.fields else ""
        self._window.sheets.picture.ask(words.replace("**", ""), found.picture)

    def choose_lesson_picture(self) -> None:
        """Offer pictures for the lesson as a whole, where that is edited itself."""
        self._for_picture = ""
        lesson = self._window.controller.opened.lesson
        self._window.sheets.picture.ask(lesson.title, lesson.picture or "")

    def use_picture(self, choice: PictureChoice) -> None:
        """Give the line, or the lesson, the picture that was chosen."""
        controller = self._window.controller
        try:
            picture = controller.pictures.take_in(choice)
        except OSError:
            self._window.tell(
                tr("The picture could not be saved: the disk may be full. Nothing has changed.")
            )
            return
        if controller.edit(UsePicture(self._for_picture, choice.id, picture)) and picture is not None:
            self._window.sheets.picture.chooser.set_library(controller.pictures.library(controller.bundle))

    def add_pack(self, folder: Path) -> None:
        """Put a symbol pack in, and search in it as well."""
        self._window.controller.pictures.add_pack(folder, self._pack_added)

    def _pack_added(self, words: str) -> None:
        controller, chooser = self._window.controller, self._window.sheets.picture.chooser
        chooser.set_library(controller.pictures.library(controller.bundle))
        chooser.count.setText(words)
        announce(chooser.search, words)

    def open_line(self, line: str) -> None:
        """Show everything that can be done with a line."""
        found = next((one for one in self._window.controller.view.step.lines if one.id == line), None)
        if found is None:
            self._window.tell(_no_line())
            return
        self._window.page.take_focus(line)
        self._window.sheets.line.show_line(found)
        self._window.sheets.line.open_sheet()


def _no_line() -> str:
    return tr("Go to a line first: F6 leads to the words.")
