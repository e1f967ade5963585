"""Keys by name: what a key event is called in the command table, and which keys no command can have."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence

from lesson_player.foundation.i18n import tr

CHORDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)
"""What makes a chord of a key. Chords belong to the window and to the system."""
HELD = frozenset(
    {Qt.Key.Key_Shift, Qt.Key.Key_Control, Qt.Key.Key_Alt, Qt.Key.Key_AltGr, Qt.Key.Key_Meta}
    | {Qt.Key.Key_CapsLock, Qt.Key.Key_NumLock}
)
"""Keys that change others: some keyboards have the digits with Shift."""
_CONTROLS = frozenset({"Tab", "Backtab", "Return", "Enter"})


def name_of_press(key: int, modifiers: Qt.KeyboardModifier, text: str) -> str:
    """What the command table calls a key press: a sign in capitals, or Qt's portable name.

    Empty for a chord with Ctrl, Alt or Meta, and for a key that this computer has no name for.
    """
    if modifiers & CHORDS or key in HELD:
        return ""
    if len(text) == 1 and text.isprintable() and not text.isspace():
        return _capital(text)
    return known_name(QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText))


def known_name(name: str) -> str:
    """*name* as the command table writes it; empty where there is no such key."""
    if len(name) == 1 and not name.isspace():
        return _capital(name) if name.isprintable() else ""
    pressed = QKeySequence(name, QKeySequence.SequenceFormat.PortableText)
    if pressed.count() != 1:
        return ""
    first = pressed[0]  # type: ignore[index] # PySide's type information lacks it
    if first.key() in {Qt.Key.Key_unknown, *HELD} or first.keyboardModifiers() != Qt.KeyboardModifier(0):
        return ""
    return pressed.toString(QKeySequence.SequenceFormat.PortableText)


def why_not_a_command(name: str) -> str:
    """For the user: why no command can have the key of that name; empty where one can."""
    if not name:
        return tr(
            "This key cannot be used here. Press one without Ctrl, Alt or the Windows key, "
            "or another button of your clicker."
        )
    if name in "0123456789":
        return tr("Digits go to a step by its number, so they cannot be used for anything else.")
    if name in _CONTROLS:
        return tr("Tab and Enter reach and press the controls, so they cannot be used for anything else.")
    return ""


def _capital(sign: str) -> str:
    large = sign.upper()
    return large if len(large) == 1 else sign
