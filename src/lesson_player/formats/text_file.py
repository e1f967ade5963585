"""Text files read with care: within a size limit, and with every unreadable byte reported by its line."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.model.limits import MOST_PROBLEMS
from lesson_player.model.problem import Problem

if TYPE_CHECKING:
    from pathlib import Path

UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufffe\uffff]")
"""Characters that YAML 1.2 does not allow in a file (section 5.1, "Character Set")."""


def read_bytes(path: Path, file: str, limit: int) -> tuple[bytes | None, tuple[Problem, ...]]:
    """The file's bytes, or None with a problem. At most *limit* bytes are ever read."""
    try:
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except FileNotFoundError:
        sentence, remedy = tr("The file is not there."), tr("Put it back, or take out what names it.")
        return None, (Problem(code="missing-file", sentence=sentence, remedy=remedy, file=file),)
    except (OSError, ValueError):
        sentence = tr("The file cannot be read.")
        remedy = tr("Check that it is a file and that you may open it, then try again.")
        return None, (Problem(code="unreadable-file", sentence=sentence, remedy=remedy, file=file),)
    if len(data) > limit:
        sentence = tr("The file is larger than {limit} KB, the most that is read.", limit=limit // 1024)
        remedy = tr("Check that it is the right file; a file of this kind is far smaller.")
        return None, (Problem(code="too-large", sentence=sentence, remedy=remedy, file=file),)
    return data, ()


def decode(data: bytes, file: str) -> tuple[str | None, list[Problem]]:
    """UTF-8 text without its byte order mark. Unreadable bytes become U+FFFD, each line of them a problem."""
    if data.startswith(UTF16_MARKS):
        sentence = tr("The file is saved as UTF-16, not as UTF-8.")
        remedy = tr("Open it in your editor and save it again with the encoding UTF-8.")
        return None, [
            Problem(code="not-utf-8", sentence=sentence, remedy=remedy, file=file, line=1, column=1)
        ]
    data = data.removeprefix(b"\xef\xbb\xbf")
    try:
        return _without_controls(data.decode("utf-8"), file)
    except UnicodeDecodeError:
        pass
    problems = []
    for number, line in enumerate(re.split(rb"\r\n|\n|\r", data), start=1):
        try:
            line.decode("utf-8")
        except UnicodeDecodeError as error:
            column = len(line[: error.start].decode("utf-8")) + 1
            problems.append(_not_utf8(file, number, column, line[error.start]))
            if len(problems) >= MOST_PROBLEMS:
                break
    text, more = _without_controls(data.decode("utf-8", errors="replace"), file)
    return text, problems + more


def _not_utf8(file: str, line: int, column: int, byte: int) -> Problem:
    return Problem(
        code="not-utf-8",
        sentence=tr("A character here cannot be read as UTF-8 (byte {byte}).", byte=f"{byte:02X}"),
        remedy=tr("Type the character again and save the file with the encoding UTF-8."),
        file=file,
        line=line,
        column=column,
    )


def _without_controls(text: str, file: str) -> tuple[str, list[Problem]]:
    """*text* with control characters made U+FFFD, and the first on each line reported."""
    problems: dict[int, Problem] = {}
    if CONTROL.search(text) is None:
        return text, []
    for number, line in enumerate(re.split("\r\n|\n|\r", text), start=1):
        found = CONTROL.search(line)
        if found is not None and len(problems) < MOST_PROBLEMS:
            problems[number] = Problem(
                code="control-character",
                sentence=tr(
                    "There is an invisible control character here (U+{code}).", code=f"{ord(found[0]):04X}"
                ),
                remedy=tr("Delete it and type the words around it again."),
                file=file,
                line=number,
                column=found.start() + 1,
            )
    return CONTROL.sub("\N{REPLACEMENT CHARACTER}", text), list(problems.values())
