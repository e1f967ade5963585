"""What the page of captions can be asked for by key, with the words for buttons and for the sheet of keys."""

from __future__ import annotations

from lesson_player.control.editing.commands import EditorCommand
from lesson_player.foundation.i18n import tr

SMALL_S, LARGE_S = 0.1, 0.5
"""By how much captions are moved, in seconds: a nudge, and a nudge with Shift."""


def caption_commands() -> tuple[EditorCommand, ...]:
    """Every command of the page of captions, in the order of the sheet of keys."""
    return (*_one(), *_words(), *_all(), *_going())


def _one() -> tuple[EditorCommand, ...]:
    return (
        EditorCommand("earlier", tr("Earlier"), ("Alt+Left",), tr("Shows the caption 0.1 seconds earlier.")),
        EditorCommand("later", tr("Later"), ("Alt+Right",), tr("Shows the caption 0.1 seconds later.")),
        EditorCommand(
            "much-earlier",
            tr("Half a second earlier"),
            ("Alt+Shift+Left",),
            tr("Shows the caption 0.5 seconds earlier."),
        ),
        EditorCommand(
            "much-later",
            tr("Half a second later"),
            ("Alt+Shift+Right",),
            tr("Shows the caption 0.5 seconds later."),
        ),
        EditorCommand("longer", tr("Stay longer"), ("Alt+Down",), tr("It goes 0.1 seconds later.")),
        EditorCommand("shorter", tr("Stay shorter"), ("Alt+Up",), tr("It goes 0.1 seconds sooner.")),
        EditorCommand(
            "much-longer", tr("Half a second longer"), ("Alt+Shift+Down",), tr("It goes 0.5 seconds later.")
        ),
        EditorCommand(
            "much-shorter", tr("Half a second shorter"), ("Alt+Shift+Up",), tr("It goes 0.5 seconds sooner.")
        ),
    )


def _words() -> tuple[EditorCommand, ...]:
    return (
        EditorCommand(
            "split",
            tr("Split here"),
            ("Alt+Return",),
            tr("Makes two captions: the second begins at the cursor in the words."),
        ),
        EditorCommand("join", tr("Join with next"), ("Alt+J",), tr("Makes one of this and the next.")),
        EditorCommand(
            "add",
            tr("Add a caption"),
            ("Ctrl+Return",),
            tr("Puts a caption after this one, and you write it."),
        ),
        EditorCommand(
            "remove",
            tr("Take out"),
            ("Alt+Del",),
            tr("Takes this caption out. Who reads will miss what is said."),
        ),
        EditorCommand(
            "reset", tr("Reset"), ("Alt+Backspace",), tr("Brings back what the film’s captions say here.")
        ),
        EditorCommand(
            "elsewhere",
            tr("In the other version too"),
            ("Alt+S",),
            tr("Makes the change in the film’s other versions, where they say the same, at their own times."),
        ),
    )


def _all() -> tuple[EditorCommand, ...]:
    return (
        EditorCommand(
            "all-earlier", tr("All earlier"), ("Alt+PgUp",), tr("Shows all captions 0.1 seconds earlier.")
        ),
        EditorCommand(
            "all-later", tr("All later"), ("Alt+PgDown",), tr("Shows all captions 0.1 seconds later.")
        ),
        EditorCommand(
            "all-much-earlier",
            tr("All half a second earlier"),
            ("Alt+Shift+PgUp",),
            tr("Shows all captions 0.5 seconds earlier."),
        ),
        EditorCommand(
            "all-much-later",
            tr("All half a second later"),
            ("Alt+Shift+PgDown",),
            tr("Shows all captions 0.5 seconds later."),
        ),
    )


def _going() -> tuple[EditorCommand, ...]:
    return (
        EditorCommand(
            "play",
            tr("Play from here"),
            ("Ctrl+Space",),
            tr("Plays the film from just before it, or rests."),
        ),
        EditorCommand("next", tr("Next caption"), ("Ctrl+Down",), tr("Goes to the next caption.")),
        EditorCommand("before", tr("Caption before"), ("Ctrl+Up",), tr("Goes to the caption before.")),
    )
