"""Every kind of handout, in the order in which a teacher meets them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from lesson_player.foundation.i18n import tr
from lesson_player.handouts.handout import Paper, Reader
from lesson_player.handouts.kinds.easy_read import easy_read_booklet, large_print

if TYPE_CHECKING:
    from collections.abc import Callable

    from lesson_player.handouts.handout import Handout
    from lesson_player.handouts.source import HandoutSource


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of handout: what a teacher chooses by."""

    id: str
    number: int
    """Its place, which begins the names of its files so that they sort."""
    words: str
    """What it is called, in English; `title` translates it."""
    about: str
    """A sentence on what it is for, in English."""
    reader: Reader
    make: Callable[[HandoutSource, Paper], tuple[Handout, ...]]
    papers: tuple[Paper, ...] = (Paper.A4,)
    """The paper that it can be had on, the usual one first."""

    @property
    def title(self) -> str:
        """What it is called."""
        return tr(self.words)


KINDS: tuple[Kind, ...] = (
    Kind(
        "easy-read-booklet",
        1,
        "Easy-read booklet",
        "The lesson to read again: one picture and one sentence at a time.",
        Reader.PUPILS,
        easy_read_booklet,
        (Paper.A4, Paper.A5),
    ),
    Kind(
        "large-print",
        2,
        "Large print",
        "The same words in 24 point.",
        Reader.PUPILS,
        large_print,
    ),
)


def kind_called(kind_id: str) -> Kind | None:
    """The kind of that id, or None."""
    return next((kind for kind in KINDS if kind.id == kind_id), None)


def file_stem(kind: Kind, handout: Handout) -> str:
    """How the files of a handout are called, without suffix, so that they sort by kind."""
    return f"{kind.number:02}-{handout.id}-{handout.paper}"
