"""Keys of the editor as people know them: "Ctrl Shift Z"."""

from __future__ import annotations

from lesson_player.foundation.i18n import tr
from lesson_player.ui.widgets.key_names import key_name


def key_words(keys: str) -> str:
    """Keys that are pressed together, written in Qt's portable text."""
    held = {"Shift": tr("Shift"), "Ctrl": tr("Ctrl"), "Alt": tr("Alt")}
    names = {"Return": tr("Enter"), "Del": tr("Delete"), **held}
    return " ".join(names.get(key) or key_name(key) for key in keys.split("+"))
