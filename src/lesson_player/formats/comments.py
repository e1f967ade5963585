"""Comments that people wrote into a YAML file, kept when a program writes the file anew.

A comment belongs to the key, or the list entry, on or above whose line it stands. What is written anew has
its own order, so comments are found and put back by the path of what they belong to; list entries are known
by their ids.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import yaml

from lesson_player.formats.yaml_reader import LOADER, parse

if TYPE_CHECKING:
    from collections.abc import Collection

Path = tuple[str, ...]
_HEAD: Path = ("",)
"""Stands for the head of the file."""
_ID_KEYS = ("id", "step", "line", "pause")
"""Keys by which a list entry is known: its own id, or that of what it adds."""


@dataclass(slots=True)
class _Layout:
    """Where the parts of a file stand, and which of its lines are comments."""

    paths: dict[int, Path] = field(default_factory=dict)
    """The first thing that begins on a line, by the line's number from 0."""
    comments: dict[int, str] = field(default_factory=dict)
    """Comments by line, without what stands before them."""


def with_comments(new: str, former: str, own: Collection[str] = ()) -> str:
    """*new* with the comments of *former*, each above what it belongs to; those without a place come last.

    *own* are comments that the program itself writes, which are not people's. A former file that cannot be
    read has no comments to keep.
    """
    found = _comments_of(former, own)
    if not found:
        return new
    lines, layout = new.splitlines(), _layout(new)
    first = {path: number for number, path in sorted(layout.paths.items(), reverse=True)}
    above: dict[int, list[str]] = {}
    left: list[str] = []
    for path, texts in found.items():
        number = 0 if path == _HEAD else first.get(path)
        (left if number is None else above.setdefault(number, [])).extend(texts)
    written: list[str] = []
    for number, line in enumerate(lines):
        indent = line[: len(line) - len(line.lstrip())] if number in above else ""
        written += [f"{indent}{text}" for text in above.get(number, ())]
        written.append(line)
    return "\n".join([*written, *left]) + "\n"


def _comments_of(text: str, own: Collection[str]) -> dict[Path, list[str]]:
    if not any("#" in line and line.strip() not in own for line in text.splitlines()):
        return {}
    _, problems = parse(text, "")
    if problems:
        return {}
    layout = _layout(text)
    found: dict[Path, list[str]] = {}
    starts = sorted(layout.paths)
    for number, comment in sorted(layout.comments.items()):
        if comment not in own:
            after = next((line for line in starts if line >= number), None)
            path = layout.paths[after] if after is not None else ("", "")
            head = after is not None and after == starts[0] and number < after
            found.setdefault(_HEAD if head else path, []).append(comment)
    return found


def _layout(text: str) -> _Layout:
    layout = _Layout()
    node = yaml.compose(text, Loader=LOADER)
    if node is not None:
        _walk(node, (), layout)
    ends: dict[int, int] = {}
    inside: set[int] = set()
    for token in yaml.scan(text, Loader=LOADER):
        if isinstance(token, yaml.ScalarToken):
            last = token.end_mark.line - (token.end_mark.column == 0)
            inside |= set(range(token.start_mark.line + 1, last + 1))
        ends[token.end_mark.line] = max(ends.get(token.end_mark.line, 0), token.end_mark.column)
    for number, line in enumerate(text.splitlines()):
        rest = line[ends.get(number, 0) :] if number not in inside else line[ends.get(number, len(line)) :]
        if rest.lstrip().startswith("#"):
            layout.comments[number] = rest.strip()
    return layout


def _walk(node: Any, path: Path, layout: _Layout) -> None:  # noqa: ANN401 - PyYAML has no types
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            here = (*path, str(key.value))
            layout.paths.setdefault(key.start_mark.line, here)
            _walk(value, here, layout)
    elif isinstance(node, yaml.SequenceNode):
        for number, value in enumerate(node.value):
            here = (*path, _entry_name(value) or str(number))
            layout.paths.setdefault(value.start_mark.line, here)
            _walk(value, here, layout)


def _entry_name(node: Any) -> str:  # noqa: ANN401 - PyYAML has no types
    """The id by which a list entry is known; empty where it has none."""
    if not isinstance(node, yaml.MappingNode):
        return ""
    there = {str(key.value): value for key, value in node.value}
    inner = (there[key] for key in ("line", "pause", "step") if isinstance(there.get(key), yaml.MappingNode))
    named = next(inner, node)
    return next(
        (
            str(value.value)
            for key, value in named.value
            if key.value in _ID_KEYS and isinstance(value.value, str)
        ),
        "",
    )
