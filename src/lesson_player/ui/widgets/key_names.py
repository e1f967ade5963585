"""Keys as people know them: "Space", "→", "Page down"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.control.commands import Group
from lesson_player.foundation.i18n import tr

if TYPE_CHECKING:
    from lesson_player.control.commands import Command
    from lesson_player.teaching.views import TeacherView

_SYMBOLS = {"Left": "←", "Right": "→", "Up": "↑", "Down": "↓", "-": "−"}


def key_name(key: str) -> str:
    """A key of the command table, in Qt's portable name, as it is shown."""
    words = {
        "Space": tr("Space"),
        "PgUp": tr("Page up"),
        "PgDown": tr("Page down"),
        "Backspace": tr("Backspace"),
        "Home": tr("Home"),
        "Mouse left": tr("left mouse button"),
        "Mouse right": tr("right mouse button"),
        "Mouse middle": tr("middle mouse button"),
        "End": tr("End"),
    }
    return words.get(key) or _SYMBOLS.get(key, key)


def keys_words(keys: tuple[str, ...]) -> str:
    """Several keys in words, such as "B or ."; empty for none."""
    return tr(" or ").join(key_name(key) for key in keys)


def group_title(group: Group) -> str:
    """The heading over the commands of a group."""
    return {
        Group.MOVE: tr("Through the lesson"),
        Group.FILM: tr("The film"),
        Group.CLASS: tr("Text"),
        Group.SAFETY: tr("Calm and safe"),
        Group.LESSON: tr("The lesson"),
    }[group]


def key_hint(command: Command, view: TeacherView) -> str:
    """The key shown on the command's button: its first one, and beside Space the one after it."""
    return _hint(command.keys_for(view))


def key_hints(command: Command) -> tuple[str, ...]:
    """Everything that `key_hint` gives for the command as it stands, in a film and elsewhere."""
    return tuple(_hint(keys) for keys in (command.keys, command.keys_in_film) if keys is not None)


def _hint(keys: tuple[str, ...]) -> str:
    most = 2 if keys[:1] == ("Space",) else 1
    return " · ".join(key_name(key) for key in keys[:most])
