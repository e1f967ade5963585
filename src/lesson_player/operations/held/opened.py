"""A lesson opened to be taught, and what of it is still on its way to this computer."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime
    from pathlib import Path

    from lesson_player.model.bundle import LessonBundle
    from lesson_player.model.problem import Problem
    from lesson_player.operations.held.record import Item


@dataclass(frozen=True, slots=True)
class Coming:
    """A film file that is not here yet."""

    item: Item
    name: str
    size: int
    """In bytes."""

    @property
    def here(self) -> Path:
        """Where it will be."""
        return self.item.folder / self.name

    @property
    def there(self) -> Path:
        """Where it is until then."""
        return self.item.origin / self.name


@dataclass(slots=True)
class Opened:
    """A lesson to be taught, and what is still on its way."""

    bundle: LessonBundle | None
    problems: Sequence[Problem] = ()
    queue: tuple[Coming, ...] = ()
    """Films to copy."""
    coming: dict[Path, Path] = field(default_factory=dict)
    """Where the films that are not here yet are read meanwhile. A film that has come is taken out of it."""
    trouble: str = ""
    """Why something is not copied, in a sentence or two; empty where all can be."""
    silent: tuple[Path, ...] = ()
    """Folders of the school that did not answer."""
    since: datetime | None = None
    """When it was taught last, where a copy is taught because the school's folder does not answer."""
    use: ExitStack = field(default_factory=ExitStack)
    """Closed when the lesson is over: until then its copies are not given up."""

    @property
    def size(self) -> int:
        """Bytes of what is still to be copied."""
        return sum(one.size for one in self.queue)
