"""The encoding of caption files: WebVTT is always UTF-8; SRT comes as UTF-8, UTF-16 or Windows-1252."""

from __future__ import annotations

import re

from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem, Severity

BYTE_ORDER_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
SAMPLE_BYTES = 2_000
"""How much of a file without a byte order mark is looked at to tell UTF-16."""
C1_OF_1252 = {
    code: character
    for code in range(0x80, 0xA0)
    if (character := bytes([code]).decode("cp1252", errors="ignore"))
}
"""What Windows-1252 has where Latin-1 has control characters."""


def decode_captions(data: bytes, file: str) -> tuple[str, list[Problem]]:
    """The file's text, and a problem when it is not UTF-8. Every byte is readable in one of the encodings."""
    for mark, name in BYTE_ORDER_MARKS:
        if data.startswith(mark):
            text = data[len(mark) :].decode(name, errors="replace")
            return text, [] if name == "utf-8" else [_problem(file, 1, "UTF-16")]
    wide = _utf16_without_mark(data[:SAMPLE_BYTES])
    if wide:
        return data.decode(wide, errors="replace"), [_problem(file, 1, "UTF-16")]
    try:
        return data.decode("utf-8"), []
    except UnicodeDecodeError as error:
        line = len(re.split(rb"\r\n|\n|\r", data[: error.start]))
    if data.startswith(b"WEBVTT"):
        return data.decode("utf-8", errors="replace"), [_problem(file, line, "")]
    return _windows_1252(data), [_problem(file, line, "Windows-1252")]


def _utf16_without_mark(sample: bytes) -> str:
    """The kind of UTF-16 when nearly every second byte is zero, as in English text; else an empty text."""
    half = len(sample) // 2
    if half < 4:
        return ""
    for name, first in (("utf-16-le", 1), ("utf-16-be", 0)):
        zeros, others = sample[first::2].count(0), sample[1 - first :: 2].count(0)
        if zeros > 0.7 * half and others < 0.1 * half:
            return name
    return ""


def _windows_1252(data: bytes) -> str:
    """Text of Windows-1252; its five undefined bytes become the control characters they are in Latin-1."""
    return data.decode("latin-1").translate(C1_OF_1252)


def _problem(file: str, line: int, read_as: str) -> Problem:
    sentence = (
        tr("The captions are saved as {name}, not as UTF-8.", name=read_as)
        if read_as
        else tr("A character here cannot be read as UTF-8.")
    )
    return Problem(
        code="not-utf-8",
        sentence=sentence,
        remedy=tr("Save the file again with the encoding UTF-8."),
        file=file,
        line=line,
        severity=Severity.WARNING,
    )
