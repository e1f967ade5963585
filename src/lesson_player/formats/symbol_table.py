"""The list of a symbol pack: a CSV file with a name, tags and a file for each symbol, in whatever dialect."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from lesson_player.formats.safe_path import outside, remedy
from lesson_player.foundation.i18n import tr
from lesson_player.model.problem import Problem, Severity

if TYPE_CHECKING:
    from collections.abc import Sequence

MOST_ROWS = 40_000
LONGEST = 200
"""Characters of a name or a tag."""
MOST_WORDS = 60
"""Tags of one symbol."""
NAMES = (
    "name",
    "label",
    "title",
    "word",
    "symbolen",
    "symbol",
    "gloss",
    "caption",
    "annotation",
    "english",
    "text",
)
TAGS = (
    "tags",
    "keywords",
    "words",
    "synonyms",
    "tag",
    "keyword",
    "openmojitags",
    "categoryen",
    "category",
    "group",
)
FILES = ("file", "filename", "path", "image", "svg", "png", "picture", "icon", "src", "imagefile")
"""Usual headings of the three columns, in small letters without spaces and marks, the likeliest first."""
_DELIMITERS = ",;\t|"
_ENDING = re.compile(r"\.(?:svg|png|jpe?g|webp)$", re.IGNORECASE)
_NOT_LETTERS = re.compile(r"[^a-z0-9]")


@dataclass(frozen=True, slots=True)
class SymbolRow:
    """One symbol as the list has it."""

    line: int
    """Line of the file in which it ends, counted from 1."""
    name: str
    words: tuple[str, ...]
    file: str
    """With ``/`` between folders; empty where the list names none: the picture is called like the symbol."""
    plain_name: str
    """The name as it is written, with its underscores."""


@dataclass(slots=True)
class Table:
    """What was read."""

    rows: list[SymbolRow] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Columns:
    name: int | None
    file: int | None
    tags: tuple[int, ...]
    headed: bool


def read_table(data: bytes, file: str) -> Table:
    """The list in *data*, known to people as *file*. Never raises for what is in it."""
    text = decode_table(data)
    text, delimiter = _delimited(text)
    table = Table()
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    lines: list[tuple[int, list[str]]] = []
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                lines.append((reader.line_num, cells))
            if len(lines) > MOST_ROWS:
                table.problems.append(_problem(file, reader.line_num, "too-many-rows", _too_many()))
                lines.pop()
                break
    except csv.Error:
        table.problems.append(_problem(file, reader.line_num, "unreadable-rows", _unreadable()))
    columns = _columns([cells for _, cells in lines[:50]])
    for line, cells in lines[1:] if columns.headed else lines:
        row = _row(line, cells, columns)
        refused = outside(row.file) if row.file else ""
        if refused:
            table.problems.append(_problem(file, line, "unsafe-path", (refused, remedy())))
        elif row.name or row.file:
            table.rows.append(row)
    return table


def decode_table(data: bytes) -> str:
    """The text of a CSV file: UTF-8, UTF-16 with its mark, or what Windows spreadsheets write in Britain."""
    for mark, encoding in (
        (b"\xef\xbb\xbf", "utf-8"),
        (b"\xff\xfe", "utf-16-le"),
        (b"\xfe\xff", "utf-16-be"),
    ):
        if data.startswith(mark):
            return _plain(data[len(mark) :].decode(encoding, errors="replace"))
    try:
        return _plain(data.decode("utf-8"))
    except UnicodeDecodeError:
        return _plain(data.decode("cp1252", errors="replace"))


def _plain(text: str) -> str:
    return text.replace("\0", "").replace("\r\n", "\n").replace("\r", "\n")


def _delimited(text: str) -> tuple[str, str]:
    """The text without a spreadsheet's own ``sep=`` line, and what divides its cells."""
    first, _, rest = text.partition("\n")
    stated = re.fullmatch(r"sep=(.)", first.strip('\ufeff "'), re.IGNORECASE)
    if stated:
        return rest, stated[1]
    counted = {sign: first.count(sign) for sign in _DELIMITERS}
    best = max(_DELIMITERS, key=lambda sign: counted[sign])
    return text, best if counted[best] else ","


def _columns(rows: Sequence[Sequence[str]]) -> _Columns:
    """Which column is what: by the headings, or, where there are none, by what stands in them."""
    if not rows:
        return _Columns(None, None, (), headed=False)
    heads = [_NOT_LETTERS.sub("", cell.strip().lower()) for cell in rows[0]]
    known = {kind: _first(heads, names) for kind, names in (("name", NAMES), ("file", FILES))}
    tags = tuple(index for index, head in enumerate(heads) if head in TAGS)
    if known["name"] is not None or known["file"] is not None:
        return _Columns(known["name"], known["file"], tags, headed=True)
    width = max(len(row) for row in rows)
    files = [
        sum(bool(_ENDING.search(row[at].strip())) for row in rows if at < len(row)) for at in range(width)
    ]
    file = max(range(width), key=lambda at: files[at])
    rest = [at for at in range(width) if at != file or not files[file]]
    return _Columns(rest[0] if rest else None, file if files[file] else None, tuple(rest[1:]), headed=False)


def _first(heads: Sequence[str], names: Sequence[str]) -> int | None:
    return next((heads.index(name) for name in names if name in heads), None)


def _row(line: int, cells: Sequence[str], columns: _Columns) -> SymbolRow:
    def cell(at: int | None) -> str:
        return " ".join(cells[at].split())[:LONGEST] if at is not None and at < len(cells) else ""

    words = [word for at in columns.tags if at < len(cells) for word in re.split(r"[,;|]", cells[at])]
    tidy = dict.fromkeys(" ".join(word.replace("_", " ").split())[:LONGEST] for word in words)
    name = cell(columns.name)
    return SymbolRow(
        line=line,
        name=" ".join(name.replace("_", " ").split()),
        words=tuple(word for word in tidy if word)[:MOST_WORDS],
        file=cell(columns.file).replace("\\", "/").removeprefix("./"),
        plain_name=name,
    )


def _too_many() -> tuple[str, str]:
    return (
        tr("The list has more than {n} symbols; the others are left out.", n=MOST_ROWS),
        tr("Make two packs of it."),
    )


def _unreadable() -> tuple[str, str]:
    return (
        tr("From here on the list cannot be read as CSV."),
        tr("Look for a quotation mark that is not closed. The symbols above it can be used."),
    )


def _problem(file: str, line: int, code: str, words: tuple[str, str]) -> Problem:
    return Problem(
        code=code, sentence=words[0], remedy=words[1], file=file, line=line, severity=Severity.WARNING
    )
