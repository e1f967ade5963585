"""A version's file as the program writes it: in a stable order, with comments, readable by people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.formats.comments import with_comments
from lesson_player.formats.document import Document, read_document
from lesson_player.formats.writing import to_yaml
from lesson_player.foundation.files import write_whole
from lesson_player.model.adaptation import Adaptation
from lesson_player.model.names import names

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.model.lesson import Lesson

HEAD = "# A version of a lesson. The program writes this file anew when somebody changes the version in it."
SECTIONS = {
    "lines": "# Lines that say something else, have another picture, or are hidden, by their ids.",
    "steps": "# Steps with another title, other minutes or notes, or hidden, by their ids.",
    "add_lines": "# Lines of this version's own, and the line that each of them follows.",
    "add_pauses": "# Where the film rests besides.",
    "split_steps": "# Steps made into two.",
    "add_steps": "# Steps of this version's own.",
    "move_steps": "# Steps that stand elsewhere.",
    "captions": "# Captions that say something else or come at other times. The film's file is as it was.",
    "base": "# What the lesson said when these changes were made. A newer lesson is held against it.",
}
"""Comments above the parts of the file. Like its keys they belong to the format and are not translated."""


def version_yaml(adaptation: Adaptation, lesson: Lesson | None = None, former: str = "") -> str:
    """*adaptation* as the text of its file. Reading it gives an equal adaptation back.

    The order is always the same: lines and steps as *lesson* has them, so that files can be compared by eye.
    Comments that people wrote into the *former* text stay where what they belong to is.
    """
    lines = to_yaml(_sorted(adaptation, lesson)).splitlines()
    written = [HEAD]
    for line in lines:
        key = line.partition(":")[0]
        written += [SECTIONS[key]] if key in SECTIONS else []
        written.append(line)
    text = "\n".join(written) + "\n"
    return with_comments(text, former, {HEAD, *SECTIONS.values()}) if former else text


def write_version(path: Path, adaptation: Adaptation, lesson: Lesson | None = None) -> None:
    """Write *adaptation* to its file, whole or not at all, with the comments that people wrote into it.

    Raises OSError; the former file is then still there.
    """
    try:
        former = path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        former = ""
    text = version_yaml(adaptation, lesson, former)
    if text != former:
        write_whole(path, text.encode("utf-8"))


def read_version(path: Path, lesson: str) -> Document[Adaptation]:
    """The version in a file of the user's own, with every problem that the file has."""
    return read_document(path, f"adaptations/{lesson}/{path.name}", Adaptation)


def _sorted(adaptation: Adaptation, lesson: Lesson | None) -> Adaptation:
    """*adaptation* with what it changes in the order of *lesson*; what that does not have comes last."""
    rank = {name: number for number, (name, _) in enumerate(names(lesson))} if lesson is not None else {}

    def put(name: str) -> tuple[int, str]:
        return rank.get(name, len(rank)), name

    base = adaptation.base
    return adaptation.model_copy(
        update={
            "lines": {name: adaptation.lines[name] for name in sorted(adaptation.lines, key=put)},
            "steps": {name: adaptation.steps[name] for name in sorted(adaptation.steps, key=put)},
            "base": base.model_copy(
                update={
                    "lines": {name: base.lines[name] for name in sorted(base.lines, key=put)},
                    "steps": {name: base.steps[name] for name in sorted(base.steps, key=put)},
                }
            ),
        }
    )
