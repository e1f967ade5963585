"""Translation into Unified English Braille by Liblouis, in a process of its own, where it is installed."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from lesson_player.handouts.braille import Grade, cells_of
from lesson_player.handouts.braille_text import BrailleLine

if TYPE_CHECKING:
    from collections.abc import Sequence

_PLACES = ("/usr/bin", "/usr/local/bin", "/opt/homebrew/bin", "/opt/local/bin")
"""Never the current folder or what the user's search path says: no stranger's program shall be started."""
_TABLES = {
    Grade.UNCONTRACTED: "en-us-brf.dis,en-ueb-g1.ctb",
    Grade.CONTRACTED: "en-us-brf.dis,en-ueb-g2.ctb",
}
_LONGEST_S = 60.0


class TranslationFailed(Exception):
    """Liblouis gave no Braille for a text; the message says why, for the log."""


def liblouis() -> Path | None:
    """The program that translates; None where it is not installed."""
    if os.name != "posix":
        return None
    found = (Path(place, "lou_translate") for place in _PLACES)
    return next((path for path in found if path.is_file()), None)


def speaks(language: str) -> bool:
    """Whether texts of that *language*, as in ``en-GB``, can be translated."""
    return language.partition("-")[0].lower() == "en"


def translate(text: Sequence[BrailleLine], grade: Grade, program: Path) -> tuple[BrailleLine, ...]:
    """*text* in Braille ASCII. Raises TranslationFailed."""
    written = "".join(f"{line.text}\n" for line in text)
    try:
        done = subprocess.run(  # noqa: S603 - one of the places above, and no shell
            [str(program), "-f", _TABLES[grade]],
            input=written.encode(),
            capture_output=True,
            timeout=_LONGEST_S,
            check=True,
            env={"LC_ALL": "C.UTF-8"},
        )
        made = [cells_of(line) for line in done.stdout.decode().splitlines()]
    except (OSError, subprocess.SubprocessError, ValueError) as error:
        raise TranslationFailed(str(error)) from error
    if len(made) != len(text):
        raise TranslationFailed(f"{len(text)} lines went in, {len(made)} came out")
    return tuple(BrailleLine(line.part, cells) for line, cells in zip(text, made, strict=True))
