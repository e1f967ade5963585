"""The program's own source as syntax trees, for tests about how it is built."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

REPOSITORY = Path(__file__).resolve().parents[2]
PACKAGE = REPOSITORY / "src" / "lesson_player"


@dataclass(frozen=True, slots=True)
class Module:
    """One source file: where it lies, its dotted name below `lesson_player`, and its syntax tree."""

    path: Path
    name: str
    tree: ast.Module

    @property
    def room(self) -> str:
        """First part of the name, a package or a module that stands for one; empty for the package itself."""
        return self.name.split(".")[0]


@dataclass(frozen=True, slots=True)
class Import:
    """One imported name in full, such as `PySide6.QtCore.QObject`, with its line."""

    name: str
    line: int


def modules(package: Path = PACKAGE) -> Iterator[Module]:
    """Every module below the package's folder."""
    for path in sorted(package.rglob("*.py")):
        parts = path.relative_to(package).with_suffix("").parts
        name = ".".join(parts[:-1] if parts[-1] == "__init__" else parts)
        yield Module(path, name, ast.parse(path.read_text(encoding="utf-8"), str(path)))


def imports(tree: ast.AST) -> Iterator[Import]:
    """Every import in the tree, wherever it stands, and calls of `import_module` with a fixed name."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (Import(alias.name, node.lineno) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield from (Import(f"{node.module}.{alias.name}", node.lineno) for alias in node.names)
        elif isinstance(node, ast.Call) and _called(node) in {"import_module", "__import__"}:
            yield from (
                Import(argument.value, node.lineno)
                for argument in node.args[:1]
                if isinstance(argument, ast.Constant) and isinstance(argument.value, str)
            )


def _called(node: ast.Call) -> str:
    if isinstance(node.func, ast.Attribute):
        return node.func.attr
    return node.func.id if isinstance(node.func, ast.Name) else ""
