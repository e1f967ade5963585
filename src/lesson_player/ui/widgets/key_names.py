"""Keys as people know them: "Space", "→", "Page down"."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
        "End": tr("End"),
    }
    return words.get(key) or _SYMBOLS.get(key, key)


def key_hint(command: Command, view: TeacherView) -> str:
    """The key shown on the command's button: its first one, and beside Space the one after it."""
    keys = command.keys_for(view)
    most = 2 if keys[:1] == ("Space",) else 1
    return " · ".join(key_name(key) for key in keys[:most])
