"""docs/keys.md: all keys, from the one command table and those of the editor."""

from __future__ import annotations

from pathlib import Path

from lesson_player.control.commands import Command, Group, table
from lesson_player.control.editing.caption_commands import caption_commands
from lesson_player.control.editing.commands import EditorCommand, editor_commands
from lesson_player.ui.editor.key_words import key_words
from lesson_player.ui.widgets.key_names import key_name

PAGE = Path(__file__).parent.parent / "keys.md"

_HEAD = """# Keys

They work in the teacher's window and on the class screen alike; in the program, F1 shows them. A clicker
sends Page down and Page up, and often a full stop: Next, Back and Hide. Letters may be small or capital.

These are the usual keys. To have others, or to teach the program a clicker that sends something else, press
*Change keys…* in the sheet that F1 shows, or *Keys* in the library. Esc and F1 stay as they are.

<!-- Written by `make pictures` from the program's table of commands. Change them there. -->

"""
_TAIL = """## Where a key does something else

- **Tab** goes from control to control. While a control has the focus, **Space** and **Enter** press it, and
  the arrows move in lists, notes and the film's time.
- **Ctrl +** and **Ctrl −** make your notes larger or smaller, in the teacher's window.
- **Ctrl F** searches in the film's words, in the teacher's window. Letters are letters there; **Enter** goes
  to the next place, **Shift Enter** to the one before, and **Esc** gives the keys back to the lesson.
- Where the class sees your screen too, **F1** brings up the buttons at the bottom edge; **F2**, **F3**,
  **F4**, **F7** to **F10** and **Q** do nothing; **V** still changes the captions, **X** the symbols.
- In the class window **Tab** brings up those buttons and **Esc** puts them away.
"""
_EDITOR = """## The editor of versions

These are the editor's own; they stay as they are. F1 shows them there. Undo, redo and save work on its pages
too, such as the captions.

"""
_CAPTIONS = """### Captions in the editor

On the page that Alt C opens from a film step. In the list, the arrows go from caption to caption, **Enter**
goes to the words and **Space** plays the film; in the words, Enter begins a new line.

"""
_HEADS = "| keys | what they do |\n|---|---|\n"
_TITLES = {
    Group.MOVE: "Through the lesson",
    Group.FILM: "The film",
    Group.CLASS: "Text on the class screen",
    Group.SAFETY: "Calm and safe",
    Group.LESSON: "The lesson",
}


def rows() -> tuple[Command, ...]:
    """The commands that have a key."""
    return tuple(command for command in table() if command.keys or command.id == "go-to")


def page() -> str:
    """The whole page."""
    parts = [_HEAD]
    for group, title in _TITLES.items():
        parts.append(f"## {title}\n\n{_HEADS}")
        parts += [f"| {_keys(command)} | {command.help} |\n" for command in rows() if command.group is group]
        parts.append("\n")
    for head, commands in ((_EDITOR, editor_commands()), (_CAPTIONS, caption_commands())):
        parts += [head, _HEADS, *(_editor_row(command) for command in commands), "\n"]
    return "".join([*parts, _TAIL])


def _editor_row(command: EditorCommand) -> str:
    keys = ", ".join(f"**{key_words(key)}**" for key in command.keys)
    return f"| {keys} | {command.words}. {command.help} |\n"


def _keys(command: Command) -> str:
    if command.id == "go-to":
        return "**1 2 3** … then **Enter**"
    return ", ".join(f"**{key_name(key)}**" for key in command.keys)
