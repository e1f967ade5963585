"""A YAML file's values, each with the place where it stands."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TypeAlias

Scalar: TypeAlias = str | int | float | bool | None
Place: TypeAlias = tuple[int, int]
"""Line and column, both counted from 1."""


@dataclass(slots=True)
class Node:
    """A value and where it stands in its file."""

    value: Scalar | list[Node] | dict[str, Node]
    place: Place = (0, 0)
    source: str | None = None
    """How a number or a true is written in the file, so that it can be taken as text where text is wanted."""
    keys: dict[str, Place] = field(default_factory=dict)
    """Where each key of a mapping stands."""

    def plain(self) -> object:
        """The value without places, as lists, dictionaries and scalars."""
        if isinstance(self.value, dict):
            return {key: node.plain() for key, node in self.value.items()}
        if isinstance(self.value, list):
            return [node.plain() for node in self.value]
        return self.value

    def ids(self) -> set[str]:
        """Every ``id`` in it."""
        if isinstance(self.value, list):
            return {name for node in self.value for name in node.ids()}
        if not isinstance(self.value, dict):
            return set()
        own = self.value.get("id")
        inner = {name for node in self.value.values() for name in node.ids()}
        return inner if own is None or own.value is None else {str(own.value), *inner}

    def child(self, part: str | int) -> Node | None:
        """The value at a key or list place, or None when there is none."""
        if isinstance(self.value, dict) and isinstance(part, str):
            return self.value.get(part)
        if isinstance(self.value, list) and isinstance(part, int) and part < len(self.value):
            return self.value[part]
        return None

    def at(self, path: tuple[str | int, ...]) -> Node | None:
        """The value at a path, or None when there is none."""
        node: Node | None = self
        for part in path:
            node = node.child(part) if node is not None else None
        return node

    def place_of(self, path: tuple[str | int, ...], *, key: bool = False) -> Place:
        """Where the value at *path* stands, or its key; where there is none, its nearest owner."""
        node: Node = self
        place = self.place
        for number, part in enumerate(path):
            inner = node.child(part)
            last = number == len(path) - 1
            if inner is None:
                return node.keys.get(str(part), place)
            place = node.keys.get(str(part), inner.place) if key and last else inner.place
            node = inner
        return place

    def remove(self, path: tuple[str | int, ...]) -> None:
        """Take the value at *path* out of its owner; later list places move up."""
        owner = self.at(path[:-1])
        if owner is None or not path:
            return
        if isinstance(owner.value, dict):
            owner.value.pop(str(path[-1]), None)
        elif isinstance(owner.value, list) and isinstance(path[-1], int) and path[-1] < len(owner.value):
            del owner.value[path[-1]]
