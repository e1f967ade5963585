"""The size budget of the house plan: no file, class, function or Qt set-up longer than one can take in.

`make check` calls this as a program; tests/architecture/test_sizes.py as a function.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

FILE_LINES: Final = 300
CLASS_LINES: Final = 200
FUNCTION_LINES: Final = 40
QT_INIT_LINES: Final = 30


@dataclass(frozen=True, slots=True)
class Overrun:
    """Something longer than its budget, in lines."""

    path: Path
    line: int
    what: str
    lines: int
    budget: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {self.what} has {self.lines} lines; at most {self.budget}"


def overruns(folder: Path) -> list[Overrun]:
    """All that is too long in the Python files below the folder."""
    return [found for path in sorted(folder.rglob("*.py")) for found in _in_file(path)]


def _in_file(path: Path) -> Iterator[Overrun]:
    text = path.read_text(encoding="utf-8")
    yield from _check(path, 1, "the file", text.count("\n"), FILE_LINES)
    yield from _in_body(path, ast.parse(text, str(path)), "")


def _in_body(path: Path, parent: ast.AST, prefix: str) -> Iterator[Overrun]:
    for node in ast.iter_child_nodes(parent):
        if isinstance(node, ast.ClassDef):
            name = f"{prefix}{node.name}"
            yield from _check(path, node.lineno, f"class {name}", _length(node), CLASS_LINES)
            yield from _in_body(path, node, f"{name}.")
        elif isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            name = f"{prefix}{node.name}"
            budget = QT_INIT_LINES if node.name == "__init__" and _is_qt(parent) else FUNCTION_LINES
            yield from _check(path, node.lineno, f"{name}()", _length(node), budget)
            yield from _in_body(path, node, f"{name}.")
        else:
            yield from _in_body(path, node, prefix)


def _check(path: Path, line: int, what: str, lines: int, budget: int) -> Iterator[Overrun]:
    if lines > budget:
        yield Overrun(path, line, what, lines, budget)


def _length(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    return (node.end_lineno or node.lineno) - node.lineno + 1


def _is_qt(parent: ast.AST) -> bool:
    """Whether a base is named as Qt names its classes: QWidget, QMainWindow, QtWidgets.QDialog."""
    if not isinstance(parent, ast.ClassDef):
        return False
    names = [ast.unparse(base).rpartition(".")[2] for base in parent.bases]
    return any(name[:1] == "Q" and name[1:2].isupper() for name in names)


if __name__ == "__main__":
    found = [overrun for folder in sys.argv[1:] for overrun in overruns(Path(folder))]
    print(*found, sep="\n", end="\n" if found else "")  # noqa: T201 - the checker speaks by printing
    sys.exit(bool(found))
