"""Values written as the YAML files of the lesson format, so that people can read and change them."""

from __future__ import annotations

from enum import StrEnum
from typing import Any

import yaml

from lesson_player.model.base import Value

DUMPER: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
FIRST = ("format", "id", "kind", "word")
"""Keys that people look for at the head."""
WIDTH = 110
"""Longest line that is written where text can be wrapped."""


def to_yaml(value: Value) -> str:
    """A lesson, film, adaptation, catalogue or services file as text; what is as usual is left out.

    Reading the text gives an equal value back.
    """
    return str(yaml.dump(_plain(value), Dumper=_Writer, sort_keys=False, allow_unicode=True, width=WIDTH))


class _Writer(DUMPER):  # type: ignore[misc]  # PyYAML has no types
    """Writes every value out, since the format has no references."""

    def ignore_aliases(self, data: object) -> bool:  # noqa: ARG002 - PyYAML asks it about each value
        return True


def _text(writer: _Writer, text: str) -> yaml.ScalarNode:
    """A text of several lines stands as lines, so that people see where each ends."""
    style = "|" if "\n" in text else None
    node: yaml.ScalarNode = writer.represent_scalar("tag:yaml.org,2002:str", text, style=style)
    return node


_Writer.add_representer(str, _text)


def _plain(value: object) -> object:
    """*value* as YAML knows it. A step's kind is always written, other keys where they differ from usual."""
    if isinstance(value, Value):
        fields = type(value).model_fields
        kept = {
            info.alias or name: _plain(inner)
            for name, info in fields.items()
            if (inner := getattr(value, name)) is not None and (name in FIRST or inner != info.default)
        }
        return {
            key: kept[key] for key in sorted(kept, key=lambda key: (key not in FIRST, list(kept).index(key)))
        }
    if isinstance(value, tuple):
        return [_plain(inner) for inner in value]
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return value.value if isinstance(value, StrEnum) else value
