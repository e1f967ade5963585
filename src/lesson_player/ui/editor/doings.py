"""What the keys and buttons of the editor do."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from lesson_player.control.editing import actions
from lesson_player.control.editing.commands import editor_commands
from lesson_player.control.editing.elsewhere import put_elsewhere
from lesson_player.control.editing.place import Place, first_place
from lesson_player.foundation.i18n import tr
from lesson_player.ui.editor.caption_doings import open_captions
from lesson_player.ui.editor.line_doings import LineDoings
from lesson_player.ui.editor.panes import WORDS
from lesson_player.ui.widgets.announce import announce
from lesson_player.ui.widgets.spot_rows import open_sheet_on

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.adapting.parts import Part
    from lesson_player.control.editing.finding import Found
    from lesson_player.ui.editor.parts import EditorSheets
    from lesson_player.ui.editor.window import EditorWindow

_OVER_SHEETS = frozenset({"undo", "redo", "save"})
"""Commands that are also taken while a sheet is open."""


class Doings:
    """Runs commands by their ids, for the line or step that has the focus."""

    def __init__(self, window: EditorWindow) -> None:
        self._window = window
        self.lines = LineDoings(window)
        self._copied: Part | None = None
        self._keys = {key: command.id for command in editor_commands() for key in command.keys}
        self._does: dict[str, Callable[[], object]] = {
            "undo": lambda: self._back(window.controller.undo, window.controller.view.undo),
            "redo": lambda: self._back(window.controller.redo, window.controller.view.redo),
            "up": lambda: self._move(-1),
            "down": lambda: self._move(1),
            "hide": self._hide,
            "reset": self.lines.reset,
            "add-line": self.lines.add_line,
            "add-slide": self._add_slide,
            "add-kind": partial(self._open, "kinds"),
            "split": self.lines.split,
            "picture": lambda: self.lines.choose_picture(self.lines.line_id()),
            "line": lambda: self.lines.open_line(self.lines.line_id()),
            "find": partial(self._open, "find"),
            "pane": lambda: window.next_pane(1),
            "pane-back": lambda: window.next_pane(-1),
            "step-next": lambda: self._go_step(1),
            "step-before": lambda: self._go_step(-1),
            "slide-next": lambda: self.show_slide(window.controller.view.preview.slide),
            "slide-before": lambda: self.show_slide(window.controller.view.preview.slide - 2),
            "try": window.try_asked.emit,
            "compare": self._compare,
            "version": lambda: self._open("lesson" if window.controller.view.is_lesson else "version"),
            "teach": window.teach_asked.emit,
            "share": self._share,
            "voice": window.voice_asked.emit,
            "save": lambda: window.tell(tr("Every change is saved by itself, at once.")),
            "keys": partial(self._open, "keys"),
            "more": partial(self._open, "more"),
            "close": window.close,
            "add-pause": self._add_pause,
            "captions": partial(open_captions, window),
            "own-picture": self.lines.own_picture,
        }

    def press(self, keys: str) -> bool:
        """Take a key press; False when it means nothing here."""
        command = self._keys.get(keys)
        if command is None or (open_sheet_on(self._window) is not None and command not in _OVER_SHEETS):
            return False
        self.run(command)
        return True

    def run(self, command: str) -> None:
        """Do what a command's key or button does."""
        self._does[command]()

    def hide_step(self, step: str) -> None:
        """Hide a step, or show it again."""
        actions.hide_or_show_step(self._window.controller, step)

    def move_step(self, step: str, by: int) -> None:
        """Put a step further on, or back."""
        if actions.move_step(self._window.controller, step, by):
            self._say_place(step)

    def show_slide(self, slide: int) -> None:
        """Look at another slide of the step."""
        controller = self._window.controller
        if 0 <= slide < controller.view.preview.slides:
            place = controller.place
            controller.go(Place(place.sitting, place.step, place.line, slide))
            announce(self._window, self._window.seen.preview.picture.accessibleName())

    def choose_sitting(self) -> None:
        """Offer the lesson's sittings."""
        sheet = self._sheets.sittings
        sheet.show_view(self._window.controller.view)
        sheet.open_sheet()

    def go_to(self, sitting: str, step: str, line: str) -> None:
        """Work on a line of any step."""
        self._window.controller.go(Place(sitting or self._sitting_of(step), step, line))
        self._window.panes.show_pane(WORDS)
        self._window.page.take_focus(line)

    def add_kind(self, kind: str) -> None:
        """Add a step of a kind, and begin its words."""
        if actions.add_slide(self._window.controller, kind):
            self.lines.begin_words("")

    def open_services(self) -> None:
        """Show the lesson's services."""
        self._open("services")

    def add_pause(self, moment: str, after_s: float, question: str) -> None:
        """Have the film rest once more."""
        actions.add_pause(self._window.controller, moment, after_s, question)

    def ask_where_to_copy(self, part: Part) -> None:
        """Offer the other versions, to copy a change into one of them."""
        self._copied = part
        self._sheets.copy.show_versions(self._window.controller.others.known())
        self._sheets.copy.open_sheet()

    def copy_to(self, version: str) -> None:
        """Copy the change into a version."""
        if self._copied is not None:
            self._window.controller.copy(self._copied, version)

    def ask_where_to_put(self, part: Part) -> None:
        """Look for another place for a change whose own is gone."""
        self._copied = part
        self._open("elsewhere")

    def put_elsewhere(self, place: Found) -> None:
        """Give the change that place."""
        if self._copied is not None and put_elsewhere(self._window.controller, self._copied, place):
            self.go_to(place.sitting, place.step, place.line)

    def open_sitting(self, sitting: str) -> None:
        """List the steps of another sitting."""
        controller = self._window.controller
        controller.go(first_place(controller.source().version, sitting))

    def _back(self, move: Callable[[], None], words: str) -> None:
        if words:
            move()
            announce(self._window, words)

    @property
    def _sheets(self) -> EditorSheets:
        return self._window.sheets

    def _open(self, sheet: str) -> None:
        getattr(self._sheets, sheet).open_sheet()

    def _sitting_of(self, step: str) -> str:
        """The sitting whose steps are listed, if it has the step; else the first one that has it."""
        controller = self._window.controller
        here = controller.place.sitting
        having = [one.id for one in controller.source().version.sittings if step in one.steps]
        return here if here in having or not having else having[0]

    def _add_pause(self) -> None:
        film = self._window.controller.view.step.film
        if film is not None:
            self._sheets.pause.show_part(film)
            self._sheets.pause.open_sheet()

    def _move(self, by: int) -> None:
        line, controller = self.lines.line(), self._window.controller
        if line is None:
            self.move_step(controller.place.step, by)
        elif actions.move_line(controller, line.id, by):
            self._window.page.take_focus(line.id)

    def _hide(self) -> None:
        line, controller = self.lines.line(), self._window.controller
        if line is not None:
            actions.hide_or_show_line(controller, line)
        else:
            self.hide_step(controller.place.step)

    def _add_slide(self) -> None:
        self.add_kind("rows")

    def _compare(self) -> None:
        if self._window.controller.view.is_lesson:
            self._window.tell(tr("This is the lesson itself. Undo takes a change back."))
        else:
            self._open("compare")

    def _share(self) -> None:
        if self._window.may_share:
            self._window.share_asked.emit()
        else:
            self._window.tell(tr("Your school has set that nothing is saved outside of this program."))

    def _go_step(self, by: int) -> None:
        controller = self._window.controller
        ids = [row.id for row in controller.view.steps]
        place = ids.index(controller.place.step) + by
        if 0 <= place < len(ids):
            controller.go(controller.place.to_step(ids[place]))

    def _say_place(self, step: str) -> None:
        row = next(one for one in self._window.controller.view.steps if one.id == step)
        announce(self._window, tr("Step {n}, {title}", n=row.number, title=row.title))
