"""A symbol pack: a folder of pictures with a CSV file that says what each is found by.

Schools bring packs from many places, so the reading is tolerant: of the column names that are usual, of
commas, semicolons and tabs, of the encodings that spreadsheets write, of files in folders below. What cannot
be used is a problem and is left out; the rest can be searched. Pictures are only listed here: whether one is
safe to draw is asked when it is drawn.
"""

from __future__ import annotations

import os
from pathlib import Path

from lesson_player.formats.symbol_table import SymbolRow, Table, read_table
from lesson_player.formats.text_file import read_bytes
from lesson_player.foundation.i18n import tr
from lesson_player.model.limits import MOST_PROBLEMS
from lesson_player.model.problem import Problem, Severity
from lesson_player.model.symbols import Symbol, SymbolPack, SymbolSource

PICTURES = frozenset({".svg", ".png", ".jpg", ".jpeg", ".webp"})
MOST_FILES = 40_000
"""Files of a folder that are looked at: ten times the largest free pack."""
MOST_DEEP = 4
CSV_BYTES = 16_000_000
_LICENCE_NAMES = ("licence", "license", "copying", "notice")
_LONGEST_LICENCE = 200


def read_symbol_pack(folder: Path) -> tuple[SymbolPack | None, tuple[Problem, ...]]:
    """The pack in *folder*, its pictures listed but not opened; None where there is no list of symbols."""
    table, name, problems = _table(folder)
    if table is None:
        return None, tuple(problems)
    files = _Files(folder)
    symbols: dict[str, Symbol] = {}
    for row in table.rows:
        found = files.named(row)
        if found is None:
            problems.append(_missing(name, row))
        elif found not in symbols:
            label = row.name or Path(found).stem.replace("_", " ").replace("-", " ")
            symbols[found] = Symbol(folder.name, found, label, row.words)
    source = SymbolSource(folder.name, _title(folder), _licence(folder), folder)
    if not symbols:
        problems.append(_empty(name))
        return None, _few(problems, name)
    return SymbolPack(source, tuple(symbols.values())), _few(problems, name)


def find_table(folder: Path) -> Path | None:
    """The CSV file of a pack: the one with the most usual name, or the only one; None where there is none."""
    try:
        found = sorted(path for path in folder.iterdir() if path.suffix.lower() == ".csv" and path.is_file())
    except OSError:
        return None
    usual = ("symbols", "index", folder.name.lower(), "symbol-info", "list")
    order = {name: place for place, name in enumerate(usual)}
    return min(found, key=lambda path: (order.get(path.stem.lower(), len(order)), path.name), default=None)


def _table(folder: Path) -> tuple[Table | None, str, list[Problem]]:
    path = find_table(folder)
    if path is None:
        sentence = tr(
            "There is no list of symbols (a CSV file) in the folder “{folder}”.", folder=folder.name
        )
        remedy = tr("Put a CSV file with the columns name, tags and file beside the pictures.")
        return None, "", [Problem(code="no-symbol-list", sentence=sentence, remedy=remedy)]
    data, problems = read_bytes(path, path.name, CSV_BYTES)
    if data is None:
        return None, path.name, list(problems)
    table = read_table(data, path.name)
    return table, path.name, list(table.problems)


class _Files:
    """The pictures of a folder and of those below it, listed once: to ask for each is slow on a share."""

    def __init__(self, folder: Path) -> None:
        self._names: dict[str, str] = {}
        self._stems: dict[str, str] = {}
        for name in _pictures(folder):
            path = Path(name)
            self._names.setdefault(name.casefold(), name)
            self._names.setdefault(path.name.casefold(), name)
            self._stems.setdefault(path.stem.casefold(), name)

    def named(self, row: SymbolRow) -> str | None:
        """The picture that a row means, as its path in the folder; None where it is not there."""
        if row.file:
            wanted = row.file.casefold()
            return self._names.get(wanted) or self._stems.get(wanted)
        return self._stems.get(row.plain_name.casefold()) or self._stems.get(
            row.plain_name.replace(" ", "_").casefold()
        )


def _pictures(folder: Path) -> list[str]:
    """Paths of pictures in *folder*, links left out, those that lie higher first."""
    found: list[str] = []
    for root, below, names in os.walk(folder):
        here = Path(root).relative_to(folder)
        if len(here.parts) >= MOST_DEEP:
            below.clear()
        below.sort()
        for name in sorted(names):
            path = Path(root) / name
            if path.suffix.lower() in PICTURES and not path.is_symlink():
                found.append((here / name).as_posix())
        if len(found) > MOST_FILES:
            break
    return found[:MOST_FILES]


def _title(folder: Path) -> str:
    return folder.name.replace("_", " ").replace("-", " ").strip() or tr("Symbols")


def _licence(folder: Path) -> str:
    """The first line of the pack's licence file that says anything."""
    try:
        found = sorted(path for path in folder.iterdir() if path.stem.lower() in _LICENCE_NAMES)
    except OSError:
        return ""
    for path in found:
        data, _ = read_bytes(path, path.name, CSV_BYTES)
        lines = (data or b"").decode("utf-8", errors="replace").splitlines()
        line = next((line.strip() for line in lines if line.strip()), "")
        if line:
            return " ".join(line.split())[:_LONGEST_LICENCE]
    return ""


def _missing(file: str, row: SymbolRow) -> Problem:
    return Problem(
        code="missing-symbol",
        sentence=tr("There is no picture for “{name}”.", name=row.name or row.file),
        remedy=tr("Put the picture into the folder, or take the line out. The other symbols can be used."),
        file=file,
        line=row.line,
        severity=Severity.WARNING,
    )


def _empty(file: str) -> Problem:
    return Problem(
        code="no-symbols",
        sentence=tr("The list names no picture that is in the folder."),
        remedy=tr("The list needs the columns name, tags and file, and the files beside it."),
        file=file,
    )


def _few(problems: list[Problem], file: str) -> tuple[Problem, ...]:
    """The first problems, and how many more there are."""
    if len(problems) <= MOST_PROBLEMS:
        return tuple(problems)
    more = Problem(
        code="more-problems",
        sentence=tr("There are {n} more problems in this file.", n=len(problems) - MOST_PROBLEMS),
        remedy=tr("Put these right first."),
        file=file,
        severity=Severity.WARNING,
    )
    return (*problems[:MOST_PROBLEMS], more)
