"""A lesson's files as the program writes them: in a stable order, readable by people."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lesson_player.formats.bundle import CATALOGUE, LESSON, SERVICES
from lesson_player.formats.comments import with_comments
from lesson_player.formats.writing import to_yaml
from lesson_player.foundation.files import write_whole

if TYPE_CHECKING:
    from pathlib import Path

    from lesson_player.model.base import Value
    from lesson_player.model.lesson import Lesson
    from lesson_player.model.pictures import PictureCatalogue
    from lesson_player.model.services import SupportServices

HEAD = "# A lesson. The program writes this file anew when somebody changes the lesson in its editor."
SECTIONS = {
    "footer": "# One message at the foot of every slide.",
    "calm": "# The calm screen, and below what the class sees while the screen is hidden.",
    "disclosure": "# For the teacher alone: what to do when a pupil tells something.",
    "steps": "# The steps, in the order in which they are taught.",
    "sittings": "# Parts that are taught in one go, with their steps by id. A step can stand in several.",
}
"""Comments above the parts of the file. Like its keys they belong to the format and are not translated."""


def lesson_yaml(lesson: Lesson, former: str = "") -> str:
    """*lesson* as the text of its file. Reading it gives an equal lesson back.

    Comments that people wrote into the *former* text stay where what they belong to is.
    """
    text = _spaced("\n".join([HEAD, to_yaml(lesson)]))
    return with_comments(text, former, {HEAD, *SECTIONS.values()}) if former else text


def write_lesson(folder: Path, lesson: Lesson) -> None:
    """Write *lesson* to its file in *folder*, whole or not at all. Raises OSError."""
    path = folder / LESSON
    former = _text(path)
    _write(path, former, lesson_yaml(lesson, former))


def write_services(folder: Path, services: SupportServices) -> None:
    """Write the lesson's services. Raises OSError; the former file is then still there."""
    _write_value(folder / SERVICES, services)


def write_catalogue(folder: Path, catalogue: PictureCatalogue) -> None:
    """Write the catalogue of the lesson's pictures. Raises OSError; the former file is then still there."""
    _write_value(folder / CATALOGUE, catalogue)


def _write_value(path: Path, value: Value) -> None:
    former = _text(path)
    text = to_yaml(value)
    _write(path, former, with_comments(text, former) if former else text)


def _spaced(text: str) -> str:
    """*text* with an empty line before each part and each step, and the comments of the parts."""
    written: list[str] = []
    part = ""
    for line in text.splitlines():
        key = line.partition(":")[0]
        comment = SECTIONS.get(key)
        begins = line.startswith("- ") and part in {"steps", "sittings"} and written[-1] != f"{part}:"
        if comment is not None or begins:
            written.append("")
        written += [comment] if comment is not None else []
        written.append(line)
        part = key if line[:1].isalpha() else part
    return "\n".join(written) + "\n"


def _text(path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8")
    except (FileNotFoundError, UnicodeDecodeError):
        return ""


def _write(path: Path, former: str, text: str) -> None:
    if text != former:
        write_whole(path, text.encode("utf-8"))
