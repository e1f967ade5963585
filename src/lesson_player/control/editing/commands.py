"""What the editor's window can be asked for by key, with the words for buttons and for the sheet of keys."""

from __future__ import annotations

from dataclasses import dataclass

from lesson_player.foundation.i18n import tr


@dataclass(frozen=True, slots=True)
class EditorCommand:
    """One thing to ask for. Keys are written as Qt's portable text: ``Ctrl+Shift+Z``."""

    id: str
    words: str
    keys: tuple[str, ...]
    help: str


def editor_commands() -> tuple[EditorCommand, ...]:
    """Every command, in the order of the sheet of keys."""
    return (*_changing(), *_going(), *_version())


def _changing() -> tuple[EditorCommand, ...]:
    return (
        EditorCommand(
            "undo", tr("Undo"), ("Ctrl+Z",), tr("Takes the last change back, as often as you like.")
        ),
        EditorCommand("redo", tr("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), tr("Makes it again.")),
        EditorCommand("up", tr("Move up"), ("Alt+Up",), tr("Moves the step, or the line you added, up.")),
        EditorCommand("down", tr("Move down"), ("Alt+Down",), tr("Moves it down.")),
        EditorCommand(
            "hide",
            tr("Hide or show"),
            ("Alt+Del",),
            tr("Hides the line or the step, or shows it again. In the list of steps Delete does the same."),
        ),
        EditorCommand(
            "reset", tr("Reset"), ("Alt+Backspace",), tr("Brings the lesson’s own words back into the field.")
        ),
        EditorCommand("add-line", tr("Add a line"), ("Ctrl+Return",), tr("Adds a line after this one.")),
        EditorCommand(
            "add-slide", tr("Add a slide"), ("Ctrl+Shift+Return",), tr("Adds a slide after this step.")
        ),
        EditorCommand(
            "add-kind",
            tr("Add another kind"),
            ("Alt+Shift+Return",),
            tr("Key words, a question, choices, practice, help and more, after this step."),
        ),
        EditorCommand(
            "split", tr("Split here"), ("Alt+Return",), tr("Makes two steps: the second begins at this line.")
        ),
        EditorCommand(
            "voice", tr("Voice"), ("Alt+V",), tr("Makes or records a voice for lines that have none.")
        ),
        EditorCommand("picture", tr("Picture"), ("Alt+P",), tr("Chooses another picture for this line.")),
        EditorCommand("line", tr("Line"), ("Alt+L",), tr("Everything that can be done with this line.")),
    )


def _going() -> tuple[EditorCommand, ...]:
    return (
        EditorCommand(
            "captions",
            tr("Captions"),
            ("Alt+C",),
            tr("Moves, words anew, splits, joins, adds and takes out captions."),
        ),
        EditorCommand("find", tr("Find"), ("Ctrl+F",), tr("Finds words in titles, lines and notes.")),
        EditorCommand("pane", tr("Next pane"), ("F6",), tr("Steps, then words, then what the class sees.")),
        EditorCommand("pane-back", tr("Pane before"), ("Shift+F6",), tr("The same, the other way round.")),
        EditorCommand("step-next", tr("Next step"), ("Ctrl+PgDown",), tr("Goes to the next step.")),
        EditorCommand("step-before", tr("Step before"), ("Ctrl+PgUp",), tr("Goes to the step before.")),
        EditorCommand("slide-next", tr("Next slide"), ("Alt+Right",), tr("Shows the step’s next slide.")),
        EditorCommand("slide-before", tr("Slide before"), ("Alt+Left",), tr("Shows the slide before.")),
    )


def _version() -> tuple[EditorCommand, ...]:
    return (
        EditorCommand(
            "try", tr("Try it"), ("F5",), tr("Teaches from this step, for you alone, and comes back here.")
        ),
        EditorCommand(
            "compare", tr("Compare"), ("F7",), tr("Lists every change beside the lesson’s own words.")
        ),
        EditorCommand(
            "version", tr("Version"), ("F8",), tr("Name, wording, presets, look and film of this version.")
        ),
        EditorCommand(
            "teach", tr("Teach this version"), ("F9",), tr("Asks where the class sees it, and begins.")
        ),
        EditorCommand(
            "share", tr("Share"), ("Ctrl+Shift+S",), tr("Makes the version, or the lesson with it, one file.")
        ),
        EditorCommand(
            "save", tr("Save"), ("Ctrl+S",), tr("Says how the file stands: it is saved by itself.")
        ),
        EditorCommand("keys", tr("Keys"), ("F1",), tr("Shows all keys of this window.")),
        EditorCommand(
            "more", tr("More"), ("Alt+M",), tr("Everything that can be asked for, one button each.")
        ),
        EditorCommand("close", tr("Close"), ("Ctrl+W",), tr("Back to the library; everything is saved.")),
    )
