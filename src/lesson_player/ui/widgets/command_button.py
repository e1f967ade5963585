"""Buttons made from rows of the command table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal

from lesson_player.control.commands import Group
from lesson_player.ui.widgets.key_names import key_hint, key_hints
from lesson_player.ui.widgets.word_button import Kind, WordButton, state_name

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from lesson_player.control.commands import Command
    from lesson_player.control.teaching import TeachingController
    from lesson_player.teaching.views import TeacherView

NAMED_FOR_A_THING = frozenset({"captions", "description", "version", "read-aloud"})
"""Commands whose words name a thing that is on or off; the words of others say what pressing will do."""


class CommandButton(WordButton):
    """Shows one command as it stands, with its key, and asks for it."""

    asked = Signal(str)
    """Id of the command."""

    def __init__(
        self, command: Command, view: TeacherView, *, beside: bool = False, parent: QWidget | None = None
    ) -> None:
        kind = _kind(command)
        ticked = command.id in NAMED_FOR_A_THING
        super().__init__(
            command.words(view),
            hint=key_hint(command, view),
            kind=kind,
            beside=beside,
            ticked=ticked,
            parent=parent,
        )
        self.command = command
        self.setObjectName(command.id)
        self.setToolTip(command.help)
        self.setAccessibleDescription(command.help)
        self.clicked.connect(lambda: self.asked.emit(self.command.id))
        self.keep_room(words=command.other_words, hints=key_hints(command))
        self.show_view(view)

    def take(self, command: Command) -> None:
        """Stand for *command*, the same one with other keys; `show_view` then shows them."""
        self.command = command

    def show_view(self, view: TeacherView) -> None:
        """Words, state, and whether it can be pressed, for *view*."""
        words = self.command.words(view)
        on = self.command.on(view) if self.command.on is not None else None
        name = spoken_name(self.command, view)
        self.set_words(words, on=on, name=name)
        self.set_hint(key_hint(self.command, view))
        if self.isEnabled() != self.command.enabled(view):
            self.setEnabled(self.command.enabled(view))
        shown = self.command.visible(view) and (self.command.in_film_bar or view.film is None)
        if self.isHidden() is shown:
            self.setVisible(shown)


def button_beside(controller: TeachingController, command_id: str) -> CommandButton | None:
    """A command's button beside the bottom row; None on a screen that the class sees."""
    command = next((each for each in controller.commands if each.id == command_id), None)
    if command is None or not controller.view.private:
        return None
    button = CommandButton(command, controller.view, beside=True)
    button.asked.connect(controller.run)
    return button


def renew_keys(window: QWidget, commands: tuple[Command, ...], view: TeacherView) -> None:
    """Have every command button in *window* show the keys that *commands* have now."""
    by_id = {command.id: command for command in commands}
    for button in window.findChildren(CommandButton):
        button.take(by_id[button.command.id])
        button.set_hint(key_hint(button.command, view))


def spoken_name(command: Command, view: TeacherView) -> str:
    """What a screen reader says for the button: its words, with the state where they leave it open."""
    words = command.words(view)
    if command.on is None or command.id not in NAMED_FOR_A_THING:
        return words
    return state_name(words, on=command.on(view))


def _kind(command: Command) -> Kind:
    if command.id == "next":
        return Kind.MAIN
    return Kind.WARM if command.group is Group.SAFETY and command.private else Kind.PLAIN
